//! The application: owns story, session, settings and map, lists the panels in screen order, and runs their requests.

use std::collections::VecDeque;

use egui::{CentralPanel, Context, Frame, Panel, Role, UiBuilder, ViewportCommand};

use crate::session::{Action, Focus, Page, Session, Step};
use crate::settings::{Found, Language, Settings, SettingsFile, TextSize, ThemeChoice};
use crate::story::{PlaceId, Story};
use crate::texts::{Texts, fill};
use crate::ui::command::pressed;
use crate::ui::layout::Layout;
use crate::ui::map::{MapPanel, Renderer, map_ui};
use crate::ui::theme::{self, Theme};
use crate::ui::{self, Command, ReadingPanel, Request, ViewCtx, fonts};

/// What the application opens with.
pub struct Start {
    pub story: Story,
    /// What the settings know the story by.
    pub story_key: String,
    pub settings: Found,
    /// None: nothing is remembered.
    pub settings_file: Option<SettingsFile>,
    /// What to read in, where the settings do not say.
    pub system_language: Language,
    /// Sentences to show over the story.
    pub notices: Vec<String>,
}

pub struct App {
    story: Story,
    story_key: String,
    session: Session,
    settings: Settings,
    settings_file: Option<SettingsFile>,
    language: Language,
    texts: Texts,
    map: MapPanel,
    reading: ReadingPanel,
    /// The place under the pointer in the last frame.
    hovered: Option<PlaceId>,
    notices: VecDeque<String>,
    showing_keys: bool,
}

impl App {
    pub fn new(ctx: &Context, renderer: Renderer, start: Start) -> Self {
        let Start {
            story,
            story_key,
            settings: Found {
                settings,
                put_aside,
            },
            settings_file,
            system_language,
            notices,
        } = start;
        let language = settings.language.unwrap_or(system_language);
        let texts = texts_of(language);
        let mut notices = VecDeque::from(notices);
        if let Some(path) = put_aside {
            let path = path.display().to_string();
            notices.push_front(fill(&texts.notices.settings_corrupt, &[("path", &path)]));
        }
        fonts::install(ctx);
        theme::install(ctx);
        theme::choose(ctx, settings.theme);
        ctx.set_zoom_factor(settings.text_size.factor());
        Self {
            session: Session::new(&story),
            map: MapPanel::new(ctx, renderer),
            reading: ReadingPanel::default(),
            hovered: None,
            showing_keys: false,
            story,
            story_key,
            settings,
            settings_file,
            language,
            texts,
            notices,
        }
    }

    /// The map jumps where it would fly.
    pub fn reduce_motion(&mut self) {
        self.map.reduce_motion();
    }

    pub fn story(&self) -> &Story {
        &self.story
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether the last frame showed all of the map there is to show.
    pub fn is_map_complete(&self) -> bool {
        self.map.is_complete()
    }

    fn run(&mut self, requests: Vec<Request>, ctx: &Context) {
        for request in requests {
            match request {
                Request::Session(action) => self.act(action),
                Request::Command(command) => self.run_command(command, ctx),
                Request::ChooseTheme(choice) => self.choose_theme(choice, ctx),
                Request::ChooseMapNames(names) => {
                    self.settings.map_names = Some(names);
                    self.save_settings();
                }
                Request::ChooseLanguage(language) => self.choose_language(language),
                Request::ToggleStudied(module) => {
                    let module = &self.story.module(module).key;
                    self.settings.toggle_studied(&self.story_key, module);
                    self.save_settings();
                }
                // Kept with the window's size when the window closes: a drag sends hundreds.
                Request::PanelWidth(width) => self.settings.panel_width = width,
                Request::DismissNotice => drop(self.notices.pop_front()),
            }
            // The panels drawn so far have not seen the change.
            ctx.request_repaint();
        }
    }

    fn act(&mut self, action: Action) {
        self.session.apply(&self.story, action);
    }

    fn run_command(&mut self, command: Command, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        match command {
            Command::NextPassage => self.act(Action::Step(Step::Next)),
            Command::PreviousPassage => self.act(Action::Step(Step::Previous)),
            Command::FirstPassage => self.act(Action::Step(Step::First)),
            Command::LastPassage => self.act(Action::Step(Step::Last)),
            Command::Back => self.act(Action::Back),
            Command::Overview => self.map.focus(Focus::Overview),
            Command::ShowStory => self.act(Action::Turn(Page::Story)),
            Command::ShowCurriculum => self.act(Action::Turn(Page::Curriculum)),
            Command::ShowWho => self.act(Action::Turn(Page::Who)),
            Command::ShowWhen => self.act(Action::Turn(Page::When)),
            Command::ZoomIn => self.map.zoom_by(1.0, now),
            Command::ZoomOut => self.map.zoom_by(-1.0, now),
            Command::Search => ctx.memory_mut(|memory| memory.request_focus(ui::search_field_id())),
            Command::SwitchTheme => {
                let dark = ctx.global_style().visuals.dark_mode;
                self.choose_theme(
                    if dark {
                        ThemeChoice::Light
                    } else {
                        ThemeChoice::Dark
                    },
                    ctx,
                );
            }
            Command::LargerText => self.set_text_size(self.settings.text_size.larger(), ctx),
            Command::SmallerText => self.set_text_size(self.settings.text_size.smaller(), ctx),
            Command::NormalText => self.set_text_size(TextSize::default(), ctx),
            Command::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Command::Keys => self.showing_keys = !self.showing_keys,
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn choose_theme(&mut self, choice: ThemeChoice, ctx: &Context) {
        self.settings.theme = choice;
        theme::choose(ctx, choice);
        self.save_settings();
    }

    /// The map's names follow; whoever wants them otherwise chooses after.
    fn choose_language(&mut self, language: Language) {
        self.language = language;
        self.texts = texts_of(language);
        self.settings.language = Some(language);
        self.settings.map_names = None;
        self.save_settings();
    }

    fn set_text_size(&mut self, size: TextSize, ctx: &Context) {
        self.settings.text_size = size;
        ctx.set_zoom_factor(size.factor());
        self.save_settings();
    }

    fn save_settings(&mut self) {
        let Some(file) = &self.settings_file else {
            return;
        };
        if let Err(error) = file.save(&self.settings) {
            let notice = fill(
                &self.texts.notices.settings_unsaved,
                &[("reason", &error.to_string())],
            );
            // Once is enough: every click would say it again.
            if !self.notices.contains(&notice) {
                self.notices.push_back(notice);
            }
        }
    }

    /// The window as it is, for the next start.
    fn note_window(&mut self, ctx: &Context) {
        ctx.input(|input| {
            let viewport = input.viewport();
            let (maximized, full) = (
                viewport.maximized.unwrap_or(false),
                viewport.fullscreen.unwrap_or(false),
            );
            let window = &mut self.settings.window;
            window.maximized = maximized;
            if let Some(inner) = viewport.inner_rect.filter(|_| !maximized && !full) {
                // The window's size does not change with the text's.
                let size = inner.size() * self.settings.text_size.factor();
                (window.width, window.height) = (size.x, size.y);
            }
        });
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.note_window(ctx);
        if !self.showing_keys {
            if let Some(command) = pressed(ctx, self.map.has_focus()) {
                self.run_command(command, ctx);
            }
            if !self.map.has_focus() {
                self.reading.scroll_keys(ctx);
            }
        }
        if let Some(focus) = self.session.take_focus() {
            self.map.focus(focus);
            self.reading.focus(ctx, focus);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let t = theme::theme(ui.ctx());
        let layout = Layout::of(ui.available_size(), self.settings.panel_width);
        let story = (&self.story, self.story_key.as_str());
        let mut ctx = ViewCtx::new(
            story,
            &self.session,
            &self.settings,
            (&self.texts, self.language),
            t,
            self.hovered,
        );

        ui::name_window(&ctx, ui);
        let panes = &self.texts.panes;
        let bar = |name: &'static str, height: f32| fixed(Panel::top(name), height, t);
        if let Some(notice) = self.notices.front() {
            bar("notice", ui::NOTICE_HEIGHT).show(ui, |ui| {
                ui::named_pane(ui, &panes.notice);
                ui::notices_ui(&mut ctx, ui, notice);
            });
        }
        bar("masthead", ui::MASTHEAD_HEIGHT).show(ui, |ui| {
            ui::named_pane(ui, &panes.top);
            ui::masthead_ui(&mut ctx, ui);
        });
        for (i, row) in layout.filter_rows.iter().enumerate() {
            let last = i + 1 == layout.filter_rows.len();
            let height = ui::FILTER_ROW_HEIGHT + if last { 7.0 } else { 0.0 };
            let name = ["filters", "more filters"]
                .get(i)
                .copied()
                .unwrap_or("filters");
            bar(name, height).show(ui, |ui| {
                ui::named_pane(ui, &panes.filters);
                ui::filters_ui(&mut ctx, ui, row, last);
            });
        }
        // Takes its room now and is filled last: Tab comes to it after text and map.
        let foot = fixed(Panel::bottom("tour"), ui::TOUR_HEIGHT, t).show(ui, |ui| {
            ui::empty_pane(ui);
            ui.max_rect()
        });
        let panel = if layout.narrow {
            Panel::bottom("reading")
        } else {
            Panel::right("reading")
        };
        let panel = panel
            .resizable(false)
            .exact_size(layout.panel_size)
            .show_separator_line(false)
            .frame(Frame::NONE.fill(t.panel));
        panel.show(ui, |ui| {
            ui::named_pane(ui, &panes.reading);
            ui::reading_panel_ui(&mut ctx, ui, &mut self.reading);
        });
        let map = ui.available_rect_before_wrap();
        CentralPanel::no_frame().show(ui, |ui| {
            ui::named_pane(ui, &panes.map);
            map_ui(&mut ctx, ui, &mut self.map);
        });
        ui::divider_ui(&mut ctx, ui, &layout, map);
        let foot = UiBuilder::new()
            .id_salt("foot")
            .max_rect(foot.inner)
            .accessibility_role(Role::Pane)
            .accessibility_label(&self.texts.tour.name);
        ui::tour_bar_ui(&mut ctx, &mut ui.new_child(foot));
        let keys_done = self.showing_keys && ui::keys_window_ui(&ctx, ui);

        let (requests, hovered) = ctx.finish();
        if self.hovered != hovered {
            self.hovered = hovered;
            ui.ctx().request_repaint();
        }
        self.showing_keys &= !keys_done;
        self.run(requests, ui.ctx());
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save_settings();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        // The sea: what no tile has painted yet is water, and no window-wide rectangle is drawn for it.
        theme::of(visuals).water.to_normalized_gamma_f32()
    }
}

fn texts_of(language: Language) -> Texts {
    Texts::of(language.codes().first().copied().unwrap_or_default())
}

/// A bar of a given height, without egui's line under it.
fn fixed(panel: Panel, height: f32, t: &Theme) -> Panel {
    panel
        .exact_size(height)
        .show_separator_line(false)
        .frame(Frame::NONE.fill(t.paper))
}

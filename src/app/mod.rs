//! The application: owns story, session, settings and map, lists the panels in screen order, and runs their requests.

mod settings;

use std::collections::VecDeque;

use egui::{CentralPanel, Context, Frame, Panel, UiBuilder, ViewportCommand};

use crate::session::{Action, Focus, Page, Session, Step};
use crate::settings::{Found, Language, Setting, Settings, SettingsFile, TextSize};
use crate::story::{PlaceId, Story};
use crate::texts::{Texts, fill};
use crate::ui::command::pressed;
use crate::ui::layout::Layout;
use crate::ui::map::{MapPanel, Renderer, map_ui};
use crate::ui::theme::{self, Theme};
use crate::ui::{self, Command, Content, Dialog, ReadingPanel, Request, Undo, ViewCtx, fonts};

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
    system_language: Language,
    language: Language,
    texts: Texts,
    map: MapPanel,
    reading: ReadingPanel,
    /// The place under the pointer in the last frame.
    hovered: Option<PlaceId>,
    notices: VecDeque<String>,
    dialog: Option<Dialog>,
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
        let texts = settings::texts_of(language);
        let mut notices = VecDeque::from(notices);
        if let Some(path) = put_aside {
            let path = path.display().to_string();
            notices.push_front(fill(&texts.notices.settings_corrupt, &[("path", &path)]));
        }
        fonts::install(ctx);
        theme::install(ctx);
        settings::apply(&settings, ctx);
        Self {
            session: Session::new(&story),
            map: MapPanel::new(ctx, renderer),
            reading: ReadingPanel::default(),
            hovered: None,
            dialog: None,
            story,
            story_key,
            settings,
            settings_file,
            system_language,
            language,
            texts,
            notices,
        }
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
                Request::Change(setting) => self.change(setting, ctx),
                Request::ToggleStudied(module) => self.toggle_studied(module),
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

    fn open(&mut self, content: Content, ctx: &Context) {
        self.dialog = Some(Dialog::open(ctx, content));
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
            Command::SwitchTheme => self.switch_theme(ctx),
            Command::LargerText => {
                self.change(Setting::TextSize(self.settings.text_size.larger()), ctx);
            }
            Command::SmallerText => {
                self.change(Setting::TextSize(self.settings.text_size.smaller()), ctx);
            }
            Command::NormalText => self.change(Setting::TextSize(TextSize::default()), ctx),
            Command::FullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Command::Settings => self.open(Content::Settings(Undo::default()), ctx),
            Command::Keys => self.open(Content::Keys, ctx),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.note_window(ctx);
        if self.dialog.is_none() {
            if let Some(command) = pressed(ctx, self.map.has_focus()) {
                self.run_command(command, ctx);
            }
            if !self.map.has_focus() {
                self.reading.scroll_keys(ctx);
            }
        }
        if let Some(focus) = self.session.take_focus() {
            self.map.focus(focus);
            self.reading.focus(focus);
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

        let bar = |name: &'static str, height: f32| fixed(Panel::top(name), height, t);
        if let Some(notice) = self.notices.front() {
            bar("notice", ui::NOTICE_HEIGHT).show(ui, |ui| ui::notices_ui(&mut ctx, ui, notice));
        }
        bar("masthead", ui::MASTHEAD_HEIGHT).show(ui, |ui| ui::masthead_ui(&mut ctx, ui));
        for (i, row) in layout.filter_rows.iter().enumerate() {
            let last = i + 1 == layout.filter_rows.len();
            let height = ui::FILTER_ROW_HEIGHT + if last { 7.0 } else { 0.0 };
            let name = ["filters", "more filters"]
                .get(i)
                .copied()
                .unwrap_or("filters");
            bar(name, height).show(ui, |ui| ui::filters_ui(&mut ctx, ui, row, last));
        }
        // Takes its room now and is filled last: Tab comes to it after text and map.
        let foot = fixed(Panel::bottom("tour"), ui::TOUR_HEIGHT, t).show(ui, |ui| ui.max_rect());
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
            ui::reading_panel_ui(&mut ctx, ui, &mut self.reading);
        });
        let map = ui.available_rect_before_wrap();
        CentralPanel::no_frame().show(ui, |ui| map_ui(&mut ctx, ui, &mut self.map));
        ui::divider_ui(&mut ctx, ui, &layout, map);
        let foot = UiBuilder::new().id_salt("foot").max_rect(foot.inner);
        ui::tour_bar_ui(&mut ctx, &mut ui.new_child(foot));
        let dialog = self.dialog.as_mut();
        let is_dialog_done = dialog.is_some_and(|dialog| ui::dialog_ui(&mut ctx, ui, dialog));

        let (requests, hovered) = ctx.finish();
        if self.hovered != hovered {
            self.hovered = hovered;
            ui.ctx().request_repaint();
        }
        if is_dialog_done {
            self.dialog = None;
        }
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

/// A bar of a given height, without egui's line under it.
fn fixed(panel: Panel, height: f32, t: &Theme) -> Panel {
    panel
        .exact_size(height)
        .show_separator_line(false)
        .frame(Frame::NONE.fill(t.paper))
}

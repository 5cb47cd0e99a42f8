//! The application: owns story, session, settings and map, lists the panels in screen order, and runs their requests.

mod bars;
mod commands;
mod settings;

use std::collections::VecDeque;

use egui::{CentralPanel, Context, Frame, Panel, Role, UiBuilder};

use crate::session::{Action, Bookmark, Page, Session};
use crate::settings::{Found, Language, Settings, SettingsFile};
use crate::story::{Item, Story};
use crate::texts::{Texts, fill};
use crate::ui::command::{arrows_are_claimed, pressed};
use crate::ui::layout::Layout;
use crate::ui::map::{MapPanel, Renderer, map_ui};
use crate::ui::theme;
use crate::ui::{self, Dialog, ReadingPanel, Request, TourClock, ViewCtx, fonts};

/// What the application opens with.
pub struct Start {
    pub story: Story,
    /// What the settings know the story by.
    pub story_key: String,
    /// The file it is from, as the reader named it; empty for the built-in story.
    pub story_path: String,
    /// The id of the passage, place or region to open at; none: where the reader left the story.
    pub open_at: Option<String>,
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
    story_path: String,
    session: Session,
    settings: Settings,
    settings_file: Option<SettingsFile>,
    system_language: Language,
    language: Language,
    texts: Texts,
    map: MapPanel,
    reading: ReadingPanel,
    /// What was under the pointer in the last frame.
    hovered: Option<Item>,
    notices: VecDeque<String>,
    /// Large, and without anything around text and map.
    presenting: bool,
    clock: TourClock,
    dialog: Option<Dialog>,
}

impl App {
    pub fn new(ctx: &Context, renderer: Renderer, start: Start) -> Self {
        let Start {
            story,
            story_key,
            story_path,
            open_at,
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
            let path = crate::format::printed(&path);
            notices.push_front(fill(&texts.notices.settings_corrupt, &[("path", &path)]));
        }
        let mut session = Session::new(&story);
        let bookmark = settings.bookmarks.get(&story_key);
        if let Some(id) = open_at {
            let item = Some(id.clone());
            let at = Bookmark {
                item,
                page: Page::Story,
            };
            if !session.resume(&story, &at) {
                notices.push_back(fill(&texts.notices.no_passage, &[("id", &id)]));
            }
        } else if let Some(bookmark) = bookmark {
            session.resume(&story, bookmark);
        }
        fonts::install(ctx);
        theme::install(ctx);
        settings::apply(&settings, ctx);
        ctx.set_zoom_factor(settings.text_size.factor());
        Self {
            session,
            map: MapPanel::new(ctx, renderer),
            reading: ReadingPanel::default(),
            hovered: None,
            presenting: false,
            clock: TourClock::default(),
            dialog: None,
            story,
            story_key,
            story_path,
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
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.note_window(ctx);
        if self.presenting {
            self.zoom(ctx);
        }
        if self.dialog.is_none() {
            if let Some(command) = pressed(ctx) {
                self.run_command(command, ctx);
            }
            if !arrows_are_claimed(ctx) {
                self.reading.scroll_keys(ctx);
            }
        }
        self.play_on(ctx);
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
        ctx.presenting = self.presenting;

        ui::name_window(&ctx, ui);
        let panes = &self.texts.panes;
        let notice = self.notices.front().map(String::as_str);
        bars::bars_ui(&mut ctx, ui, &layout, notice);
        // Takes its room now and is filled last: Tab comes to it after text and map.
        let foot = (!self.presenting).then(|| {
            let bar = bars::fixed(Panel::bottom("tour"), ui::TOUR_HEIGHT, t);
            bar.show(ui, |ui| {
                ui::empty_pane(ui);
                ui.max_rect()
            })
            .inner
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
        if let Some(foot) = foot {
            let foot = UiBuilder::new()
                .id_salt("foot")
                .max_rect(foot)
                .accessibility_role(Role::Pane)
                .accessibility_label(&self.texts.tour.name);
            ui::tour_bar_ui(&mut ctx, &mut ui.new_child(foot));
        }
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

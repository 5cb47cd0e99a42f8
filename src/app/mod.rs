//! The application: owns story, session, settings and map, lists the panels in screen order, and runs their requests.

mod arriving;
mod attaching;
mod bars;
mod choosing;
mod commands;
mod document;
mod going_on;
mod mending;
mod opening;
mod searching;
mod settings;
mod start;
mod writing;

pub use choosing::{Answer, Choice, Chooser, system_chooser};
pub use document::title;
pub use start::Start;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use egui::{CentralPanel, Context, Frame, Panel, Role, UiBuilder};

use crate::files::{Document, Watch};
use crate::original::Aligned;
use crate::session::{Action, Session};
use crate::settings::{Language, Motion, Settings, SettingsFile};
use crate::story::{Item, Story};
use crate::texts::Texts;
use crate::ui::command::{arrows_are_claimed, pressed};
use crate::ui::layout::Layout;
use crate::ui::map::{MapPanel, map_ui};
use crate::ui::theme;
use crate::ui::{
    self, Content, Dialog, Notice, Pictures, ReadingPanel, Request, TourClock, ViewCtx,
};
use attaching::Attaching;
use choosing::Choosing;
use going_on::Keeper;
use opening::{Opening, Source};
use searching::Indexing;
use writing::Writing;

pub struct App {
    document: Document,
    session: Session,
    settings: Settings,
    settings_file: Option<SettingsFile>,
    system_language: Language,
    /// Where the reader has not chosen.
    usual_motion: Motion,
    language: Language,
    texts: Texts,
    map: MapPanel,
    reading: ReadingPanel,
    pictures: Pictures,
    /// What was under the pointer in the last frame.
    hovered: Option<Item>,
    notices: VecDeque<Notice>,
    /// Large, and without anything around text and map.
    presenting: bool,
    clock: TourClock,
    dialog: Option<Dialog>,
    /// A story on its way into the window.
    opening: Option<Opening>,
    chooser: Chooser,
    /// The dialog of the system's that is open.
    choosing: Option<Choosing>,
    /// The text that the open story retells, where the reader has attached it.
    original: Option<Aligned>,
    attaching: Option<Attaching>,
    /// What the open story is searched in, while it is made.
    indexing: Option<Indexing>,
    /// The story on its way into a file of another format.
    writing: Option<Writing>,
    /// Of the open story's file, while it lasts.
    watch: Option<Watch>,
    /// Whether the file was written since it was read.
    file_changed: Arc<AtomicBool>,
    keeper: Keeper,
}

impl App {
    pub fn story(&self) -> &Story {
        self.document.story()
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

    /// Whether the last frame showed every picture there was to show, or what is wrong with it.
    pub fn are_pictures_complete(&self) -> bool {
        self.pictures.is_complete()
    }

    fn run(&mut self, requests: Vec<Request>, ctx: &Context) {
        for request in requests {
            match request {
                Request::Session(action) => self.act(action),
                Request::Command(command) => self.run_command(command, ctx),
                Request::Change(setting) => self.change(setting, ctx),
                Request::ToggleStudied(module) => self.toggle_studied(module),
                Request::Enlarge(image) => self.open(Content::Picture(image), ctx),
                // Kept with the window's size when the window closes: a drag sends hundreds.
                Request::PanelWidth(width) => self.settings.panel_width = width,
                Request::DismissNotice => drop(self.notices.pop_front()),
                Request::Open(path) => self.open_path(&path, ctx),
                Request::OpenBuiltin => self.open_story(Source::Builtin, None, ctx),
                Request::GoOn(whereabouts) => self.go_on(whereabouts, ctx),
                Request::Browse(path) => self.choose(Choice::Save(path), ctx),
                Request::Create(path) => self.create(&path, ctx),
                Request::Export(exporting) => self.export(exporting, ctx),
                Request::AttachFile(path) => self.attach_file(path, ctx),
                Request::SetOriginal(original) => self.set_original(original, ctx),
                Request::Correct(step) => self.correct(step, ctx),
                Request::MarkPlace(words) => self.mark_place(words),
                Request::CancelOpening => (self.opening, self.attaching) = (None, None),
                Request::Copy(text) => self.copy(text, ctx),
            }
            // The panels drawn so far have not seen the change.
            ctx.request_repaint();
        }
    }

    fn act(&mut self, action: Action) {
        self.session.apply(self.document.story(), action);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.note_window(ctx);
        self.keep_good();
        self.take_drops(ctx);
        self.follow_files(ctx);
        self.follow_choice(ctx);
        self.follow_attaching(ctx);
        self.follow_writing(ctx);
        self.follow_search(ctx);
        self.pictures.take_in();
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
            self.take_pastes(ctx);
        }
        self.play_on(ctx);
        if let Some(focus) = self.session.take_focus() {
            self.map.focus(focus);
            self.reading.focus(ctx, focus);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let t = theme::theme(ui.ctx());
        let whole = ui.max_rect();
        let layout = Layout::of(ui.available_size(), self.settings.panel_width);
        let notice = self.notice(ui.input(|input| input.time));
        let mut ctx = ViewCtx::new(
            (&self.document, &self.pictures),
            &self.session,
            &self.settings,
            (&self.texts, self.language),
            t,
            self.hovered,
        );
        ctx.presenting = self.presenting;
        ctx.motion = self.settings.motion.unwrap_or(self.usual_motion);
        ctx.original = self.original.as_ref();
        ctx.map_condition = self.map.condition();

        ui::name_window(&ctx, ui);
        let panes = &self.texts.panes;
        bars::bars_ui(&mut ctx, ui, &layout, notice.as_ref());
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
        let reading = panel.show(ui, |ui| {
            ui::named_pane(ui, &panes.reading);
            let area = ui.max_rect();
            ui::reading_panel_ui(&mut ctx, ui, &mut self.reading);
            ui::selected_ui(&mut ctx, ui, area);
            area
        });
        let reading = reading.inner;
        let map = ui.available_rect_before_wrap();
        CentralPanel::no_frame().show(ui, |ui| {
            ui::named_pane(ui, &panes.map);
            map_ui(&mut ctx, ui, &mut self.map);
        });
        ui::divider_ui(&mut ctx, ui, &layout, map);
        if let Some(area) = foot {
            let foot = UiBuilder::new()
                .id_salt("foot")
                .max_rect(area)
                .accessibility_role(Role::Pane)
                .accessibility_label(&self.texts.tour.name);
            ui::tour_bar_ui(&mut ctx, &mut ui.new_child(foot));
        }
        let dialog = self.dialog.as_mut();
        let is_dialog_done = dialog.is_some_and(|dialog| ui::dialog_ui(&mut ctx, ui, dialog));

        ui::drop_ui(&ctx, ui);

        let above = whole.with_max_y(map.top().min(reading.top()));
        let around = [Some(above), Some(reading), foot];
        ui::keep_panes(ui.ctx(), around.into_iter().flatten());
        let (requests, hovered) = ctx.finish();
        if self.hovered != hovered {
            self.hovered = hovered;
            ui.ctx().request_repaint();
        }
        if is_dialog_done {
            self.dialog = None;
        }
        self.pictures.fetch();
        self.keeper.lay_out(&self.session);
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

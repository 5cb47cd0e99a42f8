//! What the application opens with, and how it comes to its first frame.

use std::collections::VecDeque;
use std::sync::Arc;

use egui::Context;

use super::choosing::Chooser;
use super::going_on::Keeper;
use super::{App, settings};
use crate::basemap::online::{Disk, Network, Timing};
use crate::files::{Document, NotOpened};
use crate::format::printed;
use crate::renderer::Renderer;
use crate::session::Session;
use crate::settings::{Found, Language, SettingsFile};
use crate::texts::fill;
use crate::ui::map::MapPanel;
use crate::ui::{
    Moving, Notice, Panes, Pictures, ReadingPanel, SelectedText, Stamps, TourClock, fonts, theme,
};

/// What the application opens with.
pub struct Start {
    pub document: Document,
    /// What was asked for instead, and why it is not there.
    pub not_opened: Option<Arc<NotOpened>>,
    /// The id of the passage, place or region to open at; none: where the reader left the story.
    pub open_at: Option<String>,
    pub settings: Found,
    /// None: nothing is remembered.
    pub settings_file: Option<SettingsFile>,
    /// What to read in, where the settings do not say.
    pub system_language: Language,
    /// Asks for files.
    pub chooser: Chooser,
}

impl App {
    pub fn new(ctx: &Context, renderer: Renderer, start: Start) -> Self {
        let Start {
            document,
            not_opened,
            open_at,
            settings: Found {
                settings,
                put_aside,
            },
            settings_file,
            system_language,
            chooser,
        } = start;
        let language = settings.language.unwrap_or(system_language);
        let texts = settings::texts_of(language);
        let folder = document.folder();
        fonts::install(ctx);
        theme::install(ctx);
        ctx.add_plugin(SelectedText::default());
        if let Renderer::Software(state) = &renderer {
            ctx.add_plugin(Moving::new(state));
            ctx.add_plugin(Stamps::new(state));
            ctx.add_plugin(Panes::new(state));
        }
        let usual_motion = renderer.bearable_motion();
        settings::apply(&settings, usual_motion, ctx);
        // Where nothing is remembered, no tiles are either.
        let network = Network {
            timing: Timing::USUAL,
            disk: settings_file.as_ref().and_then(|_| Disk::of_the_user()),
        };
        ctx.set_zoom_factor(settings.text_size.factor());
        let mut app = Self {
            session: Session::new(document.story()),
            map: MapPanel::new(ctx, renderer, network),
            reading: ReadingPanel::default(),
            pictures: Pictures::new(ctx, folder),
            hovered: None,
            presenting: false,
            clock: TourClock::default(),
            dialog: None,
            opening: None,
            chooser,
            choosing: None,
            original: None,
            attaching: None,
            indexing: None,
            writing: None,
            watch: None,
            file_changed: Arc::default(),
            keeper: Keeper::default(),
            document,
            settings,
            settings_file,
            system_language,
            usual_motion,
            language,
            texts,
            notices: VecDeque::new(),
        };
        app.restore_corrections();
        app.session = Session::new(app.document.story());
        app.find_original(ctx);
        let stopped = app.begin(open_at.as_deref());
        app.say_found();
        app.say_problems();
        if let Some(path) = put_aside {
            let path = printed(&path);
            let corrupt = &app.texts.notices.settings_corrupt;
            let notice = Notice::of(fill(corrupt, &[("path", &path)]));
            app.notices.push_front(notice);
        }
        if let Some(error) = not_opened {
            app.say_not_opened(&error);
        }
        if let Some(stopped) = stopped {
            app.say_stopped(stopped);
        }
        app.remember_recent();
        app.watch(ctx);
        app
    }
}

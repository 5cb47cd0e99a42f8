//! The panels: they read the story and the session, and send requests; they change nothing.

pub mod command;
pub mod fonts;
pub mod layout;
pub mod map;
pub mod theme;

mod basemap_settings;
mod budget;
mod command_button;
mod context_note;
mod curriculum_entry;
mod curriculum_panel;
mod date_range;
mod destination;
mod dialog;
mod drop_overlay;
mod enlarged;
mod export_dialog;
mod filter_bar;
mod focus_trail;
mod found_words;
mod image_block;
mod keys_window;
mod lazy_rows;
mod licences;
mod map_condition;
mod masthead;
mod mending;
mod mention_walk;
mod new_dialog;
mod notice_bar;
mod open_dialog;
mod original_dialog;
mod original_text;
mod overview;
mod passage_list;
mod passage_text;
mod pictures;
mod place_page;
mod presented_page;
mod problems_page;
mod reading_panel;
mod search_field;
mod search_page;
mod settings_window;
mod software;
mod timeline_strip;
mod tour_bar;
mod tour_clock;
mod when_page;
mod who_page;
mod widgets;
mod workers;

pub use command::Command;
pub use destination::Destination;
pub use dialog::{Content, Dialog, dialog_ui};
pub use drop_overlay::drop_ui;
pub use export_dialog::ExportForm;
pub use filter_bar::{ROW_HEIGHT as FILTER_ROW_HEIGHT, filters_ui};
pub use layout::divider_ui;
pub use licences::Licences;
pub use masthead::{HEIGHT as MASTHEAD_HEIGHT, masthead_ui};
pub use mending::{SaveForm, SelectedText, done_words, selected_ui};
pub use notice_bar::{HEIGHT as NOTICE_HEIGHT, Notice, Offer, notices_ui};
pub use open_dialog::OpenForm;
pub use pictures::Pictures;
pub use reading_panel::{ReadingPanel, reading_panel_ui};
pub use search_field::search_field_id;
pub use settings_window::Undo;
pub use software::{Moving, Panes, Stamps, keep_panes};
pub use tour_bar::{HEIGHT as TOUR_HEIGHT, tour_bar_ui};
pub use tour_clock::TourClock;

use std::path::PathBuf;
use std::sync::Arc;

use crate::article::corrections::Correction;
use crate::crash::Whereabouts;
use crate::export::Export;
use crate::files::Document;
use crate::original::{Aligned, Original};
use crate::session::{Action, Mention, Session};
use crate::settings::{Language, MapNames, Motion, Setting, Settings};
use crate::story::{Image, Item, ModuleId, Name, Story};
use crate::texts::{Texts, fill};
use theme::Theme;
pub use widgets::{empty_pane, named_pane};

/// What a panel asks for; [`crate::app::App`] runs it at the end of the frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    Session(Action),
    Command(Command),
    Change(Setting),
    ToggleStudied(ModuleId),
    /// Shows an image of the story's over the window.
    Enlarge(Image),
    /// The reading panel's width in points, as the reader drags it; none: as the window decides.
    PanelWidth(Option<f32>),
    /// The reader has seen the first notice.
    DismissNotice,
    /// A story file; the path may name a passage, as in `story.md#passage-id`.
    Open(PathBuf),
    OpenBuiltin,
    /// Back to where the reader was when the program had to stop.
    GoOn(Whereabouts),
    /// The system's dialog to choose where a file is written; this is suggested.
    Browse(PathBuf),
    /// A new story, in a file of this path.
    Create(PathBuf),
    /// The open story in another format.
    Export(Exporting),
    /// The text that the open story retells, in a file.
    AttachFile(PathBuf),
    /// The text that stands beside the open story from now on; none: none does.
    SetOriginal(Option<Arc<Original>>),
    /// A step in mending an article.
    Correct(Correction),
    /// Asks which place these words of the article are.
    MarkPlace(String),
    /// The reader does not want to wait for the story or text that is being read.
    CancelOpening,
    /// A text for the clipboard.
    Copy(String),
}

/// A story to be written in another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exporting {
    pub export: Export,
    pub path: PathBuf,
    /// Whether a file that is there already may be replaced.
    pub replaces: bool,
    /// Whether the window shows the file from then on.
    pub opens: bool,
}

impl From<Correction> for Request {
    fn from(step: Correction) -> Self {
        Self::Correct(step)
    }
}

impl From<Action> for Request {
    fn from(action: Action) -> Self {
        Self::Session(action)
    }
}

impl From<Command> for Request {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

impl From<Setting> for Request {
    fn from(setting: Setting) -> Self {
        Self::Change(setting)
    }
}

/// What every panel may look at, and where it sends what the reader did.
pub struct ViewCtx<'a> {
    pub document: &'a Document,
    pub story: &'a Story,
    /// What the reader's settings know the story by.
    pub story_key: &'a str,
    pub pictures: &'a Pictures,
    pub session: &'a Session,
    pub settings: &'a Settings,
    pub texts: &'a Texts,
    pub language: Language,
    pub theme: &'static Theme,
    /// What is under the pointer or the keyboard's focus, as of the last frame: a marker or an outline and its mentions
    /// light up together.
    pub hovered: Option<Item>,
    /// What the story retells, where the reader has attached it.
    pub original: Option<&'a Aligned>,
    /// For a room: the passage alone, large.
    pub presenting: bool,
    /// How much is seen to move.
    pub motion: Motion,
    /// How it is with the map that the reader chose.
    pub map_condition: map::Condition,
    /// The mention to bring into view in this frame.
    pub reach: Option<Mention>,
    hovered_now: Option<Item>,
    requests: Vec<Request>,
}

impl<'a> ViewCtx<'a> {
    pub fn new(
        (document, pictures): (&'a Document, &'a Pictures),
        session: &'a Session,
        settings: &'a Settings,
        (texts, language): (&'a Texts, Language),
        theme: &'static Theme,
        hovered: Option<Item>,
    ) -> Self {
        Self {
            document,
            story: document.story(),
            story_key: &document.key,
            pictures,
            session,
            settings,
            texts,
            language,
            theme,
            hovered,
            original: None,
            presenting: false,
            motion: Motion::Full,
            map_condition: map::Condition::default(),
            reach: None,
            hovered_now: None,
            requests: Vec::new(),
        }
    }

    pub fn send(&mut self, request: impl Into<Request>) {
        self.requests.push(request.into());
    }

    /// A name in the reader's language.
    pub fn say<'n>(&self, name: &'n Name) -> &'n str {
        name.in_language(&self.texts.language)
    }

    /// The same in the second language, for who reads two.
    pub fn say_too<'n>(&self, name: &'n Name) -> Option<&'n str> {
        let second = self.languages().get(1)?;
        Some(name.in_language(second)).filter(|text| *text != self.say(name))
    }

    /// The languages to show the story's text in.
    pub fn languages(&self) -> &'static [&'static str] {
        self.language.codes()
    }

    /// In which script the names on the map are.
    pub fn map_names(&self) -> MapNames {
        self.settings.map_names.unwrap_or(self.language.map_names())
    }

    pub fn hover(&mut self, item: Item) {
        self.hovered_now = Some(item);
    }

    /// What was asked for in this frame so far.
    pub fn requests(&self) -> &[Request] {
        &self.requests
    }

    /// What was asked for in this frame, and what is under the pointer.
    pub fn finish(self) -> (Vec<Request>, Option<Item>) {
        (self.requests, self.hovered_now)
    }
}

/// The window's own name to a screen reader.
pub fn name_window(ctx: &ViewCtx<'_>, ui: &egui::Ui) {
    let name = format!("{} – {}", ctx.say(&ctx.story.title), ctx.texts.app.name);
    ui.ctx()
        .accesskit_node_builder(egui::accesskit_root_id(), |window| window.set_label(name));
}

/// A text under its label, on one line.
pub fn labelled(ctx: &ViewCtx<'_>, label: &str, text: &str) -> String {
    fill(
        &ctx.texts.reading.labelled,
        &[("label", label), ("text", text)],
    )
}

//! Commands run: what a key, a menu entry or a button asks of the whole program.

use egui::{Context, ViewportCommand};

use super::App;
use super::choosing::{Choice, Choosing, Ended};
use crate::session::{Action, Direction, Focus, Page, Step, Tour};
use crate::settings::{Setting, TextSize};
use crate::texts::fill;
use crate::ui::{self, Command, Content, Dialog, Licences, Notice, OpenForm, Undo};

/// A screen so high, in points, shows a presentation at its normal size.
const PRESENTED_HEIGHT: f32 = 600.0;

impl App {
    pub(super) fn run_command(&mut self, command: Command, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        match command {
            Command::NextPassage => self.act(Action::Step(Step::Next)),
            Command::PreviousPassage => self.act(Action::Step(Step::Previous)),
            Command::FirstPassage => self.act(Action::Step(Step::First)),
            Command::LastPassage => self.act(Action::Step(Step::Last)),
            Command::Play => self.act(match self.session.tour() {
                Tour::Playing => Action::Pause,
                Tour::Still => Action::Play,
                Tour::Interrupted => Action::Continue,
            }),
            Command::Continue => self.act(Action::Continue),
            Command::PreviousMention => self.step_mention(Direction::Previous),
            Command::NextMention => self.step_mention(Direction::Next),
            Command::TravelBack => self.act(Action::Travel(Direction::Previous)),
            Command::TravelForward => self.act(Action::Travel(Direction::Next)),
            Command::Back if self.presenting => self.present(false, ctx),
            Command::Back if self.session.page() == Page::Found && self.reading.stop_marking() => {}
            Command::Back => self.act(Action::Back),
            Command::Overview => self.map.focus(Focus::Overview),
            Command::ShowStory => self.act(Action::Turn(Page::Story)),
            Command::ShowCurriculum => self.act(Action::Turn(Page::Curriculum)),
            Command::ShowWho => self.act(Action::Turn(Page::Who)),
            Command::ShowWhen => self.act(Action::Turn(Page::When)),
            Command::ShowFound => self.show_found(),
            Command::MarkPlace => self.mark_place(String::new()),
            Command::Redo => self.redo_correction(ctx),
            Command::Undo => self.undo_correction(ctx),
            Command::SaveStory => self.ask_to_save(ctx),
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
            Command::CopyReference => self.copy_reference(ctx),
            Command::Present => self.present(!self.presenting, ctx),
            Command::Open => self.choose(Choice::Open, ctx),
            Command::AttachOriginal => self.choose(Choice::Original, ctx),
            Command::RemoveOriginal => self.set_original(None, ctx),
            Command::SwitchWording => self.switch_wording(ctx),
            Command::Export => self.open(Content::Export(self.export_form()), ctx),
            Command::New => self.open(Content::New(self.new_destination()), ctx),
            Command::Recent => self.open(Content::Open(OpenForm::default()), ctx),
            Command::Settings => self.open(Content::Settings(Undo::default()), ctx),
            Command::Keys => self.open(Content::Keys(Licences::default()), ctx),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    pub(super) fn open(&mut self, content: Content, ctx: &Context) {
        self.dialog = Some(Dialog::open(ctx, content));
    }

    pub(super) fn choose(&mut self, choice: Choice, ctx: &Context) {
        if self.choosing.is_none() {
            self.choosing = Some(Choosing::start(ctx, &self.chooser, choice));
        }
    }

    /// Goes on once the system's dialog is closed; where there is none, our own takes its place.
    pub(super) fn follow_choice(&mut self, ctx: &Context) {
        let Some(ended) = self.choosing.as_ref().and_then(Choosing::take) else {
            return;
        };
        let Some(choosing) = self.choosing.take() else {
            return;
        };
        match (choosing.choice, ended) {
            (Choice::Open, Ended::Chosen(path)) => {
                self.dialog = None;
                self.open_or_attach(path, ctx);
            }
            (Choice::Original, Ended::Chosen(path)) => self.attach_file(path, ctx),
            (Choice::Original, Ended::Missing) => {
                self.open(Content::Original(OpenForm::without_browsing()), ctx);
            }
            (Choice::Open, Ended::Missing) => {
                self.open(Content::Open(OpenForm::without_browsing()), ctx);
            }
            (Choice::Save(_), ended) => {
                if let Some(destination) = self.dialog.as_mut().and_then(Dialog::destination) {
                    match ended {
                        Ended::Chosen(path) => destination.set_path(&path),
                        Ended::Missing => destination.without_browsing(),
                        Ended::Cancelled => {}
                    }
                }
            }
            (Choice::Open | Choice::Original, Ended::Cancelled) => {}
        }
    }

    /// In the text of the language that the interface is in.
    fn step_mention(&mut self, direction: Direction) {
        if let Some(language) = self.language.codes().first() {
            self.act(Action::StepMention(direction, language));
        }
    }

    /// What `dateline` opens the story with, where the reader is now.
    fn copy_reference(&mut self, ctx: &Context) {
        let path = self.document.path();
        let mut reference = path.map_or_else(String::new, |path| path.display().to_string());
        let bookmark = self.session.bookmark(self.document.story());
        if let Some(item) = bookmark.and_then(|bookmark| bookmark.item) {
            reference.push('#');
            reference.push_str(&item);
        }
        self.copy(reference, ctx);
    }

    pub(super) fn copy(&mut self, text: String, ctx: &Context) {
        let notice = fill(&self.texts.notices.copied, &[("text", &text)]);
        ctx.copy_text(text);
        self.notices.push_front(Notice::of(notice));
    }

    fn present(&mut self, presenting: bool, ctx: &Context) {
        self.presenting = presenting;
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(presenting));
        self.zoom(ctx);
    }

    /// Of everything in the window, by the size of text; a presentation also by the size of the screen.
    pub(super) fn zoom(&self, ctx: &Context) {
        let for_room = if self.presenting {
            let height = ctx.content_rect().height() * ctx.zoom_factor();
            (height / PRESENTED_HEIGHT).clamp(1.2, 2.6)
        } else {
            1.0
        };
        ctx.set_zoom_factor(self.settings.text_size.factor() * for_room);
    }

    /// The tour's own next step, when it is time for it.
    pub(super) fn play_on(&mut self, ctx: &Context) {
        if self.session.tour() != Tour::Playing {
            self.clock.stop();
            return;
        }
        let language = self.language.codes().first().copied().unwrap_or_default();
        let reading = (self.document.story(), &self.session);
        let pace = self.settings.pace;
        if self.clock.is_due(ctx, reading, (pace, language)) {
            self.act(Action::PlayOn);
            ctx.request_repaint();
        }
    }
}

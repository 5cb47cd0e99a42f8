//! What the program has to say: one sentence at a time, until it is dismissed.

use egui::{Align, Align2, Label, Layout, RichText, Sense, Ui, vec2};

use super::fonts::{self, glyph};
use super::widgets::{icon_button, text_button};
use super::{Command, Request, ViewCtx};
use crate::session::{Action, Page};

pub const HEIGHT: f32 = 44.0;

/// One sentence to the reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notice {
    pub text: String,
    pub offer: Option<Offer>,
    /// What they can do instead.
    pub other: Option<Offer>,
}

/// What the reader can do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub label: String,
    pub request: Request,
}

impl Notice {
    /// Only to be read.
    pub fn of(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// Whether it offers another original than the open story has.
    pub fn is_about_original(&self) -> bool {
        let request = self.offer.as_ref().map(|offer| &offer.request);
        matches!(request, Some(Request::SetOriginal(_)))
    }

    /// Whether it leads to the problems of the story's file.
    pub fn is_about_problems(&self) -> bool {
        let leads = Request::Session(Action::Turn(Page::Problems));
        self.offer
            .as_ref()
            .is_some_and(|offer| offer.request == leads)
    }
}

impl Notice {
    /// Whether it leads to the places found in an article.
    pub fn is_about_found(&self) -> bool {
        self.offers(&[Command::ShowFound, Command::MarkPlace])
    }

    /// Whether it tells of a step in mending one.
    pub fn is_about_mending(&self) -> bool {
        self.offers(&[Command::Undo, Command::Redo])
    }

    fn offers(&self, commands: &[Command]) -> bool {
        let request = self.offer.as_ref().map(|offer| &offer.request);
        matches!(request, Some(Request::Command(command)) if commands.contains(command))
    }
}

pub fn notices_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, notice: &Notice) {
    let t = ctx.theme;
    let area = ui.max_rect();
    ui.painter()
        .hline(area.x_range(), area.bottom() - 0.5, t.hair());
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(10.0);
        // What can be cancelled goes away by itself.
        let is_waiting =
            notice.offer.as_ref().map(|offer| &offer.request) == Some(&Request::CancelOpening);
        if !is_waiting && icon_button(ui, glyph::CLOSE, &ctx.texts.notices.dismiss).clicked() {
            ctx.send(Request::DismissNotice);
        }
        // From right to left.
        for Offer { label, request } in notice.other.iter().chain(&notice.offer) {
            ui.add_space(6.0);
            if text_button(ui, label).clicked() {
                // First: what is asked for may have something to say itself.
                if !is_waiting {
                    ctx.send(Request::DismissNotice);
                }
                ctx.send(request.clone());
            }
            ui.add_space(6.0);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(18.0);
            let (icon, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
            ui.painter().text(
                icon.center(),
                Align2::CENTER_CENTER,
                glyph::INFO,
                fonts::icon(18.0),
                t.accent_ink,
            );
            let text = RichText::new(&notice.text)
                .font(fonts::sans(13.0))
                .color(t.ink);
            // What does not fit in a narrow window is in the tooltip.
            ui.add(Label::new(text).truncate());
        });
    });
}

//! Whose work the program contains, and the licences of it: shown at the end of the list of keys.

use egui::Ui;

use super::widgets::{as_heading, line, toggle_button};
use super::{ViewCtx, fonts, theme::space};

/// Made by `assets/licences/make.py`. Nothing reads it until it is shown.
const THIRD_PARTY: &str = include_str!("../../assets/licences/third-party.txt");
/// What each part's first line begins with.
const HEADING: &str = "§ ";

/// Whether they are shown.
#[derive(Default)]
pub struct Licences {
    are_shown: bool,
}

/// The button that shows and hides them, and they.
pub fn licences_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, licences: &mut Licences) {
    let label = &ctx.texts.menu.licences;
    if toggle_button(ui, label, label, licences.are_shown).clicked() {
        licences.are_shown = !licences.are_shown;
    }
    if licences.are_shown {
        for (heading, text) in parts() {
            let t = ctx.theme;
            ui.add_space(space::MEDIUM);
            let shown = line(ui, heading, fonts::sans_medium(13.5), t.ink, 18.0);
            as_heading(&shown, 2, heading);
            line(ui, text, fonts::sans(12.5), t.ink_muted, 18.0);
        }
    }
}

/// Heading and text of each.
fn parts() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = THIRD_PARTY.strip_prefix(HEADING).unwrap_or(THIRD_PARTY);
    parts
        .split("\n\n§ ")
        .filter_map(|part| part.split_once("\n\n"))
}

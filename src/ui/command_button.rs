//! A button for a command: called as in the menu, with its key in the tooltip.

use egui::{Response, Ui};

use super::widgets::hinted_button;
use super::{Command, ViewCtx};

/// Sends the command when it is clicked.
pub fn command_button(ctx: &mut ViewCtx<'_>, ui: &mut Ui, icon: &str, command: Command) {
    let name = command.text(ctx.texts);
    if button_named(ctx, ui, icon, name, command).clicked() {
        ctx.send(command);
    }
}

/// Where the name says more than the command's own, as whether it plays or pauses.
pub fn button_named(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    icon: &str,
    name: &str,
    command: Command,
) -> Response {
    hinted_button(ui, icon, name, &command.hint(name, ctx.texts))
}

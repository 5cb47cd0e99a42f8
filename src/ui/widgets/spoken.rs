//! What a screen reader is told beside the words: headings, groups, and what has just changed.

use egui::accesskit::{Live, Node, Orientation};
use egui::{Context, Id, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo};

use super::{focus_ring, follow_focus};

/// Whether anyone listens: nobody else comes to what is not on the screen.
pub fn is_read_aloud(ctx: &Context) -> bool {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |_| ())
        .is_some()
}

/// Makes a text that is shown a heading; 1 is the page's own.
pub fn as_heading(shown: &Response, level: usize, text: &str) {
    shown.ctx.accesskit_node_builder(shown.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
    });
}

/// Of the heading of whatever page is open, to give it the focus by.
pub fn page_heading_id() -> Id {
    Id::unique("page heading")
}

/// Makes a text the heading of its page. Tab passes it by; the focus comes to it with a reader who has just been led to
/// the page, and goes on from there.
pub fn page_heading(ui: &Ui, shown: &Response, text: &str) {
    let id = page_heading_id();
    let sense = if ui.memory(|memory| memory.has_focus(id)) {
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let heading = ui.interact(shown.rect, id, sense);
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_level(1));
    // Else it would be read twice.
    ui.ctx().accesskit_node_builder(shown.id, |node| {
        node.set_role(Role::GenericContainer);
    });
    follow_focus(&heading);
    focus_ring(ui, &heading, 4);
}

/// What is shown together, under a name and a role. A heading is one of a page's parts.
pub fn group<R>(ui: &mut Ui, role: Role, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = *ui.layout();
    let builder = UiBuilder::new()
        .layout(layout)
        .accessibility_role(role)
        .accessibility_label(name);
    let shown = ui.scope_builder(builder, |ui| (ui.unique_id(), add(ui)));
    let (id, inner) = shown.inner;
    // A screen reader shows where it is.
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_bounds(bounds(shown.response.rect));
        if role == Role::Heading {
            node.set_level(2);
        }
    });
    inner
}

/// Names the panel, window or menu whose contents are about to be shown.
pub fn named_pane(ui: &Ui, name: &str) {
    let area = ui.max_rect();
    pane(ui, |node| {
        node.set_label(name);
        node.set_bounds(bounds(area));
    });
}

/// Of a panel that only takes its room: nothing is said of it.
pub fn empty_pane(ui: &Ui) {
    pane(ui, |node| node.set_role(Role::GenericContainer));
}

fn pane(ui: &Ui, write: impl FnOnce(&mut Node)) {
    let mut around = ui.stack().iter();
    if let Some(pane) = around.find(|ui| ui.is_panel_ui() || ui.is_area_ui()) {
        ui.ctx().accesskit_node_builder(pane.unique_id, write);
    }
}

/// A text that is spoken as soon as it changes, after what is being said.
pub fn announced(ui: &Ui, area: Rect, id: Id, text: &str) {
    let response = ui.interact(area, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}

/// Has a text that is shown spoken as soon as it appears or changes, after what is being said.
pub fn live(shown: &Response) {
    shown
        .ctx
        .accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
}

/// Says what the bar of a vertical scroll area is for; `id` is the area's.
pub fn name_scroll_bar(ui: &Ui, id: Id, name: &str) {
    const VERTICAL: usize = 1;
    let bar = id.with(VERTICAL);
    // What fits has no bar.
    if ui.ctx().has_accesskit_node(bar) {
        ui.ctx().accesskit_node_builder(bar, |node| {
            node.set_label(name);
            node.set_orientation(Orientation::Vertical);
        });
    }
}

fn bounds(area: Rect) -> egui::accesskit::Rect {
    egui::accesskit::Rect {
        x0: area.min.x.into(),
        y0: area.min.y.into(),
        x1: area.max.x.into(),
        y1: area.max.y.into(),
    }
}

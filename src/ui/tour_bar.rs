//! The foot of the window: the tour, the passages before and after by title, the strip of dates.

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, Color32, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::command_button::button_named;
use super::fonts::{self, glyph};
use super::timeline_strip::{self, timeline_strip_ui};
use super::widgets::{focus_ring, pointing, warmth};
use super::{Command, ViewCtx};
use crate::session::Tour;
use crate::story::PassageId;
use crate::texts::fill;

pub const HEIGHT: f32 = 54.0;
const ROOM_FOR_POSITION: f32 = 64.0;
const ROOM_FOR_PLAY: f32 = 48.0;
/// Narrower windows do without the strip of dates.
const ROOM_FOR_STRIP: f32 = 1000.0;
const STEP_BESIDE_STRIP: f32 = 232.0;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Direction {
    Back,
    On,
}

pub fn tour_bar_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let area = ui.max_rect();
    ui.painter()
        .hline(area.x_range(), area.top() + 0.5, ctx.theme.hair());
    let (steps, strip) = shared_out(area, timeline_strip::has_dates(ctx));
    play_ui(ctx, ui, area);
    steps_ui(ctx, ui, steps);
    if let Some(strip) = strip {
        timeline_strip_ui(ctx, ui, strip);
    }
}

/// Where the steps stand, and the strip of dates where there is room for one.
fn shared_out(area: Rect, has_dates: bool) -> (Rect, Option<Rect>) {
    let inner = area.with_min_x(area.left() + ROOM_FOR_PLAY);
    if !has_dates || area.width() < ROOM_FOR_STRIP {
        return (inner, None);
    }
    let split = inner.left() + 2.0 * STEP_BESIDE_STRIP + ROOM_FOR_POSITION;
    let strip = inner.with_min_x(split + 24.0);
    (inner.with_max_x(split), Some(strip.shrink2(vec2(8.0, 5.0))))
}

fn play_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect) {
    let texts = &ctx.texts.tour;
    let (icon, name) = match ctx.session.tour() {
        Tour::Playing => (glyph::PAUSE, &texts.pause),
        Tour::Interrupted => (glyph::PLAY, &texts.resume),
        Tour::Still => (glyph::PLAY, &texts.play),
    };
    let corner = pos2(area.left() + 12.0, area.center().y - 16.0);
    let at = Rect::from_min_size(corner, vec2(32.0, 32.0));
    let builder = UiBuilder::new().id_salt("play").max_rect(at);
    if button_named(ctx, &mut ui.new_child(builder), icon, name, Command::Play).clicked() {
        ctx.send(Command::Play);
    }
}

fn steps_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect) {
    let width = ((area.width() - ROOM_FOR_POSITION) / 2.0).min(420.0);
    let middle = area.center();
    let half = ROOM_FOR_POSITION / 2.0;
    let size = vec2(width, area.height() - 14.0);
    let steps = [
        (
            Direction::Back,
            ctx.session.previous_passage(),
            middle.x - half - width,
        ),
        (Direction::On, ctx.session.next_passage(), middle.x + half),
    ];
    for (direction, target, left) in steps {
        let Some(passage) = target else { continue };
        let rect = Rect::from_min_size(pos2(left, area.top() + 7.0), size);
        if step_ui(ctx, ui, rect, direction, passage).clicked() {
            ctx.send(match direction {
                Direction::Back => Command::PreviousPassage,
                Direction::On => Command::NextPassage,
            });
        }
    }
    if ctx.session.position() == 0 {
        return;
    }
    ui.painter().text(
        middle,
        Align2::CENTER_CENTER,
        position(ctx),
        fonts::sans_medium(12.5),
        ctx.theme.ink_faint,
    );
}

/// As in "7 / 14".
pub fn position(ctx: &ViewCtx<'_>) -> String {
    let (n, all) = (
        ctx.session.position().to_string(),
        ctx.session.visible().passages().len().to_string(),
    );
    fill(&ctx.texts.tour.position, &[("n", &n), ("all", &all)])
}

fn step_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    rect: Rect,
    direction: Direction,
    passage: PassageId,
) -> Response {
    let t = ctx.theme;
    let title = ctx.say(&ctx.story.passage(passage).title);
    let response = ui.interact(rect, ui.scope_id().with(direction), Sense::click());
    let (spoken, icon) = match direction {
        Direction::Back => (&ctx.texts.tour.previous, glyph::ARROW_LEFT),
        Direction::On => (&ctx.texts.tour.next, glyph::ARROW_RIGHT),
    };
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, fill(spoken, &[("title", title)])));
    let warm = warmth(ui, &response);
    ui.painter()
        .rect_filled(rect, 6.0, t.hover.gamma_multiply(warm));
    let ink = t.ink_muted.lerp_to_gamma(t.accent_ink, warm);
    let mut job =
        LayoutJob::simple_singleline(title.to_owned(), fonts::reading(15.0), Color32::PLACEHOLDER);
    job.wrap = TextWrapping::truncate_at_width(rect.width() - 56.0);
    let galley = ui.painter().layout_job(job);
    // The titles stand towards the middle, the arrows outside of them, the way they lead.
    let (title, icon_at) = match direction {
        Direction::Back => {
            let edge = rect.right_center() - vec2(14.0, 0.0);
            let title = Align2::RIGHT_CENTER.anchor_size(edge, galley.size());
            (title, title.left() - 20.0)
        }
        Direction::On => {
            let edge = rect.left_center() + vec2(14.0, 0.0);
            let title = Align2::LEFT_CENTER.anchor_size(edge, galley.size());
            (title, title.right() + 20.0)
        }
    };
    let icon_at = pos2(icon_at, rect.center().y);
    ui.painter()
        .text(icon_at, Align2::CENTER_CENTER, icon, fonts::icon(17.0), ink);
    ui.painter().galley(title.min, galley, t.ink);
    focus_ring(ui, &response, 6);
    pointing(response)
}

//! What the reader may change. Each change shows at once, behind the window too.

use egui::{Align, Align2, Layout, Role, Sense, Ui, WidgetInfo, vec2};

use super::basemap_settings::basemap_ui;
use super::command::{Command, command_key};
use super::fonts::{self, glyph};
use super::theme::{space, theme};
use super::widgets::{Choices, hairline, icon_button, kicker, line, switch, text_button};
use super::{ViewCtx, labelled};
use crate::settings::{
    Language, LineWidth, MapNames, Motion, Setting, Settings, ThemeChoice, TourPace, Wheel,
};
use crate::texts::fill;

/// Of the column that says what is chosen, in points.
const LABEL_WIDTH: f32 = 136.0;
/// A narrower window has the label above its choice.
const ROOM_FOR_BOTH: f32 = 460.0;
const ROW_HEIGHT: f32 = 32.0;

/// The settings as they were before all were reset.
#[derive(Default)]
pub struct Undo(Option<Box<Settings>>);

pub fn settings_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, undo: &mut Undo) {
    let (texts, faint) = (&ctx.texts.settings, ctx.theme.ink_faint);
    kicker(ui, &texts.reading, faint);
    reading_ui(ctx, ui);
    ui.add_space(space::MEDIUM);
    kicker(ui, &texts.map, faint);
    map_ui(ctx, ui);
    ui.add_space(space::MEDIUM);
    kicker(ui, &texts.motion, faint);
    motion_ui(ctx, ui);
    ui.add_space(space::MEDIUM);
    hairline(ui);
    reset_ui(ctx, ui, undo);
}

fn reading_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.settings;
    // Each in its own language, so that whoever is lost in one finds out.
    let languages = [
        (None, texts.language_system.as_str()),
        (Some(Language::English), "English"),
        (Some(Language::Chinese), "中文"),
        (Some(Language::Both), "English 中文"),
    ];
    let language = (languages.as_slice(), ctx.settings.language);
    choice_ui(ctx, ui, &texts.language, language, Setting::Language);
    let themes = [
        (ThemeChoice::System, texts.theme_system.as_str()),
        (ThemeChoice::Light, &texts.theme_light),
        (ThemeChoice::Dark, &texts.theme_dark),
    ];
    let theme = (themes.as_slice(), ctx.settings.theme);
    choice_ui(ctx, ui, &texts.theme, theme, Setting::Theme);
    text_size_ui(ctx, ui);
    let widths = [
        (LineWidth::Narrow, texts.line_narrow.as_str()),
        (LineWidth::Normal, &texts.line_normal),
        (LineWidth::Wide, &texts.line_wide),
    ];
    let width = (widths.as_slice(), ctx.settings.line_width);
    choice_ui(ctx, ui, &texts.line_width, width, Setting::LineWidth);
}

fn map_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    basemap_ui(ctx, ui);
    let texts = &ctx.texts.settings;
    let names = [
        (None, texts.map_names_language.as_str()),
        (Some(MapNames::English), &texts.map_names_english),
        (Some(MapNames::Chinese), &texts.map_names_chinese),
        (Some(MapNames::Both), &texts.map_names_both),
    ];
    let name = (names.as_slice(), ctx.settings.map_names);
    choice_ui(ctx, ui, &texts.map_names, name, Setting::MapNames);
    let wheels = [
        (Wheel::PushCloser, texts.wheel_closer.as_str()),
        (Wheel::PushFurther, &texts.wheel_further),
        (Wheel::Move, &texts.wheel_move),
    ];
    let wheel = (wheels.as_slice(), ctx.settings.wheel);
    choice_ui(ctx, ui, &texts.wheel, wheel, Setting::Wheel);
    let command = command_key(&ctx.texts.keys);
    let hint = fill(&texts.wheel_hint, &[("command", command)]);
    hint_ui(ctx, ui, &hint);
}

fn motion_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.settings;
    let motions = [
        (None, texts.animation_automatic.as_str()),
        (Some(Motion::Full), &texts.animation_full),
        (Some(Motion::Reduced), &texts.animation_reduced),
    ];
    let motion = (motions.as_slice(), ctx.settings.motion);
    choice_ui(ctx, ui, &texts.animation, motion, Setting::Motion);
    hint_ui(ctx, ui, &texts.animation_hint);
    let paces = [
        (TourPace::Slow, texts.pace_slow.as_str()),
        (TourPace::Normal, &texts.pace_normal),
        (TourPace::Fast, &texts.pace_fast),
    ];
    let pace = (paces.as_slice(), ctx.settings.pace);
    choice_ui(ctx, ui, &texts.pace, pace, Setting::Pace);
}

/// What a choice is about, under it.
fn hint_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, hint: &str) {
    row_ui(ctx, ui, "", |ctx, ui| {
        line(ui, hint, fonts::sans(12.5), ctx.theme.ink_faint, 18.0);
    });
}

/// One of few values, each with its words.
pub(super) fn choice_ui<T: Copy + PartialEq>(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    (values, now): (&[(T, &str)], T),
    setting: impl FnOnce(T) -> Setting,
) {
    let spoken: Vec<String> = values
        .iter()
        .map(|(_, words)| labelled(ctx, label, words))
        .collect();
    let options: Vec<(&str, &str)> = values
        .iter()
        .zip(&spoken)
        .map(|((_, words), spoken)| (*words, spoken.as_str()))
        .collect();
    let chosen = values
        .iter()
        .position(|(value, _)| *value == now)
        // None of them.
        .unwrap_or(values.len());
    row_ui(ctx, ui, label, |ctx, ui| {
        let room = ui.available_width();
        let choices = Choices {
            name: label,
            options: &options,
            chosen,
            room,
        };
        if let Some((value, _)) = switch(ui, &choices).and_then(|i| values.get(i)) {
            ctx.send(setting(*value));
        }
    });
}

fn text_size_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    let percent = (ctx.settings.text_size.factor() * 100.0).round();
    let percent = fill(&texts.settings.percent, &[("n", &percent.to_string())]);
    row_ui(ctx, ui, &texts.settings.text_size, |ctx, ui| {
        let smaller = Command::SmallerText;
        if icon_button(ui, glyph::MINUS, smaller.text(texts)).clicked() {
            ctx.send(smaller);
        }
        percent_ui(ui, &percent);
        let larger = Command::LargerText;
        if icon_button(ui, glyph::PLUS, larger.text(texts)).clicked() {
            ctx.send(larger);
        }
        ui.add_space(space::SMALL);
        let normal = Command::NormalText;
        if text_button(ui, normal.text(texts)).clicked() {
            ctx.send(normal);
        }
    });
}

/// As wide for every value, so that the buttons stay under the pointer.
fn percent_ui(ui: &mut Ui, percent: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(44.0, ROW_HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, percent));
    let (font, ink) = (fonts::sans_medium(13.5), theme(ui.ctx()).ink);
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, percent, font, ink);
}

/// A label, and beside it, or below it where there is no room, what belongs to it.
pub(super) fn row_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    content_ui: impl FnOnce(&mut ViewCtx<'_>, &mut Ui),
) {
    let font = fonts::sans(13.5);
    let ink = ctx.theme.ink;
    if ui.available_width() < ROOM_FOR_BOTH {
        if !label.is_empty() {
            line(ui, label, font, ink, 20.0);
        }
        ui.horizontal(|ui| content_ui(ctx, ui));
        return;
    }
    ui.horizontal(|ui| {
        let height = if label.is_empty() { 0.0 } else { ROW_HEIGHT };
        ui.allocate_ui_with_layout(
            vec2(LABEL_WIDTH, height),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_width(LABEL_WIDTH);
                if !label.is_empty() {
                    line(ui, label, font, ink, 20.0);
                }
            },
        );
        content_ui(ctx, ui);
    });
}

/// Brings every choice back to what it was at the first start, and back again.
fn reset_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, undo: &mut Undo) {
    let texts = &ctx.texts.settings;
    let words = if undo.0.is_some() {
        &texts.undo_reset
    } else {
        &texts.reset
    };
    if text_button(ui, words).clicked() {
        let before = undo.0.take();
        if before.is_none() {
            undo.0 = Some(Box::new(ctx.settings.clone()));
        }
        ctx.send(Setting::All(before.unwrap_or_default()));
    }
}

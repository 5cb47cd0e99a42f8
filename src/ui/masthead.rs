//! The top of the window: whose story, the theme, the menu.

use egui::{Align, Button, Label, Layout, Popup, PopupCloseBehavior, Response, RichText, Ui, vec2};

use super::command_button::command_button;
use super::fonts::{self, glyph};
use super::search_field::search_field_ui;
use super::widgets::{Choices, icon_button, named_pane, switch};
use super::{Command, ViewCtx, theme::space};
use crate::settings::{Language, Setting};

pub const HEIGHT: f32 = 52.0;
/// Narrower windows do without the story's name here; the reading panel has it.
const ROOM_FOR_NAME: f32 = 1000.0;
/// Still narrower ones do without the program's; the search needs the room.
const ROOM_FOR_PROGRAM: f32 = 480.0;

pub fn masthead_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    let wide = ui.available_width() >= ROOM_FOR_NAME;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(18.0);
        if ui.available_width() >= ROOM_FOR_PROGRAM {
            ui.label(
                RichText::new(&ctx.texts.app.name)
                    .font(fonts::display(23.0))
                    .color(t.ink),
            );
        }
        if wide {
            ui.add_space(space::HAIR);
            let x = ui.cursor().left();
            let y = ui.max_rect().center().y;
            ui.painter().vline(x, y - 10.0..=y + 10.0, t.hair());
            ui.add_space(12.0);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(10.0);
            menu_ui(ctx, ui);
            let icon = if ui.visuals().dark_mode {
                glyph::SUN
            } else {
                glyph::MOON
            };
            command_button(ctx, ui, icon, Command::SwitchTheme);
            ui.add_space(space::HAIR);
            language_ui(ctx, ui);
            ui.add_space(space::HAIR);
            let room = ui.available_width() - if wide { 180.0 } else { 0.0 };
            search_field_ui(ctx, ui, (room - space::MEDIUM).clamp(90.0, 280.0));
            if wide {
                ui.add_space(space::MEDIUM);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    // A long name ends before the search.
                    ui.set_max_width(ui.available_width() - space::MEDIUM);
                    let name = RichText::new(ctx.say(&ctx.story.title))
                        .font(fonts::reading(16.0))
                        .color(t.ink_muted);
                    ui.add(Label::new(name).truncate());
                });
            }
        });
    });
}

/// In its own language each, so that whoever is lost in one finds out.
fn language_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    const CHOICES: [Language; 3] = [Language::English, Language::Chinese, Language::Both];
    let texts = &ctx.texts.languages;
    let options = [
        ("EN", texts.english.as_str()),
        ("中", &texts.chinese),
        ("EN 中", &texts.both),
    ];
    let chosen = CHOICES
        .iter()
        .position(|choice| *choice == ctx.language)
        .unwrap_or(0);
    // `switch` goes from left to right, whatever the bar does.
    let picked = ui.allocate_ui_with_layout(
        vec2(118.0, 32.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            let choices = Choices {
                name: &texts.name,
                options: &options,
                chosen,
                room: f32::INFINITY,
            };
            switch(ui, &choices)
        },
    );
    if let Some(language) = picked.inner.and_then(|i| CHOICES.get(i)) {
        ctx.send(Setting::Language(Some(*language)));
    }
}

fn menu_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let button = icon_button(ui, glyph::LIST, &ctx.texts.menu.name);
    Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(252.0);
            named_pane(ui, &ctx.texts.menu.name);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(space::HAIR);
            for (i, group) in Command::MENU.into_iter().enumerate() {
                if i > 0 {
                    ui.add_space(space::HAIR);
                    rule_ui(ctx, ui);
                    ui.add_space(space::HAIR);
                }
                for &command in group {
                    // There is nothing to remove.
                    if command == Command::RemoveOriginal && ctx.original.is_none() {
                        continue;
                    }
                    let entry = command_ui(ctx, ui, command);
                    if entry.clicked() {
                        ctx.send(command);
                        // Whoever came by keyboard goes on from where the menu was.
                        if entry.has_focus() {
                            button.request_focus();
                        }
                        ui.close();
                    }
                }
            }
            ui.add_space(space::HAIR);
        });
}

fn rule_ui(ctx: &ViewCtx<'_>, ui: &Ui) {
    ui.painter()
        .hline(ui.max_rect().x_range(), ui.cursor().top(), ctx.theme.hair());
}

fn command_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, command: Command) -> Response {
    let keys = command.keys(ctx.texts).next().unwrap_or_default();
    let text = RichText::new(command.text(ctx.texts))
        .font(fonts::sans(13.5))
        .color(ctx.theme.ink);
    let keys = RichText::new(keys)
        .font(fonts::sans(12.0))
        .color(ctx.theme.ink_faint);
    let mut button = Button::new(text).frame_when_inactive(false);
    if !keys.text().is_empty() {
        button = button.right_text(keys);
    }
    ui.add_sized([ui.available_width(), 30.0], button)
}

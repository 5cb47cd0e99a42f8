//! The top of the window: whose story, the theme, the menu.

use egui::{Align, Button, Label, Layout, Popup, PopupCloseBehavior, RichText, Ui, vec2};

use super::fonts::{self, glyph};
use super::search_field::search_field_ui;
use super::widgets::{Choices, icon_button, kicker, named_pane, switch};
use super::{Command, Request, ViewCtx, theme::space};
use crate::settings::{Language, MapNames, ThemeChoice};
use crate::texts::Menu;

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
            if icon_button(ui, icon, Command::SwitchTheme.text(ctx.texts)).clicked() {
                ctx.send(Command::SwitchTheme);
            }
            ui.add_space(space::HAIR);
            language_ui(ctx, ui);
            ui.add_space(space::HAIR);
            let room = ui.available_width() - if wide { 180.0 } else { 0.0 };
            search_field_ui(ctx, ui, (room - space::MEDIUM).clamp(90.0, 280.0));
            if wide {
                ui.add_space(space::MEDIUM);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
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
            };
            switch(ui, &choices)
        },
    );
    if let Some(language) = picked.inner.and_then(|i| CHOICES.get(i)) {
        ctx.send(Request::ChooseLanguage(*language));
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
            ui.add_space(space::SMALL);
            choice_ui(ctx, ui, &THEMES);
            ui.add_space(space::SMALL);
            choice_ui(ctx, ui, &MAP_NAMES);
            ui.add_space(space::HAIR);
            for group in Command::MENU {
                ui.add_space(space::HAIR);
                rule_ui(ctx, ui);
                ui.add_space(space::HAIR);
                for &command in group {
                    if command_ui(ctx, ui, command) {
                        ctx.send(command);
                        // Text is made larger step by step; all else is done with one click.
                        if !matches!(
                            command,
                            Command::LargerText | Command::SmallerText | Command::NormalText
                        ) {
                            ui.close();
                        }
                    }
                }
            }
            ui.add_space(space::HAIR);
        });
}

type Words = fn(&Menu) -> &str;

/// A setting that is one of three: its title, its values with their words, and how it is read and asked for.
struct Choice<T> {
    title: Words,
    values: [(T, Words); 3],
    now: fn(&ViewCtx<'_>) -> T,
    ask: fn(T) -> Request,
}

const THEMES: Choice<ThemeChoice> = Choice {
    title: |texts| &texts.theme,
    values: [
        (ThemeChoice::System, |texts| &texts.theme_system),
        (ThemeChoice::Light, |texts| &texts.theme_light),
        (ThemeChoice::Dark, |texts| &texts.theme_dark),
    ],
    now: |ctx| ctx.settings.theme,
    ask: Request::ChooseTheme,
};

const MAP_NAMES: Choice<MapNames> = Choice {
    title: |texts| &texts.map_names,
    values: [
        (MapNames::English, |texts| &texts.map_names_english),
        (MapNames::Chinese, |texts| &texts.map_names_chinese),
        (MapNames::Both, |texts| &texts.map_names_both),
    ],
    now: |ctx| ctx.map_names(),
    ask: Request::ChooseMapNames,
};

fn choice_ui<T: Copy + PartialEq>(ctx: &mut ViewCtx<'_>, ui: &mut Ui, choice: &Choice<T>) {
    let texts = &ctx.texts.menu;
    let now = (choice.now)(ctx);
    let labels = choice.values.map(|(_, words)| (words(texts), words(texts)));
    let chosen = choice
        .values
        .iter()
        .position(|(value, _)| *value == now)
        .unwrap_or(0);
    ui.horizontal(|ui| {
        ui.add_space(2.0);
        kicker(ui, (choice.title)(texts), ctx.theme.ink_faint);
    });
    ui.add_space(space::HAIR);
    let choices = Choices {
        name: (choice.title)(texts),
        options: &labels,
        chosen,
    };
    let picked = ui.push_id(choices.name, |ui| switch(ui, &choices)).inner;
    if let Some((value, _)) = picked.and_then(|i| choice.values.get(i)) {
        ctx.send((choice.ask)(*value));
    }
}

fn rule_ui(ctx: &ViewCtx<'_>, ui: &Ui) {
    ui.painter()
        .hline(ui.max_rect().x_range(), ui.cursor().top(), ctx.theme.hair());
}

/// Whether it was picked.
fn command_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, command: Command) -> bool {
    let keys = command.keys(ctx.texts).next().unwrap_or_default();
    let text = RichText::new(command.text(ctx.texts))
        .font(fonts::sans(13.5))
        .color(ctx.theme.ink);
    let keys = RichText::new(keys)
        .font(fonts::sans(12.0))
        .color(ctx.theme.ink_faint);
    let button = Button::new(text)
        .right_text(keys)
        .frame_when_inactive(false);
    ui.add_sized([ui.available_width(), 30.0], button).clicked()
}

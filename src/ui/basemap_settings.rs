//! The part of the settings that says which map lies under the story. A server is asked for nothing before it is picked
//! here, nor while its address is being typed.

use egui::{Id, Ui};

use super::map_condition::{address_words, condition_words};
use super::settings_window::{choice_ui, row_ui};
use super::widgets::{TypedLine, announced, line, typed_line};
use super::{ViewCtx, fonts};
use crate::basemap::Source;
use crate::settings::{BasemapChoice, BasemapKind, Setting, TileServer};
use crate::texts::fill;

pub fn basemap_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.basemap;
    let chosen = &ctx.settings.basemap;
    let kinds = [
        (BasemapKind::Embedded, texts.embedded.as_str()),
        (BasemapKind::File, &texts.file),
        (BasemapKind::Online, &texts.online),
    ];
    let kind = (kinds.as_slice(), chosen.kind);
    choice_ui(ctx, ui, &texts.kind, kind, |kind| {
        let chosen = chosen.clone();
        Setting::Basemap(BasemapChoice { kind, ..chosen })
    });
    match chosen.kind {
        BasemapKind::Embedded => {}
        BasemapKind::File => file_ui(ctx, ui),
        BasemapKind::Online => online_ui(ctx, ui),
    }
}

fn file_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.basemap;
    let path = TypedLine {
        id: "map file",
        name: &texts.path,
        hint: &texts.path_hint,
        text: &ctx.settings.basemap.file,
    };
    typed_ui(ctx, ui, &path, |chosen, file| BasemapChoice {
        file,
        ..chosen
    });
    condition_ui(ctx, ui);
}

fn online_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = &ctx.texts.basemap;
    let chosen = &ctx.settings.basemap;
    let servers = [
        (Some(TileServer::OpenStreetMap), "OpenStreetMap"),
        (Some(TileServer::BlueMarble), "NASA Blue Marble"),
        (Some(TileServer::Own), &texts.own),
    ];
    let server = (servers.as_slice(), chosen.server);
    choice_ui(ctx, ui, &texts.server, server, |server| {
        let chosen = chosen.clone();
        Setting::Basemap(BasemapChoice { server, ..chosen })
    });
    if chosen.server == Some(TileServer::Own) {
        let address = TypedLine {
            id: "tile server address",
            name: &texts.address,
            hint: &texts.address_hint,
            text: &chosen.address,
        };
        typed_ui(ctx, ui, &address, |chosen, address| BasemapChoice {
            address,
            ..chosen
        });
        let credit = TypedLine {
            id: "tile server credit",
            name: &texts.credit,
            hint: &texts.credit_hint,
            text: &chosen.credit,
        };
        typed_ui(ctx, ui, &credit, |chosen, credit| BasemapChoice {
            credit,
            ..chosen
        });
    }
    match chosen.source() {
        Err(problem) => said_ui(ctx, ui, &address_words(texts, &problem)),
        Ok(Source::Online(server)) => {
            let host = server.template.host();
            note_ui(ctx, ui, &fill(&texts.privacy, &[("host", host)]));
            condition_ui(ctx, ui);
        }
        Ok(_) => note_ui(ctx, ui, &texts.none_asked),
    }
}

/// A row to type in.
fn typed_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    typed: &TypedLine<'_>,
    with: impl FnOnce(BasemapChoice, String) -> BasemapChoice,
) {
    row_ui(ctx, ui, typed.name, |ctx, ui| {
        if let Some(text) = typed_line(ui, typed) {
            let chosen = with(ctx.settings.basemap.clone(), text);
            ctx.send(Setting::Basemap(chosen));
        }
    });
}

fn condition_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    if let Some(words) = condition_words(&ctx.texts.basemap, &ctx.map_condition) {
        said_ui(ctx, ui, &words);
    }
}

/// What is wrong or under way; heard as soon as it changes.
fn said_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, words: &str) {
    row_ui(ctx, ui, "", |ctx, ui| {
        let font = fonts::sans(12.5);
        let said = ui.vertical(|ui| line(ui, words, font, ctx.theme.accent_ink, 18.0));
        let id = Id::unique("map condition in the settings");
        announced(ui, said.inner.rect, id, words);
    });
}

fn note_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, words: &str) {
    row_ui(ctx, ui, "", |ctx, ui| {
        ui.vertical(|ui| line(ui, words, fonts::sans(12.5), ctx.theme.ink_faint, 18.0));
    });
}

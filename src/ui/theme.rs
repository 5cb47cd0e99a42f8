//! Colours, type and spacing by meaning. Nothing else in the program names a colour or a size.

#![expect(clippy::unreadable_literal, reason = "a colour is read as six digits")]

use super::fonts;
use crate::settings::{Motion, ThemeChoice};
use egui::style::ScrollAnimation;
use egui::{Color32, CornerRadius, FontId, Margin, Stroke, Vec2, Visuals, vec2};

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

#[derive(Clone, Copy, PartialEq)]
pub struct Theme {
    /// Ground of the window's bars.
    pub paper: Color32,
    /// Ground of the reading panel.
    pub panel: Color32,
    /// Ground of what floats: buttons on the map, menus, the search field.
    pub raised: Color32,
    pub ink: Color32,
    pub ink_muted: Color32,
    /// The quietest text that is still read: numbers, captions, placeholders.
    pub ink_faint: Color32,
    pub hairline: Color32,
    /// Edge of a control, at least 3:1.
    pub control: Color32,
    pub accent: Color32,
    /// The accent as text and as links.
    pub accent_ink: Color32,
    pub accent_hover: Color32,
    pub on_accent: Color32,
    /// Ground of the selected passage and of a mention under the pointer.
    pub selection: Color32,
    /// Ground of text marked for copying.
    pub text_selection: Color32,
    pub hover: Color32,
    /// Sunken ground of a switch.
    pub well: Color32,
    pub chip_on: Color32,
    pub on_chip: Color32,
    pub focus: Color32,
    pub marker_dim: Color32,
    pub water: Color32,
    pub land: Color32,
    pub shadow: Color32,
}

pub const LIGHT: Theme = Theme {
    paper: rgb(0xfbf9f4),
    panel: rgb(0xfffdf9),
    raised: rgb(0xffffff),
    ink: rgb(0x1d1a16),
    ink_muted: rgb(0x5c564c),
    ink_faint: rgb(0x6c655a),
    hairline: rgb(0xe6e0d4),
    control: rgb(0x91897b),
    accent: rgb(0xc8361d),
    accent_ink: rgb(0xb02d16),
    accent_hover: rgb(0xa12813),
    on_accent: rgb(0xffffff),
    selection: rgb(0xfbebe4),
    text_selection: rgb(0xf6cfc0),
    hover: rgb(0xf2ede3),
    well: rgb(0xf0ebe0),
    chip_on: rgb(0x2b2721),
    on_chip: rgb(0xfdfbf6),
    focus: rgb(0x1f5f8b),
    marker_dim: rgb(0x6c655a),
    water: rgb(0xd3dfe0),
    land: rgb(0xf5f1e7),
    shadow: Color32::from_black_alpha(26),
};

pub const DARK: Theme = Theme {
    paper: rgb(0x191816),
    panel: rgb(0x1e1d1a),
    raised: rgb(0x2a2825),
    ink: rgb(0xebe5da),
    ink_muted: rgb(0xb3ab9e),
    ink_faint: rgb(0x9d9588),
    hairline: rgb(0x33302b),
    control: rgb(0x787166),
    accent: rgb(0xe8573a),
    accent_ink: rgb(0xf58a6e),
    accent_hover: rgb(0xf4775b),
    on_accent: rgb(0x1a0c08),
    selection: rgb(0x38241d),
    text_selection: rgb(0x5a3226),
    hover: rgb(0x2b2925),
    well: rgb(0x0f0e0d),
    chip_on: rgb(0xe9e2d5),
    on_chip: rgb(0x1d1b18),
    focus: rgb(0x7fb8de),
    marker_dim: rgb(0x9d9588),
    water: rgb(0x12181b),
    land: rgb(0x232321),
    shadow: Color32::from_black_alpha(110),
};

/// Distances between things, in points.
pub mod space {
    pub const HAIR: f32 = 4.0;
    pub const SMALL: f32 = 8.0;
    pub const MEDIUM: f32 = 16.0;
    pub const LARGE: f32 = 28.0;
}

/// The theme in force.
pub fn theme(ctx: &egui::Context) -> &'static Theme {
    of(&ctx.global_style().visuals)
}

pub fn of(visuals: &Visuals) -> &'static Theme {
    if visuals.dark_mode { &DARK } else { &LIGHT }
}

/// Gives egui both themes; once, at the start.
pub fn install(ctx: &egui::Context) {
    for (theme, tokens) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = visuals(tokens, theme);
            style.text_styles = [
                (egui::TextStyle::Small, fonts::sans(11.5)),
                (egui::TextStyle::Body, fonts::sans(14.0)),
                (egui::TextStyle::Button, fonts::sans(14.0)),
                (egui::TextStyle::Heading, fonts::display(30.0)),
                (egui::TextStyle::Monospace, FontId::monospace(13.0)),
            ]
            .into();
            style.spacing.item_spacing = vec2(space::SMALL, space::SMALL);
            style.spacing.scroll = scroll();
            style.interaction.selectable_labels = true;
            style.interaction.tooltip_delay = 0.4;
        });
    }
    ctx.options_mut(|options| {
        // Where the system does not say (X11), paper is what a newspaper is printed on.
        options.fallback_theme = egui::Theme::Light;
        // Our own commands set the text size, so that it is remembered.
        options.zoom_with_keyboard = false;
    });
}

pub fn choose(ctx: &egui::Context, choice: ThemeChoice) {
    ctx.set_theme(match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
}

/// Seconds that a change of colour or size takes.
const ANIMATION: f32 = 0.16;

/// Whether what egui draws fades and slides.
pub fn set_motion(ctx: &egui::Context, motion: Motion) {
    let (time, scroll) = match motion {
        Motion::Full => (ANIMATION, ScrollAnimation::default()),
        Motion::Reduced => (0.0, ScrollAnimation::none()),
    };
    ctx.all_styles_mut(|style| {
        style.animation_time = time;
        style.scroll_animation = scroll;
    });
}

fn visuals(t: &Theme, theme: egui::Theme) -> Visuals {
    let mut v = theme.default_visuals();
    v.panel_fill = t.panel;
    v.window_fill = t.raised;
    v.window_stroke = Stroke::new(1.0, t.hairline);
    v.window_corner_radius = CornerRadius::same(8);
    v.menu_corner_radius = CornerRadius::same(8);
    let shadow = egui::Shadow {
        offset: [0, 4],
        blur: 18,
        spread: 0,
        color: t.shadow,
    };
    (v.popup_shadow, v.window_shadow) = (shadow, shadow);
    v.extreme_bg_color = t.raised;
    v.text_edit_bg_color = Some(Color32::TRANSPARENT);
    v.faint_bg_color = t.hover;
    v.hyperlink_color = t.accent_ink;
    v.weak_text_color = Some(t.ink_faint);
    v.selection.bg_fill = t.text_selection;
    v.selection.stroke = Stroke::new(1.0, t.ink);
    v.text_cursor.stroke = Stroke::new(1.5, t.accent);
    for (w, ground, text) in [
        (&mut v.widgets.noninteractive, Color32::TRANSPARENT, t.ink),
        (&mut v.widgets.inactive, t.ink_faint, t.ink),
        (&mut v.widgets.hovered, t.ink_muted, t.ink),
        (&mut v.widgets.active, t.ink_muted, t.ink),
        (&mut v.widgets.open, t.hover, t.ink),
    ] {
        w.bg_fill = ground;
        w.weak_bg_fill = ground;
        w.bg_stroke = Stroke::new(1.0, t.hairline);
        w.fg_stroke = Stroke::new(1.0, text);
        w.corner_radius = CornerRadius::same(6);
        w.expansion = 0.0;
    }
    v
}

/// A hair of a bar that takes no room and wakes up under the pointer.
fn scroll() -> egui::style::ScrollStyle {
    egui::style::ScrollStyle {
        bar_width: 8.0,
        floating_width: 3.0,
        floating_allocated_width: 0.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 3.0,
        handle_min_length: 36.0,
        foreground_color: false,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.22,
        active_handle_opacity: 0.5,
        interact_handle_opacity: 0.85,
        ..egui::style::ScrollStyle::floating()
    }
}

impl Theme {
    /// The ground, on a panel, of the passage that the reader is on.
    pub fn current(&self) -> Color32 {
        self.panel.blend(self.selection.gamma_multiply(0.55))
    }

    pub fn hair(&self) -> Stroke {
        Stroke::new(1.0, self.hairline)
    }

    pub fn float(&self) -> egui::Frame {
        egui::Frame::NONE
            .fill(self.raised)
            .stroke(self.hair())
            .corner_radius(8)
            .inner_margin(Margin::same(2))
            .shadow(self.float_shadow())
    }

    /// Of what floats on the map.
    pub fn float_shadow(&self) -> egui::Shadow {
        egui::Shadow {
            offset: [0, 2],
            blur: 10,
            spread: 0,
            color: self.shadow,
        }
    }
}

/// Click targets are never smaller.
pub const TARGET: Vec2 = Vec2::splat(28.0);

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(color: Color32) -> f32 {
        let [r, g, b, _] = color.to_normalized_gamma_f32().map(|part| {
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for t in [LIGHT, DARK] {
            let current_passage = t.current();
            let count_on_chip = t.chip_on.blend(t.on_chip.gamma_multiply(0.75));
            for (name, text, grounds) in [
                (
                    "ink",
                    t.ink,
                    vec![
                        t.panel,
                        t.paper,
                        t.raised,
                        t.hover,
                        t.land,
                        current_passage,
                        t.text_selection,
                    ],
                ),
                (
                    "muted",
                    t.ink_muted,
                    vec![
                        t.panel,
                        t.paper,
                        t.raised,
                        t.hover,
                        t.well,
                        t.water,
                        current_passage,
                        t.text_selection,
                    ],
                ),
                (
                    "faint",
                    t.ink_faint,
                    vec![t.panel, t.paper, t.raised, t.hover, t.land, current_passage],
                ),
                (
                    "accent ink",
                    t.accent_ink,
                    vec![
                        t.panel,
                        t.paper,
                        t.raised,
                        t.hover,
                        t.selection,
                        current_passage,
                        t.text_selection,
                    ],
                ),
                ("on accent", t.on_accent, vec![t.accent, t.accent_hover]),
                ("on chip", t.on_chip, vec![t.chip_on]),
                ("count on chip", count_on_chip, vec![t.chip_on]),
                ("number of a dimmed marker", t.marker_dim, vec![t.land]),
            ] {
                for ground in grounds {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{name} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn every_mark_stands_out_from_its_ground() {
        for t in [LIGHT, DARK] {
            for (name, mark, grounds) in [
                ("marker", t.accent, vec![t.land, t.water]),
                ("dimmed marker", t.marker_dim, vec![t.land, t.water]),
                (
                    "edge of a control",
                    t.control,
                    vec![t.paper, t.panel, t.raised],
                ),
                (
                    "line of a tab, bar and dot",
                    t.accent,
                    vec![t.panel, t.selection],
                ),
                ("hovered marker", t.accent_hover, vec![t.land, t.water]),
                ("line of the scale", t.ink_faint, vec![t.land, t.water]),
                ("tick", t.ink, vec![t.panel, t.hover, t.hairline]),
                ("main button", t.accent, vec![t.panel]),
                (
                    "focus",
                    t.focus,
                    vec![
                        t.paper,
                        t.panel,
                        t.raised,
                        t.land,
                        t.water,
                        t.hover,
                        t.well,
                        t.selection,
                    ],
                ),
            ] {
                for ground in grounds {
                    let ratio = contrast(mark, ground);
                    assert!(ratio >= 3.0, "{name} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }
}

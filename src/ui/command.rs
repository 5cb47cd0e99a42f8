//! Commands: each one variant that gives its words and its keys. Menu, keys and the list of keys are made from it.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::texts::Texts;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    NextPassage,
    PreviousPassage,
    FirstPassage,
    LastPassage,
    Back,
    ZoomIn,
    ZoomOut,
    Overview,
    ShowStory,
    ShowCurriculum,
    ShowWho,
    ShowWhen,
    Search,
    SwitchTheme,
    LargerText,
    SmallerText,
    NormalText,
    FullScreen,
    Keys,
    Quit,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn with_ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

impl Command {
    /// In the order in which the list of keys shows them.
    pub const ALL: [Self; 20] = [
        Self::NextPassage,
        Self::PreviousPassage,
        Self::FirstPassage,
        Self::LastPassage,
        Self::Back,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::Overview,
        Self::ShowStory,
        Self::ShowCurriculum,
        Self::ShowWho,
        Self::ShowWhen,
        Self::Search,
        Self::SwitchTheme,
        Self::LargerText,
        Self::SmallerText,
        Self::NormalText,
        Self::FullScreen,
        Self::Keys,
        Self::Quit,
    ];

    /// Those of the menu, by group.
    pub const MENU: [&[Self]; 3] = [
        &[Self::Overview, Self::FirstPassage],
        &[Self::LargerText, Self::SmallerText, Self::NormalText],
        &[Self::FullScreen, Self::Keys, Self::Quit],
    ];

    pub fn text(self, texts: &Texts) -> &str {
        let texts = &texts.commands;
        match self {
            Self::NextPassage => &texts.next_passage,
            Self::PreviousPassage => &texts.previous_passage,
            Self::FirstPassage => &texts.first_passage,
            Self::LastPassage => &texts.last_passage,
            Self::Back => &texts.back,
            Self::ZoomIn => &texts.zoom_in,
            Self::ZoomOut => &texts.zoom_out,
            Self::Overview => &texts.overview,
            Self::ShowStory => &texts.story,
            Self::ShowCurriculum => &texts.curriculum,
            Self::ShowWho => &texts.who,
            Self::ShowWhen => &texts.when,
            Self::Search => &texts.search,
            Self::SwitchTheme => &texts.switch_theme,
            Self::LargerText => &texts.larger_text,
            Self::SmallerText => &texts.smaller_text,
            Self::NormalText => &texts.normal_text,
            Self::FullScreen => &texts.full_screen,
            Self::Keys => &texts.keys,
            Self::Quit => &texts.quit,
        }
    }

    /// The first is the one to show. Those with more modifiers come before those with fewer on the same key.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::NextPassage => const { &[plain(Key::ArrowRight), plain(Key::PageDown)] },
            Self::PreviousPassage => const { &[plain(Key::ArrowLeft), plain(Key::PageUp)] },
            Self::FirstPassage => const { &[plain(Key::Home)] },
            Self::LastPassage => const { &[plain(Key::End)] },
            Self::Back => const { &[plain(Key::Escape)] },
            Self::ZoomIn => const { &[plain(Key::Plus), plain(Key::Equals)] },
            Self::ZoomOut => const { &[plain(Key::Minus)] },
            Self::Overview => const { &[plain(Key::Num0)] },
            Self::ShowStory => const { &[with_ctrl(Key::Num1)] },
            Self::ShowCurriculum => const { &[with_ctrl(Key::Num2)] },
            Self::ShowWho => const { &[with_ctrl(Key::Num3)] },
            Self::ShowWhen => const { &[with_ctrl(Key::Num4)] },
            Self::Search => const { &[with_ctrl(Key::F), plain(Key::Slash)] },
            Self::SwitchTheme => const { &[with_ctrl(Key::D)] },
            Self::LargerText => const { &[with_ctrl(Key::Plus), with_ctrl(Key::Equals)] },
            Self::SmallerText => const { &[with_ctrl(Key::Minus)] },
            Self::NormalText => const { &[with_ctrl(Key::Num0)] },
            Self::FullScreen => const { &[plain(Key::F11)] },
            Self::Keys => const { &[plain(Key::F1), plain(Key::Questionmark)] },
            Self::Quit => const { &[with_ctrl(Key::Q)] },
        }
    }

    /// Its keys as they stand on a keyboard.
    pub fn keys(self, texts: &Texts) -> impl Iterator<Item = String> {
        let texts = &texts.keys;
        self.shortcuts().iter().map(move |shortcut| {
            let key = match shortcut.logical_key {
                Key::ArrowLeft => "←",
                Key::ArrowRight => "→",
                Key::PageUp => &texts.page_up,
                Key::PageDown => &texts.page_down,
                Key::Home => &texts.home,
                Key::End => &texts.end,
                Key::Escape => &texts.escape,
                Key::Plus => "+",
                Key::Minus => "−",
                Key::Equals => "=",
                Key::Questionmark => "?",
                Key::Slash => "/",
                // Letters, digits and F keys are called so everywhere.
                other => other.name(),
            };
            let command = if cfg!(target_os = "macos") {
                "⌘"
            } else {
                &texts.command
            };
            if shortcut.modifiers.command {
                format!("{command} {key}")
            } else {
                key.to_owned()
            }
        })
    }

    /// Whether a focused map takes the keys for itself, to go from place to place.
    fn yields_to_map(self) -> bool {
        matches!(self, Self::NextPassage | Self::PreviousPassage)
    }
}

/// The command whose keys were just pressed; takes the keys.
pub fn pressed(ctx: &egui::Context, map_has_focus: bool) -> Option<Command> {
    // Text fields and open menus have the first word.
    if ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) {
        return None;
    }
    let command = Command::ALL
        .into_iter()
        .filter(|command| !(map_has_focus && command.yields_to_map()))
        .find(|command| {
            let mut taken = |shortcut| {
                ctx.input_mut(|input| !input.modifiers.alt && input.consume_shortcut(shortcut))
            };
            command.shortcuts().iter().any(&mut taken)
        })?;
    // egui has read the arrows as a wish to move the focus.
    ctx.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
    // The / that leads to the search is not searched for.
    ctx.input_mut(|input| {
        input
            .events
            .retain(|event| !matches!(event, egui::Event::Text(_)));
    });
    Some(command)
}

//! Commands: each one variant that gives its words and its keys. Menu, keys and the list of keys are made from it.

use egui::{Context, EventFilter, Id, Key, KeyboardShortcut, Modifiers, PointerButton, Response};

use crate::texts::{Keys, Texts, fill};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    NextPassage,
    PreviousPassage,
    FirstPassage,
    LastPassage,
    Play,
    Continue,
    PreviousMention,
    NextMention,
    TravelBack,
    TravelForward,
    Back,
    ZoomIn,
    ZoomOut,
    Overview,
    ShowStory,
    ShowCurriculum,
    ShowWho,
    ShowWhen,
    ShowFound,
    MarkPlace,
    Redo,
    Undo,
    Search,
    SwitchTheme,
    LargerText,
    SmallerText,
    NormalText,
    CopyReference,
    Recent,
    Open,
    New,
    SaveStory,
    Export,
    AttachOriginal,
    RemoveOriginal,
    SwitchWording,
    Present,
    Settings,
    Keys,
    Quit,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn with_ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn with_ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn with_alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn with_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

impl Command {
    /// In the order in which the list of keys shows them; of those on the same key the one with more modifiers first.
    pub const ALL: [Self; 40] = [
        Self::NextPassage,
        Self::PreviousPassage,
        Self::FirstPassage,
        Self::LastPassage,
        Self::Play,
        Self::Continue,
        Self::PreviousMention,
        Self::NextMention,
        Self::TravelBack,
        Self::TravelForward,
        Self::Back,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::Overview,
        Self::ShowStory,
        Self::ShowCurriculum,
        Self::ShowWho,
        Self::ShowWhen,
        Self::ShowFound,
        Self::MarkPlace,
        Self::Redo,
        Self::Undo,
        Self::Search,
        Self::SwitchTheme,
        Self::LargerText,
        Self::SmallerText,
        Self::NormalText,
        Self::CopyReference,
        Self::Recent,
        Self::Open,
        Self::New,
        Self::SaveStory,
        Self::Export,
        Self::AttachOriginal,
        Self::RemoveOriginal,
        Self::SwitchWording,
        Self::Present,
        Self::Settings,
        Self::Keys,
        Self::Quit,
    ];

    /// Those of the menu, by group.
    pub const MENU: [&[Self]; 5] = [
        &[
            Self::Open,
            Self::Recent,
            Self::New,
            Self::SaveStory,
            Self::Export,
        ],
        &[Self::AttachOriginal, Self::RemoveOriginal],
        &[Self::Play, Self::Overview, Self::CopyReference],
        &[Self::Settings, Self::Keys],
        &[Self::Present, Self::Quit],
    ];

    pub fn text(self, texts: &Texts) -> &str {
        let texts = &texts.commands;
        match self {
            Self::NextPassage => &texts.next_passage,
            Self::PreviousPassage => &texts.previous_passage,
            Self::FirstPassage => &texts.first_passage,
            Self::LastPassage => &texts.last_passage,
            Self::Play => &texts.play,
            Self::Continue => &texts.go_on,
            Self::PreviousMention => &texts.previous_mention,
            Self::NextMention => &texts.next_mention,
            Self::TravelBack => &texts.travel_back,
            Self::TravelForward => &texts.travel_forward,
            Self::Back => &texts.back,
            Self::ZoomIn => &texts.zoom_in,
            Self::ZoomOut => &texts.zoom_out,
            Self::Overview => &texts.overview,
            Self::ShowStory => &texts.story,
            Self::ShowCurriculum => &texts.curriculum,
            Self::ShowWho => &texts.who,
            Self::ShowWhen => &texts.when,
            Self::ShowFound => &texts.found,
            Self::MarkPlace => &texts.mark_place,
            Self::Redo => &texts.redo,
            Self::Undo => &texts.undo,
            Self::Search => &texts.search,
            Self::SwitchTheme => &texts.switch_theme,
            Self::LargerText => &texts.larger_text,
            Self::SmallerText => &texts.smaller_text,
            Self::NormalText => &texts.normal_text,
            Self::CopyReference => &texts.copy_reference,
            Self::Recent => &texts.recent,
            Self::Open => &texts.open,
            Self::New => &texts.new,
            Self::SaveStory => &texts.save_story,
            Self::Export => &texts.export,
            Self::AttachOriginal => &texts.attach_original,
            Self::RemoveOriginal => &texts.remove_original,
            Self::SwitchWording => &texts.switch_wording,
            Self::Present => &texts.present,
            Self::Settings => &texts.settings,
            Self::Keys => &texts.keys,
            Self::Quit => &texts.quit,
        }
    }

    /// The first is the one to show.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::NextPassage => const { &[plain(Key::ArrowRight), plain(Key::PageDown)] },
            Self::PreviousPassage => const { &[plain(Key::ArrowLeft), plain(Key::PageUp)] },
            Self::FirstPassage => const { &[plain(Key::Home)] },
            Self::LastPassage => const { &[plain(Key::End)] },
            Self::Play => const { &[plain(Key::P)] },
            Self::Continue => const { &[plain(Key::C)] },
            Self::PreviousMention => const { &[with_shift(Key::N)] },
            Self::NextMention => const { &[plain(Key::N)] },
            Self::TravelBack => const { &[with_alt(Key::ArrowLeft)] },
            Self::TravelForward => const { &[with_alt(Key::ArrowRight)] },
            Self::Back => const { &[plain(Key::Escape)] },
            Self::ZoomIn => const { &[plain(Key::Plus), plain(Key::Equals)] },
            Self::ZoomOut => const { &[plain(Key::Minus)] },
            Self::Overview => const { &[plain(Key::Num0)] },
            Self::ShowStory => const { &[with_ctrl(Key::Num1)] },
            Self::ShowCurriculum => const { &[with_ctrl(Key::Num2)] },
            Self::ShowWho => const { &[with_ctrl(Key::Num3)] },
            Self::ShowWhen => const { &[with_ctrl(Key::Num4)] },
            Self::ShowFound => const { &[with_ctrl(Key::Num5)] },
            Self::MarkPlace => const { &[plain(Key::M)] },
            Self::Redo => const { &[with_ctrl_shift(Key::Z), with_ctrl(Key::Y)] },
            Self::Undo => const { &[with_ctrl(Key::Z)] },
            Self::Search => const { &[with_ctrl(Key::F), plain(Key::Slash)] },
            Self::SwitchTheme => const { &[with_ctrl(Key::D)] },
            Self::LargerText => const { &[with_ctrl(Key::Plus), with_ctrl(Key::Equals)] },
            Self::SmallerText => const { &[with_ctrl(Key::Minus)] },
            Self::NormalText => const { &[with_ctrl(Key::Num0)] },
            Self::CopyReference => const { &[with_ctrl(Key::L)] },
            Self::Recent => const { &[with_ctrl_shift(Key::O)] },
            Self::Open => const { &[with_ctrl(Key::O)] },
            Self::New => const { &[with_ctrl(Key::N)] },
            Self::SaveStory => const { &[with_ctrl(Key::S)] },
            Self::Export => const { &[with_ctrl(Key::E)] },
            Self::AttachOriginal => const { &[with_ctrl_shift(Key::A)] },
            // Rarely wanted, and never by mistake: it is in the menu.
            Self::RemoveOriginal => &[],
            Self::SwitchWording => const { &[plain(Key::O)] },
            Self::Present => const { &[plain(Key::F11)] },
            Self::Settings => const { &[with_ctrl(Key::Comma)] },
            Self::Keys => const { &[plain(Key::F1), plain(Key::Questionmark)] },
            Self::Quit => const { &[with_ctrl(Key::Q)] },
        }
    }

    /// What it does and its first key, as in "Next mention (N)".
    pub fn hint(self, text: &str, texts: &Texts) -> String {
        let keys = self.keys(texts).next().unwrap_or_default();
        fill(&texts.keys.beside, &[("text", text), ("keys", &keys)])
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
                Key::Comma => ",",
                // Letters, digits and F keys are called so everywhere.
                other => other.name(),
            };
            let Modifiers {
                command,
                alt,
                shift,
                ..
            } = shortcut.modifiers;
            let held = [
                (command, command_key(texts)),
                (alt, &texts.alt),
                (shift, &texts.shift),
            ];
            let held = held.iter().filter(|(is_held, _)| *is_held);
            let names: Vec<&str> = held.map(|(_, name)| *name).chain([key]).collect();
            names.join(" ")
        })
    }

    /// The button of a mouse that does the same.
    fn mouse_button(self) -> Option<PointerButton> {
        match self {
            Self::TravelBack => Some(PointerButton::Extra1),
            Self::TravelForward => Some(PointerButton::Extra2),
            _ => None,
        }
    }
}

/// Leaves the arrow keys to a control that has the focus, as to a map or a slider.
pub fn claim_arrows(response: &Response) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    response.ctx.memory_mut(|memory| {
        memory.set_focus_lock_filter(response.id, filter);
        memory.data.insert_temp(arrows_claim(), response.id);
    });
}

fn arrows_claim() -> Id {
    Id::unique("claims the arrow keys")
}

/// Whether the control that has the focus takes the arrow keys.
pub fn arrows_are_claimed(ctx: &Context) -> bool {
    ctx.memory(|memory| {
        let claimed: Option<Id> = memory.data.get_temp(arrows_claim());
        claimed.is_some() && claimed == memory.focused()
    })
}

/// What the key is called that commands are given with.
pub fn command_key(texts: &Keys) -> &str {
    if cfg!(target_os = "macos") {
        "⌘"
    } else {
        &texts.command
    }
}

/// The command whose keys were just pressed; takes the keys.
pub fn pressed(ctx: &Context) -> Option<Command> {
    // Open menus have the first word.
    if egui::Popup::is_any_open(ctx) {
        return None;
    }
    let by_mouse = |command: &Command| {
        let button = command.mouse_button();
        button.is_some_and(|button| ctx.input(|input| input.pointer.button_pressed(button)))
    };
    if let Some(command) = Command::ALL.into_iter().find(by_mouse) {
        return Some(command);
    }
    // So have text fields.
    if ctx.text_edit_focused() {
        return None;
    }
    let arrows_are_claimed = arrows_are_claimed(ctx);
    let command = Command::ALL.into_iter().find(|command| {
        let mut taken = |shortcut: &KeyboardShortcut| {
            let is_arrow = matches!(shortcut.logical_key, Key::ArrowLeft | Key::ArrowRight);
            if is_arrow && arrows_are_claimed && !shortcut.modifiers.alt {
                return false;
            }
            ctx.input_mut(|input| {
                input.modifiers.alt == shortcut.modifiers.alt && input.consume_shortcut(shortcut)
            })
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

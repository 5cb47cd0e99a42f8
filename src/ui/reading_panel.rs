//! The panel beside the map: tabs, and under them the page that is open.

use egui::{Align, Context, Key, Layout, Modifiers, Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

use super::curriculum_panel::{CurriculumRows, curriculum_ui};
use super::focus_trail::FocusTrail;
use super::lazy_rows::LazyRows;
use super::mending::{FoundPage, found_ui};
use super::original_text::{SWITCH_WIDTH, wording_ui};
use super::overview::overview_ui;
use super::passage_list::{PassageList, ROUNDING, passages_ui};
use super::place_page::{place_ui, region_ui};
use super::presented_page::presented_ui;
use super::problems_page::problems_ui;
use super::search_page::search_page_ui;
use super::theme::space;
use super::when_page::when_ui;
use super::who_page::who_ui;
use super::widgets::tab;
use super::{ViewCtx, fonts, widgets};
use crate::session::{Action, Carry, Focus, Mention, Page};
use crate::story::{ActorId, Item, PassageId};

/// Points that an arrow key scrolls.
const STEP: f32 = 56.0;

/// What the panel itself must remember between frames.
#[derive(Default)]
pub struct ReadingPanel {
    /// The passage to bring into view.
    scroll_to: Option<PassageId>,
    /// The person or organisation to bring into view.
    meets: Option<ActorId>,
    /// Whether to go back to the top of the page.
    to_top: bool,
    /// How far to scroll down by key, in points.
    scroll_by: f32,
    /// The mention to bring into view, and to give the focus.
    reach: Option<Mention>,
    /// Where the page has to stand, in points from its top, for what is read to stay where it is.
    keep_at: Option<f32>,
    list: PassageList,
    curriculum: CurriculumRows,
    people: LazyRows,
    facts: LazyRows,
    found: FoundPage,
    trail: FocusTrail,
}

impl ReadingPanel {
    /// The story's file has changed: what still has its id keeps its height, so that the text stays under the eye.
    pub fn carry(&mut self, carry: Carry<'_>) {
        let mut list = std::mem::take(&mut self.list);
        list.carry(carry);
        *self = Self {
            list,
            ..Self::default()
        };
    }

    /// Asks which place of the article these words are.
    pub fn mark(&mut self, words: String) {
        self.found.mark(words);
        self.to_top = true;
    }

    /// Whether the reader was asked so.
    pub fn stop_marking(&mut self) -> bool {
        self.found.stop_marking()
    }

    /// Brings into view what the reader asked for.
    pub fn focus(&mut self, ctx: &Context, focus: Focus) {
        self.trail.follow(ctx, focus);
        match focus {
            Focus::Item(Item::Passage(passage)) | Focus::Passage(passage) => {
                self.scroll_to = Some(passage);
            }
            Focus::Mention(mention) => {
                self.scroll_to = Some(mention.passage);
                self.reach = Some(mention);
            }
            Focus::Item(Item::Actor(actor)) => self.meets = Some(actor),
            Focus::Item(Item::Place(_) | Item::Region(_)) | Focus::Lens => self.to_top = true,
            Focus::Item(_) | Focus::Overview => {}
        }
    }

    /// Up and down scroll the page; a map that has the focus takes them first.
    pub fn scroll_keys(&mut self, ctx: &Context) {
        if ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) {
            return;
        }
        for (key, by) in [(Key::ArrowDown, STEP), (Key::ArrowUp, -STEP)] {
            let presses = ctx.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            if presses > 0 {
                self.scroll_by += by * presses as f32;
                // egui has read them as a wish to move the focus.
                ctx.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
            }
        }
    }
}

pub fn reading_panel_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, panel: &mut ReadingPanel) {
    let least = if ui.available_width() < 400.0 {
        20.0
    } else {
        space::LARGE
    };
    let measure = ctx.settings.line_width.points();
    let gutter = ((ui.available_width() - measure) / 2.0).max(least);
    let has_switch = !ctx.presenting && tabs_ui(ctx, ui, gutter);
    if has_wording(ctx) && !has_switch {
        ui.add_space(space::HAIR);
        ui.horizontal(|ui| {
            ui.add_space(gutter);
            wording_ui(ctx, ui);
        });
    }
    // Each page keeps its own place: coming back from a city, the story stands where it was.
    let page = (
        ctx.session.page(),
        page_of_its_own(ctx),
        ctx.session.selected_passage().filter(|_| ctx.presenting),
        ctx.session.finding().is_listing(),
    );
    let mut scroll = ScrollArea::vertical().id_salt(page).auto_shrink(false);
    if let Some(offset) = panel.keep_at.take() {
        scroll = scroll.vertical_scroll_offset(offset);
    }
    if std::mem::take(&mut panel.to_top) {
        scroll = scroll.vertical_scroll_offset(0.0);
    }
    panel.trail.go_on(ui.ctx());
    let page = scroll.show(ui, |ui| {
        ui.scroll_with_delta(vec2(0.0, -std::mem::take(&mut panel.scroll_by)));
        let width = (ui.available_width() - 2.0 * gutter).min(measure);
        let origin = ui.cursor().min + vec2(gutter, 0.0);
        let column = Rect::from_min_size(origin, vec2(width, f32::INFINITY));
        let used = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::SMALL, 0.0);
            ui.add_space(space::LARGE);
            let before = ctx.requests().len();
            page_ui(ctx, ui, panel);
            let asked = ctx.requests().get(before..).unwrap_or_default();
            panel.trail.note(ui, asked);
            ui.add_space(space::LARGE * 2.0);
        });
        // A word too long for the column is cut, and never widens the panel.
        ui.advance_cursor_after_rect(used.response.rect.with_max_x(column.right()));
    });
    widgets::name_scroll_bar(ui, page.id, &ctx.texts.panes.scroll_bar);
    let grown = panel.list.take_grown();
    if grown.abs() >= ROUNDING && ctx.requests().is_empty() {
        panel.keep_at = Some(page.state.unclamped_offset().y + grown);
        ui.ctx().request_discard("the text keeps its place");
        ui.ctx().request_repaint();
    }
}

/// The place or region that is selected: it has a page of its own.
fn page_of_its_own(ctx: &ViewCtx<'_>) -> Option<Item> {
    let selection = ctx.session.selection()?;
    matches!(selection, Item::Place(_) | Item::Region(_)).then_some(selection)
}

fn page_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, panel: &mut ReadingPanel) {
    let (scroll_to, meets) = (panel.scroll_to.take(), panel.meets.take());
    ctx.reach = panel.reach.take();
    if ctx.session.finding().is_listing() {
        search_page_ui(ctx, ui);
        return;
    }
    let list = (&mut panel.list, scroll_to);
    match (ctx.session.page(), ctx.session.selection()) {
        (Page::Story, Some(Item::Place(place))) => place_ui(ctx, ui, place, list),
        (Page::Story, Some(Item::Region(region))) => region_ui(ctx, ui, region, list),
        (Page::Story, _) if ctx.presenting => presented_ui(ctx, ui),
        (Page::Story, _) => {
            overview_ui(ctx, ui);
            let shown = ctx.session.visible().passages();
            if shown.is_empty() {
                nothing_ui(ctx, ui);
            }
            let (list, scroll_to) = list;
            passages_ui(ctx, ui, shown, list, scroll_to);
        }
        (Page::Curriculum, _) => curriculum_ui(ctx, ui, &mut panel.curriculum),
        (Page::Who, _) => who_ui(ctx, ui, &mut panel.people, meets),
        (Page::When, _) => when_ui(ctx, ui, &mut panel.facts),
        (Page::Problems, _) => problems_ui(ctx, ui),
        (Page::Found, _) => found_ui(ctx, ui, &mut panel.found),
    }
}

/// Nothing passes: says so, and the way out.
fn nothing_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let t = ctx.theme;
    ui.add_space(space::LARGE);
    let title = &ctx.texts.filters.nothing_title;
    let shown = widgets::line(ui, title, fonts::reading_strong(19.0), t.ink, 25.0);
    widgets::as_heading(&shown, 2, title);
    ui.add_space(6.0);
    widgets::line(
        ui,
        &ctx.texts.filters.nothing,
        fonts::reading(16.5),
        t.ink_muted,
        26.0,
    );
    ui.add_space(space::MEDIUM);
    if widgets::primary_button(ui, &ctx.texts.filters.clear_all, fonts::glyph::CLOSE).clicked() {
        ctx.send(Action::ClearLens);
    }
}

fn has_content(ctx: &ViewCtx<'_>, page: Page) -> bool {
    match page {
        Page::Found => ctx.document.mending.is_some(),
        Page::Problems => !ctx.document.problems.is_empty() || ctx.session.page() == page,
        page => page.has_content(ctx.story),
    }
}

/// Whether there are passages that can be shown in the words of their original.
fn has_wording(ctx: &ViewCtx<'_>) -> bool {
    let is_reading = ctx.session.page() == Page::Story && !ctx.session.finding().is_listing();
    ctx.original.is_some() && is_reading
}

/// Returns whether there was room beside the tabs for the choice of words.
fn tabs_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, gutter: f32) -> bool {
    let bar = ui.horizontal(|ui| {
        // All of them fit into the narrowest panel.
        ui.spacing_mut().item_spacing.x = if ui.available_width() < 300.0 {
            11.0
        } else {
            24.0
        };
        ui.add_space(gutter);
        widgets::group(ui, Role::TabList, &ctx.texts.panes.tabs, |ui| {
            for page in Page::ALL {
                if !has_content(ctx, page) {
                    continue;
                }
                let label = match page {
                    Page::Story => &ctx.texts.tabs.story,
                    Page::Curriculum => &ctx.texts.tabs.curriculum,
                    Page::Who => &ctx.texts.tabs.who,
                    Page::When => &ctx.texts.tabs.when,
                    Page::Problems => &ctx.texts.tabs.problems,
                    Page::Found => &ctx.texts.tabs.found,
                };
                if tab(ui, label, ctx.session.page() == page).clicked() {
                    ctx.send(Action::Turn(page));
                }
            }
        });
        let room = ui.available_width() - gutter;
        let has_switch = has_wording(ctx) && room >= SWITCH_WIDTH;
        if has_switch {
            let beside = vec2(room, ui.min_rect().height());
            let to_the_right = Layout::right_to_left(Align::Center);
            ui.allocate_ui_with_layout(beside, to_the_right, |ui| wording_ui(ctx, ui));
        }
        has_switch
    });
    let rect = bar.response.rect;
    ui.painter().hline(
        ui.max_rect().x_range(),
        rect.bottom() - 0.5,
        ctx.theme.hair(),
    );
    ui.spacing_mut().item_spacing.y = 0.0;
    bar.inner
}

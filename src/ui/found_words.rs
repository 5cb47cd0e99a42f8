//! Where texts have the words of the search: folded once for each text and search, not in every frame.

use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use egui::Context;
use egui::cache::{ComputerMut, FrameCache};

use super::ViewCtx;
use crate::session::finding::Finding;
use crate::session::search::Snippet;
use crate::story::{Item, Story};

/// Characters before and after a hit.
const CONTEXT: usize = 46;

/// The bytes of a text to mark; none where nothing is searched for.
pub fn marks(ctx: &ViewCtx<'_>, egui: &Context, text: &str) -> Arc<[Range<usize>]> {
    let finding = ctx.session.finding();
    if !finding.is_on() {
        return Arc::default();
    }
    let asked = Asked { finding, of: text };
    egui.memory_mut(|memory| Arc::clone(memory.caches.cache::<Marks>().get(asked)))
}

/// A few words around a hit.
pub fn snippet(ctx: &ViewCtx<'_>, egui: &Context, item: Item) -> Arc<Option<Snippet>> {
    let language = ctx.languages().first().copied().unwrap_or_default();
    let asked = Asked {
        finding: ctx.session.finding(),
        of: Hit {
            story: ctx.story,
            item,
            language,
        },
    };
    egui.memory_mut(|memory| Arc::clone(memory.caches.cache::<Snippets>().get(asked)))
}

type Marks = FrameCache<Arc<[Range<usize>]>, FindMarks>;
type Snippets = FrameCache<Arc<Option<Snippet>>, FindSnippet>;

/// What is asked of a search; kept by what the reader typed.
#[derive(Clone, Copy)]
struct Asked<'a, Of> {
    finding: &'a Finding,
    of: Of,
}

impl<Of: Hash> Hash for Asked<'_, Of> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.finding.query().hash(state);
        self.of.hash(state);
    }
}

#[derive(Clone, Copy)]
struct Hit<'a> {
    story: &'a Story,
    item: Item,
    language: &'a str,
}

impl Hash for Hit<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Another story is another session: its search begins anew, and nothing is kept over a frame without one.
        self.item.hash(state);
        self.language.hash(state);
    }
}

#[derive(Default)]
struct FindMarks;

impl ComputerMut<Asked<'_, &str>, Arc<[Range<usize>]>> for FindMarks {
    fn compute(&mut self, asked: Asked<'_, &str>) -> Arc<[Range<usize>]> {
        asked.finding.hits().query().marks(asked.of).into()
    }
}

#[derive(Default)]
struct FindSnippet;

impl ComputerMut<Asked<'_, Hit<'_>>, Arc<Option<Snippet>>> for FindSnippet {
    fn compute(&mut self, asked: Asked<'_, Hit<'_>>) -> Arc<Option<Snippet>> {
        let Hit {
            story,
            item,
            language,
        } = asked.of;
        let hits = asked.finding.hits();
        Arc::new(hits.snippet(story, item, language, CONTEXT))
    }
}

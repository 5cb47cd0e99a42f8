//! What the passages speak of: places as a table, then people, dates, regions and what is taught.

use super::page::Page;
use crate::format::markup::{Html, escaped, lines};
use crate::story::{Name, PassageId, Place, PlaceId};

pub fn write(page: &Page<'_>, html: &mut Html) {
    places(page, html);
    let story = page.story;
    let people = story.actors().map(|(id, actor)| {
        let role = escaped(page.name(&actor.role));
        let context = context(page, &actor.context);
        let told = told(page, story.passages_of_actor(id));
        entry(
            page,
            Some(format!("actor-{}", actor.key)),
            &actor.name,
            &[role, context, told],
        )
    });
    section(page.words.people, people, html);
    let events = story.events().map(|(_, event)| {
        let date = page.date(event.date);
        let context = context(page, &event.context);
        let told = told(page, event.passage.as_slice());
        entry(page, None, &event.name, &[date, context, told])
    });
    section(page.words.events, events, html);
    let regions = story.regions().map(|(id, region)| {
        let context = context(page, &region.context);
        let told = told(page, story.passages_of_region(id));
        entry(
            page,
            Some(format!("region-{}", region.key)),
            &region.name,
            &[context, told],
        )
    });
    section(page.words.regions, regions, html);
    let subjects = story.subjects().map(|(_, subject)| {
        let parts = [
            note(page, &subject.note),
            context(page, &subject.context),
            told(page, subject.passage.as_slice()),
        ];
        entry(page, None, &subject.name, &parts)
    });
    let modules = story.modules().map(|(_, module)| {
        let parts = [
            note(page, &module.note),
            context(page, &module.context),
            told(page, module.passage.as_slice()),
        ];
        entry(page, None, &module.name, &parts)
    });
    section(page.words.curriculum, subjects.chain(modules), html);
}

fn places(page: &Page<'_>, html: &mut Html) {
    let (words, story) = (page.words, page.story);
    if story.places().len() == 0 {
        return;
    }
    html.add(format_args!(
        "<section class=\"things\" aria-labelledby=\"places\">\n<h2 id=\"places\">{}</h2>\n<table>\n<thead><tr>\
         <th scope=\"col\" class=\"count\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        words.places, words.number, words.place, words.about
    ));
    for (id, place) in story.places() {
        html.push_str(&row(page, id, place));
    }
    html.push_str("</tbody>\n</table>\n</section>\n");
}

/// The position stands below the name, so that what is said of the place has room, on phones too.
fn row(page: &Page<'_>, id: PlaceId, place: &Place) -> String {
    let region = escaped(page.name(&place.region));
    let region = match region.as_str() {
        "" => region,
        _ => format!("<p>{region}</p>"),
    };
    format!(
        "<tr id=\"place-{}\"><td class=\"count\">{}</td><th scope=\"row\">{}{}<span class=\"position\">{:.3}, {:.3}</span></th>\
         <td>{region}{}{}{}</td></tr>\n",
        place.key,
        id.index() + 1,
        escaped(page.name(&place.name)),
        page.translated(&place.name, "span"),
        place.lat,
        place.lon,
        note(page, &place.note),
        context(page, &place.context),
        told(page, page.story.passages_of_place(id)),
    )
}

/// What the source says.
fn note(page: &Page<'_>, note: &Name) -> String {
    let note = page.name(note);
    if note.is_empty() {
        return String::new();
    }
    format!("<p class=\"note\">{}</p>", lines(note))
}

/// What the story adds.
fn context(page: &Page<'_>, context: &Name) -> String {
    let context = page.name(context);
    if context.is_empty() {
        return String::new();
    }
    let ours = page.words.ours;
    format!(
        "<aside><p><span class=\"label\">{ours}</span>{}</p></aside>",
        lines(context)
    )
}

fn told(page: &Page<'_>, passages: &[PassageId]) -> String {
    if passages.is_empty() {
        return String::new();
    }
    format!(
        "<p class=\"facts\">{}: {}</p>",
        page.words.passages,
        links(page, passages)
    )
}

fn links(page: &Page<'_>, passages: &[PassageId]) -> String {
    let links: Vec<_> = passages.iter().map(|&id| page.passage_link(id)).collect();
    links.join(page.words.comma)
}

fn entry(page: &Page<'_>, anchor: Option<String>, name: &Name, parts: &[String]) -> String {
    let anchor = anchor.map_or_else(String::new, |anchor| format!(" id=\"{anchor}\""));
    let heading = format!(
        "<h3{anchor}>{}{}</h3>\n",
        escaped(page.name(name)),
        page.translated(name, "span")
    );
    let parts = parts.iter().filter(|part| !part.is_empty()).map(|part| {
        if part.ends_with("</p>") || part.ends_with("</aside>") {
            format!("{part}\n")
        } else {
            format!("<p class=\"facts\">{part}</p>\n")
        }
    });
    heading + &parts.collect::<String>()
}

/// Nothing where there are no entries.
fn section(title: &str, entries: impl Iterator<Item = String>, html: &mut Html) {
    let entries: String = entries.collect();
    if !entries.is_empty() {
        html.add(format_args!(
            "<section class=\"things\">\n<h2>{title}</h2>\n{entries}</section>\n"
        ));
    }
}

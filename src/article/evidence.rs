//! Why a name is taken for a place, as data that the window says in words.

use super::gazetteer::PlaceId;

/// What spoke for the place that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing else is called so.
    Only,
    /// Of so many that are called so it is the most prominent.
    MostProminent { of: usize },
    /// The text says what it lies in, right behind it or before it.
    Within(PlaceId),
    /// The text says so of the same name elsewhere.
    SaidElsewhere(PlaceId),
    /// The text says what kind of a place it is.
    SaysKind,
    /// The country that it lies in is named, or other places there are.
    SameCountry(PlaceId),
    /// The text is written as in that country: its offices, its money, its spelling.
    WrittenThere(PlaceId),
    /// The state or province that it lies in is named, or other places there are.
    SameDivision(PlaceId),
    /// Another place of the text is not far.
    Near(PlaceId),
    /// The dateline's place is not far, or the paper's.
    NearHome(PlaceId),
    /// It is the place that newspapers mean by that name.
    Famous,
    /// The name is of its people and things.
    Demonym,
    /// The name is a short form.
    Abbreviation,
}

/// What speaks against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another place that is called so is almost as likely.
    Rival(PlaceId),
    /// A small place, of which the text does not say that it is one.
    NothingSaysPlace,
    /// It stands inside the name of something else.
    PartOfOtherName,
}

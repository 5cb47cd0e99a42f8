//! What is said of files, in every language of the interface.
//!
//! These sentences are code, not texts: one that a language lacks, or that names what is not there, does not compile.

use std::fmt;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Chinese,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// By its code; English where the interface has no such language.
    pub fn of(code: &str) -> Self {
        match code {
            "zh" => Self::Chinese,
            _ => Self::English,
        }
    }
}

/// Two sentences without their periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What is wrong.
    pub message: String,
    /// What would be right; empty where there is nothing to say.
    pub remedy: String,
}

impl Sentences {
    /// Both as one, as the command line says them.
    pub fn joined(&self) -> String {
        match self.remedy.as_str() {
            "" => self.message.clone(),
            remedy => format!("{}; {remedy}", self.message),
        }
    }
}

/// The first of them, for sentences that say more than it.
impl fmt::Display for Sentences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// What a sentence names, in the sentence's language.
pub trait Said {
    type Words<'a>
    where
        Self: 'a;

    fn said(&self, language: Language) -> Self::Words<'_>;
}

/// What is written in files, or decides between sentences, is the same in every language.
macro_rules! said_as_it_is {
    ($($type:ty),*) => {
        $(impl Said for $type {
            type Words<'a> = &'a Self;

            fn said(&self, _: Language) -> &Self {
                self
            }
        })*
    };
}

said_as_it_is!(String, &'static str, Option<String>, usize, i64, f64, bool);
pub(crate) use said_as_it_is;

/// What was said in every language, by what is not known where it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told([Sentences; Language::ALL.len()]);

impl Told {
    pub fn by(say: impl Fn(Language) -> Sentences) -> Self {
        Self(Language::ALL.map(say))
    }
}

impl Said for Told {
    type Words<'a> = &'a Sentences;

    fn said(&self, language: Language) -> &Sentences {
        let Self([english, chinese]) = self;
        match language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }
}

/// The sentences of one language: of each variant what they name, what is wrong, and what would be right.
macro_rules! sentences {
    ($language:ident $wrong:ident $($variant:ident { $($field:ident),* } $message:literal, $remedy:expr;)*) => {
        pub(super) fn sentences(wrong: &$wrong) -> $crate::sentences::Sentences {
            match wrong {
                $($wrong::$variant { $($field,)* .. } => {
                    $(let $field = $crate::sentences::Said::said(
                        $field,
                        $crate::sentences::Language::$language,
                    );)*
                    $crate::sentences::Sentences {
                        message: format!($message),
                        remedy: String::from($remedy),
                    }
                })*
            }
        }

        /// The names of the variants and of what their sentences name.
        #[cfg(test)]
        pub(super) const NAMED: &[(&str, &[&str])] = &[
            $((stringify!($variant), &[$(stringify!($field)),*]),)*
        ];
    };
}
pub(crate) use sentences;

//! Where an image lies: below the story's folder, and nowhere else by any way of writing it.
//!
//! The path is only looked at as a text; nothing is opened here.

use super::limits;
use crate::sentences::{Language, Said, said_as_it_is};

/// The path with one spelling, or why it is none.
pub(super) fn checked(path: &str) -> Result<&str, WrongPath> {
    let path = path.strip_prefix("./").unwrap_or(path);
    if has_scheme(path) || path.starts_with("//") {
        return Err(WrongPath::Elsewhere);
    }
    if path.contains('\\') {
        return Err(WrongPath::Backslash);
    }
    if has_escape(path) {
        return Err(WrongPath::Escape);
    }
    let is_path = path.chars().count() <= limits::IMAGE_PATH
        && !path.chars().any(is_unfit)
        && path.split('/').all(is_file_name);
    if is_path {
        Ok(path)
    } else {
        Err(WrongPath::NotBelow)
    }
}

/// What is wrong with a path, as far as it changes what would be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongPath {
    /// On the web, or in the file itself.
    Elsewhere,
    Backslash,
    /// As in `%20`: nothing here reads it, so that nothing can hide in it.
    Escape,
    NotBelow,
}

said_as_it_is!(WrongPath);

/// A scheme has two letters at least; one letter is a drive, and no less wrong.
fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

fn has_escape(path: &str) -> bool {
    path.as_bytes().windows(3).any(|window| {
        matches!(window, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
    })
}

/// What no system has in a file's name, or nobody can see.
fn is_unfit(character: char) -> bool {
    character.is_control()
        || matches!(character, '<' | '>' | ':' | '"' | '|' | '?' | '*')
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// One that means the same on every system: some leave blanks and dots at the end away, so that `.. ` is `..`, and
/// some have devices where others have files.
fn is_file_name(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    let is_numbered = ["com", "lpt"].iter().any(|device| {
        stem.strip_prefix(device)
            .is_some_and(|number| number.chars().count() == 1 && number != "0")
    });
    !name.is_empty()
        && !name.starts_with(char::is_whitespace)
        && !name.ends_with(|last: char| last.is_whitespace() || last == '.')
        && !DEVICES.contains(&stem.as_str())
        && !is_numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_down_from_the_storys_folder() {
        for path in [
            "harbour.jpg",
            "images/harbour.jpg",
            "images/1990/old harbour.jpg",
            "图/港口.png",
            "100%.png",
            ".hidden.png",
            "a..b/c...d.png",
            "computer.png",
            "com10.png",
        ] {
            assert_eq!(checked(path), Ok(path));
        }
        assert_eq!(checked("./harbour.jpg"), Ok("harbour.jpg"));
    }

    #[test]
    fn no_way_of_writing_it_leads_out_of_the_folder() {
        for path in [
            "",
            ".",
            "..",
            "../secret.png",
            "images/../../secret.png",
            "images/..",
            ".. /secret.png",
            "..././secret.png",
            "images/./a.png",
            "././a.png",
            "images//a.png",
            "images/",
            "/etc/passwd",
            "//server/share/a.png",
            "\\\\server\\share\\a.png",
            "..\\secret.png",
            "C:/secret.png",
            "C:secret.png",
            "c:\\secret.png",
            "a.png:stream",
            "%2e%2e/secret.png",
            "..%2fsecret.png",
            "%252e%252e/a.png",
            "https://example.org/a.png",
            "HTTP://example.org/a.png",
            "file:///etc/passwd",
            "data:image/png;base64,AAAA",
            "javascript:alert(1)",
            "a\0.png",
            "a\n.png",
            "a\u{202E}gnp.exe",
            "\u{200B}../a.png",
            "..\u{a0}/a.png",
            "CON",
            "images/nul.png",
            "Lpt1.jpg",
            "com¹.jpg",
            "conin$",
            "a.png?b",
            "*.png",
            "~ /a.png.",
        ] {
            assert!(checked(path).is_err(), "{path:?}");
        }
        assert!(
            checked(&"a".repeat(limits::IMAGE_PATH + 1)).is_err(),
            "long"
        );
    }

    #[test]
    fn what_would_be_right_depends_on_what_is_wrong() {
        for (path, wrong) in [
            ("https://example.org/a.png", WrongPath::Elsewhere),
            ("data:image/png;base64,AAAA", WrongPath::Elsewhere),
            ("images\\a.png", WrongPath::Backslash),
            ("old%20harbour.jpg", WrongPath::Escape),
            ("../a.png", WrongPath::NotBelow),
            ("C:/a.png", WrongPath::NotBelow),
        ] {
            assert_eq!(checked(path), Err(wrong), "{path}");
        }
    }
}

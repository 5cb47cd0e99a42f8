//! Addresses on the web: which a story may link to, and who is asked when such a link is followed.

use std::borrow::Cow;

use super::{clean, limits};

/// As in `https://example.org/a`: what a story may link to.
pub fn is_web_address(address: &str) -> bool {
    let host = ["https://", "http://"].iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| address.get(scheme.len()..))?
    });
    host.is_some_and(|host| host.starts_with(|first: char| first.is_alphanumeric() || first == '['))
        && address.len() <= limits::ADDRESS
        && !address
            .chars()
            .any(|character| character.is_whitespace() || clean::is_unprintable(character))
}

/// Who is asked when a link is followed: what a reader wants to know before.
pub fn host(address: &str) -> Cow<'_, str> {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    if host.chars().any(char::is_uppercase) {
        host.to_lowercase().into()
    } else {
        host.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_address_is_who_is_asked() {
        for (address, expected) in [
            ("https://example.org/a?b@c", "example.org"),
            ("https://bank.example@evil.example/", "evil.example"),
            ("HTTP://Example.ORG:8080#a", "example.org:8080"),
            ("https://evil.example\\@bank.example", "evil.example"),
        ] {
            assert_eq!(host(address), expected, "{address}");
        }
    }
}

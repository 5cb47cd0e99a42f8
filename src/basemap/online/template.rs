//! The address of a server's tiles, with the places of zoom, column and row in braces.

use ureq::http::Uri;

/// Characters; longer ones are no address that anybody names.
const LONGEST: usize = 2000;
const PLACES: [&str; 3] = ["{z}", "{x}", "{y}"];

/// Checked: it is http or https, has a host, and gives an address for every tile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    text: String,
    host: String,
}

/// Why a text is no such address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    Empty,
    /// Neither http nor https, or not an address at all.
    NoAddress,
    /// `{z}`, `{x}` or `{y}` is not in it.
    Lacks(&'static str),
    /// Something else in braces; with them.
    Unknown(String),
}

impl Template {
    /// # Errors
    /// Where no tile has an address by it.
    pub fn parse(text: &str) -> Result<Self, AddressProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressProblem::Empty);
        }
        let address = PLACES
            .iter()
            .fold(text.to_owned(), |text, place| text.replace(place, "0"));
        if let Some((_, from)) = address.split_once('{') {
            let inside = from.split('}').next().unwrap_or_default();
            let unknown = crate::basemap::one_line(&format!("{{{inside}}}"), 40);
            return Err(AddressProblem::Unknown(unknown));
        }
        let no_address = AddressProblem::NoAddress;
        if text.chars().count() > LONGEST {
            return Err(no_address);
        }
        let Ok(uri) = address.parse::<Uri>() else {
            return Err(no_address);
        };
        if !matches!(uri.scheme_str(), Some("http" | "https")) {
            return Err(no_address);
        }
        let host = match uri.authority() {
            // Whose name stands before an @ is no host.
            Some(authority)
                if !authority.host().is_empty() && !authority.as_str().contains('@') =>
            {
                authority.as_str().to_owned()
            }
            _ => return Err(no_address),
        };
        if let Some(place) = PLACES.iter().find(|place| !text.contains(**place)) {
            return Err(AddressProblem::Lacks(place));
        }
        Ok(Self {
            text: text.to_owned(),
            host,
        })
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host, and the port where one is named.
    pub fn host(&self) -> &str {
        &self.host
    }

    pub fn address(&self, zoom: u8, x: u32, y: u32) -> String {
        self.text
            .replace("{z}", &zoom.to_string())
            .replace("{x}", &x.to_string())
            .replace("{y}", &y.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tile_has_its_address() {
        let template = Template::parse(" https://tiles.example.org:8080/{z}/{y}/{x}.png?key=a ");
        let template = template.unwrap();

        assert_eq!(template.host(), "tiles.example.org:8080");
        let address = "https://tiles.example.org:8080/5/9/27.png?key=a";
        assert_eq!(template.address(5, 27, 9), address);
    }

    #[test]
    fn what_is_no_address_is_told_apart() {
        for (text, problem) in [
            ("", AddressProblem::Empty),
            ("tiles/{z}/{x}/{y}", AddressProblem::NoAddress),
            ("file:///{z}/{x}/{y}", AddressProblem::NoAddress),
            ("ftp://host/{z}/{x}/{y}", AddressProblem::NoAddress),
            ("https:///{z}/{x}/{y}", AddressProblem::NoAddress),
            ("https://me@host/{z}/{x}/{y}", AddressProblem::NoAddress),
            ("https://host/ {z}/{x}/{y}", AddressProblem::NoAddress),
            ("https://host/{z}/{x}", AddressProblem::Lacks("{y}")),
            (
                "https://{s}.host/{z}/{x}/{y}",
                AddressProblem::Unknown("{s}".to_owned()),
            ),
            (
                "https://host/{z}/{x}/{y}{",
                AddressProblem::Unknown("{}".to_owned()),
            ),
        ] {
            assert_eq!(Template::parse(text), Err(problem), "{text}");
        }
        let long = format!("https://host/{{z}}/{{x}}/{{y}}/{}", "a".repeat(3000));
        assert_eq!(Template::parse(&long), Err(AddressProblem::NoAddress));
    }
}

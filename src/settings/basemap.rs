//! Which map lies under the story: the reader's choice, never a story's.

use std::path::PathBuf;

use etcetera::home_dir;
use serde::{Deserialize, Serialize};

use crate::basemap::{
    Server, Source,
    online::{AddressProblem, Template},
};

/// What is filled in stays while another kind of map is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BasemapChoice {
    pub kind: BasemapKind,
    /// The path as it was typed.
    pub file: String,
    /// None: nothing is asked of any.
    pub server: Option<TileServer>,
    /// Of the reader's own server, with places for zoom, column and row.
    pub address: String,
    /// To be shown for the reader's own server.
    pub credit: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BasemapKind {
    /// The world inside the program.
    #[default]
    Embedded,
    File,
    Online,
}

/// Servers that may be asked for tiles by whoever names themselves and credits the map, and the reader's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TileServer {
    #[serde(rename = "openstreetmap")]
    OpenStreetMap,
    BlueMarble,
    Own,
}

impl BasemapChoice {
    /// What to lay over the world inside. Nothing where the choice is not complete.
    ///
    /// # Errors
    /// Where the reader's own address is none.
    pub fn source(&self) -> Result<Source, AddressProblem> {
        match self.kind {
            BasemapKind::Embedded => Ok(Source::Embedded),
            BasemapKind::File => Ok(match self.file.trim() {
                "" => Source::Embedded,
                path => Source::File(from_home(path)),
            }),
            BasemapKind::Online => match self.server {
                None => Ok(Source::Embedded),
                Some(server) => Ok(Source::Online(self.server(server)?)),
            },
        }
    }

    fn server(&self, server: TileServer) -> Result<Server, AddressProblem> {
        let (address, credit, last_zoom) = match server {
            TileServer::OpenStreetMap => (
                "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
                "© OpenStreetMap contributors",
                19,
            ),
            TileServer::BlueMarble => (
                "https://gibs.earthdata.nasa.gov/wmts/epsg3857/best/\
                 BlueMarble_ShadedRelief_Bathymetry/default/GoogleMapsCompatible_Level8/{z}/{y}/{x}.jpeg",
                "Blue Marble: NASA EOSDIS GIBS",
                8,
            ),
            TileServer::Own => {
                return Ok(Server::at(Template::parse(&self.address)?, &self.credit));
            }
        };
        Ok(Server {
            template: Template::parse(address)?,
            credit: credit.to_owned(),
            last_zoom,
        })
    }
}

/// As shells write the folder of the user.
fn from_home(path: &str) -> PathBuf {
    let below = path.strip_prefix("~/").or_else(|| path.strip_prefix("~\\"));
    match below.zip(home_dir().ok()) {
        Some((below, home)) => home.join(below),
        None => PathBuf::from(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn online(server: Option<TileServer>, address: &str) -> BasemapChoice {
        BasemapChoice {
            kind: BasemapKind::Online,
            server,
            address: address.to_owned(),
            ..BasemapChoice::default()
        }
    }

    #[test]
    fn what_is_not_filled_in_is_the_map_inside() {
        let file = BasemapChoice {
            kind: BasemapKind::File,
            file: "  ".to_owned(),
            ..BasemapChoice::default()
        };
        let no_server = online(None, "https://host/{z}/{x}/{y}");
        for choice in [BasemapChoice::default(), file, no_server] {
            assert_eq!(choice.source(), Ok(Source::Embedded), "{choice:?}");
        }
        let own = online(Some(TileServer::Own), "");
        assert_eq!(own.source(), Err(AddressProblem::Empty));
    }

    #[test]
    fn every_server_on_the_list_has_an_address_and_a_credit() {
        for server in [TileServer::OpenStreetMap, TileServer::BlueMarble] {
            let Ok(Source::Online(server)) = online(Some(server), "").source() else {
                panic!("{server:?}");
            };
            assert!(server.template.as_str().starts_with("https://"));
            assert!(!server.credit.is_empty());
        }
    }

    #[test]
    fn a_server_without_a_credit_is_credited_by_its_name() {
        let own = online(Some(TileServer::Own), "http://127.0.0.1:8000/{z}/{x}/{y}");
        let Ok(Source::Online(server)) = own.source() else {
            panic!("{own:?}");
        };
        assert_eq!(server.credit, "127.0.0.1:8000");
    }

    #[test]
    fn a_path_may_begin_at_home() {
        let home = home_dir().unwrap();
        assert_eq!(from_home("~/maps/a.pmtiles"), home.join("maps/a.pmtiles"));
        assert_eq!(from_home("maps/~/a"), PathBuf::from("maps/~/a"));
    }
}

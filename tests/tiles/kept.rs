//! Tiles of servers kept on disk.

use std::sync::Arc;

use dateline::basemap::Server;
use dateline::basemap::online::{Answer, Disk, Network, Online, Template};

use crate::servers::HASTY;
use crate::tile_server::{Reply, TileServer, png};

fn online(server: &TileServer, folder: &tempfile::TempDir) -> Online {
    let template = Template::parse(&server.template()).unwrap();
    let network = Network {
        timing: HASTY,
        disk: Some(Arc::new(Disk::at(folder.path(), 1 << 20))),
    };
    Online::new(Server::at(template, ""), network)
}

#[track_caller]
fn ask(online: &Online) {
    let is_picture = matches!(online.ask(5, 27, 13), Answer::Picture(_));
    assert!(is_picture, "a good server sends a picture");
}

#[test]
fn what_came_once_is_there_without_the_server_and_in_the_next_window() {
    let folder = tempfile::tempdir().unwrap();
    let server = TileServer::good();
    ask(&online(&server, &folder));

    let later = online(&server, &folder);
    drop(server);

    assert!(later.kept(5, 27, 13).is_some());
    assert!(later.kept(5, 28, 13).is_none());
}

#[test]
fn what_the_server_does_not_want_kept_is_not() {
    for rule in [
        "no-store",
        "max-age=0",
        "private, no-cache",
        "max-age=60, max-age=0",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let server = TileServer::start(move |_, _| {
            let headers = vec![format!("Cache-Control: {rule}")];
            Reply::Whole(200, headers, png(8, 8))
        });
        let online = online(&server, &folder);
        ask(&online);
        assert!(online.kept(5, 27, 13).is_none(), "{rule}");
    }
}

#[test]
fn what_was_old_already_is_not_kept_as_if_it_were_new() {
    for (age, is_kept) in [("10", true), ("61", false)] {
        let folder = tempfile::tempdir().unwrap();
        let server = TileServer::start(move |_, _| {
            let headers = vec![
                "Cache-Control: public, max-age=60".to_owned(),
                format!("Age: {age}"),
            ];
            Reply::Whole(200, headers, png(8, 8))
        });
        let online = online(&server, &folder);
        ask(&online);
        assert_eq!(online.kept(5, 27, 13).is_some(), is_kept, "{age} seconds");
    }
}

#[test]
fn what_was_no_picture_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let server = TileServer::start(|_, _| Reply::picture(b"no picture".to_vec()));

    online(&server, &folder).ask(5, 27, 13);

    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

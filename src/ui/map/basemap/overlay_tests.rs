//! What lies over the world inside the program, in a window without a screen.

use std::{fs, sync::Arc, time::Duration};

use egui::{Color32, Shape, TextureId};

use super::{
    Condition,
    style::rgb,
    tests::{DARK, LIGHT, Window, names, ocean, oceans},
};
use crate::basemap::{
    FileProblem, Server, Source,
    online::{Disk, Network, Refusal, Template, Timing},
};

#[path = "../../../../tests/support/pmtiles.rs"]
mod pmtiles;
#[path = "../../../../tests/support/tile_server.rs"]
mod tile_server;

use pmtiles::{MVT, PNG, archive};
use tile_server::{Reply, TileServer, png};

const HASTY: Timing = Timing {
    connect: Duration::from_millis(300),
    whole: Duration::from_millis(300),
    // Long enough to look at the map while the server is left alone.
    first_wait: Duration::from_secs(30),
    longest_wait: Duration::from_secs(30),
    after_wrong: Duration::from_secs(30),
};

fn window(timing: Timing, disk: Option<Arc<Disk>>) -> Window {
    let mut window = Window::with(Network { timing, disk });
    window.settle(|_| ());
    window
}

fn online(template: &str) -> Source {
    let template = Template::parse(template).unwrap();
    Source::Online(Server::at(template, "A tile server"))
}

/// A window over which a file of these bytes was laid.
fn with_file(bytes: &[u8]) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pmtiles");
    fs::write(&path, bytes).unwrap();
    let mut window = window(HASTY, None);
    window.basemap.set_source(Source::File(path));
    (folder, window)
}

/// The tints of what is drawn with a texture of its own.
fn pictures(shapes: &[Shape]) -> Vec<Color32> {
    let meshes = shapes.iter().filter_map(|shape| match shape {
        Shape::Mesh(mesh) if mesh.texture_id != TextureId::default() => mesh.vertices.first(),
        _ => None,
    });
    meshes.map(|vertex| vertex.color).collect()
}

#[track_caller]
fn check_world_inside(shapes: &[Shape]) {
    assert!(oceans(shapes).contains(&ocean(LIGHT)), "the ground");
    assert!(names(shapes).contains(&"Chongqing"), "{:?}", names(shapes));
    assert!(pictures(shapes).is_empty());
}

#[test]
fn the_pictures_of_a_server_hide_the_world_inside_and_its_names() {
    let server = TileServer::good();
    let mut window = window(HASTY, None);

    window.basemap.set_source(online(&server.template()));
    let shapes = window.settle(|_| ());

    assert!(pictures(&shapes).len() >= 6, "{}", pictures(&shapes).len());
    assert!(names(&shapes).is_empty(), "{:?}", names(&shapes));
    assert!(oceans(&shapes).iter().all(|tone| *tone == Color32::WHITE));
    assert_eq!(window.basemap.condition(), Condition::Fine);
    assert!(window.basemap.credit().starts_with("A tile server · "));
    let asked = server.asked();
    assert!(asked.iter().all(|asked| asked.path.starts_with("/5/")));
    assert_eq!(asked.len(), pictures(&shapes).len(), "each once");

    window.basemap.set_source(Source::Embedded);
    check_world_inside(&window.settle(|_| ()));
    assert_eq!(server.asked().len(), asked.len(), "and none any more");
}

#[test]
fn pictures_are_darkened_beside_dark_bars() {
    let server = TileServer::good();
    let mut window = window(HASTY, None);
    window.basemap.set_source(online(&server.template()));
    window.basemap.set_look(DARK);

    let tints = pictures(&window.settle(|_| ()));

    assert!(tints.iter().all(|tint| tint.r() < 200), "{tints:?}");
}

#[test]
fn whatever_a_server_does_the_world_inside_shows_and_it_is_said_why() {
    type Behaviour = fn(&str, usize) -> Reply;
    let behaviours: [(&str, Behaviour, Refusal); 9] = [
        ("hangs", |_, _| Reply::Hang, Refusal::Silent),
        ("drips", |_, _| Reply::Drip, Refusal::Silent),
        ("does not end", |_, _| Reply::Endless, Refusal::Wrong),
        (
            "is too wide",
            |_, _| Reply::picture(png(20_000, 4)),
            Refusal::Wrong,
        ),
        (
            "is a page",
            |_, _| Reply::picture(b"<html>".to_vec()),
            Refusal::Wrong,
        ),
        ("is busy", |_, _| Reply::status(429), Refusal::Status(429)),
        ("fails", |_, _| Reply::status(500), Refusal::Status(500)),
        (
            "leads in a circle",
            |path, _| Reply::redirect(path),
            Refusal::Wrong,
        ),
        (
            "leads away",
            |_, _| Reply::redirect("http://127.0.0.1:1/a"),
            Refusal::Wrong,
        ),
    ];
    for (name, behaviour, refusal) in behaviours {
        let server = TileServer::start(behaviour);
        // Whoever is to be heard has the time to speak.
        let whole = match refusal {
            Refusal::Silent => HASTY.whole,
            Refusal::Wrong | Refusal::Status(_) => Timing::USUAL.whole,
        };
        let mut window = window(Timing { whole, ..HASTY }, None);
        window.basemap.set_source(online(&server.template()));

        let shapes = window.settle(check_world_inside);

        println!("{name}");
        check_world_inside(&shapes);
        let host = Template::parse(&server.template())
            .unwrap()
            .host()
            .to_owned();
        assert_eq!(window.basemap.condition(), Condition::Server(host, refusal));
        let a_tile = server.sent() / server.asked().len();
        assert!(a_tile < 8 << 20, "{a_tile} bytes for a tile");
    }
}

#[test]
fn a_server_that_recovers_is_seen_to() {
    let server = TileServer::start(|_, before| match before {
        0..4 => Reply::status(503),
        _ => Reply::picture(png(256, 256)),
    });
    let soon = Timing {
        first_wait: Duration::from_millis(30),
        ..HASTY
    };
    let mut window = window(soon, None);
    window.basemap.set_source(online(&server.template()));

    // The frames that the map itself asks for are enough.
    let mut shapes = window.settle(|_| ());
    while pictures(&shapes).len() < 6 {
        window.wait();
        shapes = window.frame();
    }

    assert_eq!(window.basemap.condition(), Condition::Fine);
}

#[test]
fn a_tile_that_left_the_view_is_not_asked_for() {
    let server = TileServer::start(|_, _| Reply::Hang);
    let mut window = window(HASTY, None);
    window.basemap.set_source(online(&server.template()));
    window.frame();
    window.memory.center_at(walkers::lon_lat(-60.0, -20.0));
    window.settle(|_| ());

    let west = |path: &str| path.split('/').nth(2).unwrap().parse::<u32>().unwrap() < 16;
    let asked = server.asked();
    let of_the_first_view = asked.iter().filter(|asked| !west(&asked.path)).count();
    assert!(of_the_first_view <= 4, "{asked:?}");
}

#[test]
fn without_the_server_what_was_kept_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Arc::new(Disk::at(folder.path(), 10 << 20));
    let server = TileServer::good();
    let template = server.template();
    let mut first = window(HASTY, Some(Arc::clone(&disk)));
    first.basemap.set_source(online(&template));
    let shown = pictures(&first.settle(|_| ())).len();
    drop(server);

    let mut second = window(HASTY, Some(disk));
    second.basemap.set_source(online(&template));

    assert_eq!(pictures(&second.settle(|_| ())).len(), shown);
    assert_eq!(second.basemap.condition(), Condition::Fine);
}

#[test]
fn a_file_of_pictures_is_shown_and_past_its_last_zoom_drawn_larger() {
    let (_folder, mut window) = with_file(&archive(PNG, 3, &png(256, 256)));

    let shapes = window.settle(|_| ());

    // The view is at zoom 5.
    assert!(!pictures(&shapes).is_empty());
    assert!(names(&shapes).is_empty());
    assert!(window.basemap.credit().starts_with("© A map · "));
}

#[test]
fn a_file_of_our_own_tiles_is_drawn_as_the_world_inside() {
    let inside = names(&window(HASTY, None).settle(|_| ()))
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    let mut window = window(HASTY, None);
    window
        .basemap
        .set_source(Source::File("assets/basemap/basemap.pmtiles".into()));

    let shapes = window.settle(|_| ());

    assert_eq!(window.basemap.condition(), Condition::Fine);
    assert_eq!(names(&shapes), inside);
}

/// Sea alone is water on land in such tiles, so the ground is land.
#[test]
fn tiles_of_protomaps_layers_have_a_look() {
    // A layer, version 2, called "earth".
    let layer = [b"\x0a\x05earth".as_slice(), b"\x28\x80\x20\x78\x02"].concat();
    let tile = [&[0x1a, layer.len() as u8], layer.as_slice()].concat();
    let (_folder, mut window) = with_file(&archive(MVT, 3, &tile));

    let shapes = window.settle(|_| ());

    assert_eq!(window.basemap.condition(), Condition::Fine);
    assert!(oceans(&shapes).contains(&rgb(LIGHT.palette().land)));
    assert!(!oceans(&shapes).contains(&ocean(LIGHT)));
    assert!(names(&shapes).is_empty());
}

#[test]
fn a_file_that_cannot_be_shown_leaves_the_world_inside() {
    let whole = archive(PNG, 3, &png(256, 256));
    let half = whole[..whole.len() / 2].to_vec();
    for (bytes, problem) in [
        (b"no archive".to_vec(), FileProblem::NoPmtiles),
        (half, FileProblem::Damaged),
    ] {
        let (_folder, mut window) = with_file(&bytes);
        check_world_inside(&window.settle(check_world_inside));
        assert_eq!(window.basemap.condition(), Condition::File(problem));
    }
    let mut window = window(HASTY, None);
    window.basemap.set_source(Source::File("not/there".into()));
    check_world_inside(&window.settle(|_| ()));
    let missing = Condition::File(FileProblem::Missing);
    assert_eq!(window.basemap.condition(), missing);
}

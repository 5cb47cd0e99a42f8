//! What servers may do, and what comes of it: a tile, or a reason why not and a time to ask again. Never a wait without an
//! end, memory without an end, or a connection to anybody else.

use std::io::Write as _;
use std::time::{Duration, Instant};

use dateline::basemap::Server;
use dateline::basemap::online::{Answer, Network, Online, Refusal, Template, Timing};
use flate2::{Compression, Crc, write::ZlibEncoder};

use crate::tile_server::{Reply, TileServer, png};

/// Little is waited for after a failure.
pub const HASTY: Timing = Timing {
    connect: Duration::from_millis(500),
    whole: Duration::from_secs(10),
    first_wait: Duration::from_millis(40),
    longest_wait: Duration::from_millis(200),
    after_wrong: Duration::from_millis(40),
};

fn online(server: &TileServer) -> Online {
    online_within(server, HASTY.whole)
}

fn online_within(server: &TileServer, whole: Duration) -> Online {
    let template = Template::parse(&server.template()).unwrap();
    let network = Network {
        timing: Timing { whole, ..HASTY },
        disk: None,
    };
    Online::new(Server::at(template, ""), network)
}

/// Asks such a server once: no tile has come, and for this reason.
#[track_caller]
fn check_refused(reply: impl Fn(&str, usize) -> Reply + Send + Sync + 'static, why: Refusal) {
    let server = TileServer::start(reply);
    // Whoever is to be heard has the time to speak.
    let whole = match why {
        Refusal::Silent => Duration::from_millis(400),
        Refusal::Wrong | Refusal::Status(_) => HASTY.whole,
    };
    let online = online_within(&server, whole);
    let start = Instant::now();

    let answer = online.ask(5, 27, 13);

    assert!(matches!(answer, Answer::Later(_)), "{}", said(&answer));
    assert_eq!(online.refusal(), Some(why), "{}", said(&answer));
    let taken = start.elapsed();
    assert!(taken < HASTY.whole, "{taken:?}");
    // What waits in the system counts as sent: up to some ten mebibytes.
    assert!(server.sent() < 32 << 20, "{} bytes", server.sent());
}

fn said(answer: &Answer) -> &'static str {
    match answer {
        Answer::Picture(_) => "a picture",
        Answer::Nothing => "nothing",
        Answer::Later(_) => "later",
    }
}

#[test]
fn a_good_server_gives_a_picture_and_hears_who_asks() {
    let server = TileServer::good();

    let Answer::Picture(picture) = online(&server).ask(5, 27, 13) else {
        panic!("no picture");
    };

    assert_eq!((picture.width, picture.height), (256, 256));
    let asked = server.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].path, "/5/27/13.png");
    let ours = concat!("dateline/", env!("CARGO_PKG_VERSION"));
    assert!(asked[0].user_agent.starts_with(ours), "{asked:?}");
}

#[test]
fn nobody_is_asked_before_a_tile_is_wanted() {
    let server = TileServer::good();
    let online = online(&server);
    assert!(online.kept(5, 27, 13).is_none());
    assert!(server.asked().is_empty());
}

#[test]
fn a_server_that_hangs_or_drips_is_silent() {
    check_refused(|_, _| Reply::Hang, Refusal::Silent);
    check_refused(|_, _| Reply::Drip, Refusal::Silent);
}

#[test]
fn a_server_that_is_not_there_is_silent() {
    let gone = TileServer::good();
    let online = online(&gone);
    let template = gone.template();
    drop(gone);
    // The last connection of the server may still be taken.
    let online = match online.ask(5, 27, 13) {
        Answer::Later(_) => online,
        _ => panic!("{template} is still there"),
    };
    assert_eq!(online.refusal(), Some(Refusal::Silent));
}

#[test]
fn a_body_without_an_end_is_cut_off() {
    check_refused(|_, _| Reply::Endless, Refusal::Wrong);
    let large = vec![7; 3 << 20];
    check_refused(move |_, _| Reply::picture(large.clone()), Refusal::Wrong);
}

#[test]
fn what_is_no_picture_of_a_tile_is_wrong() {
    let (good, wide) = (png(256, 256), png(20_000, 4));
    let cut = good[..good.len() / 2].to_vec();
    let bodies = [
        ("text", b"<html>log in first</html>".to_vec()),
        ("cut", cut),
        ("wide", wide),
        ("bomb", bomb(9000)),
        ("empty", Vec::new()),
        ("gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()),
    ];
    for (name, body) in bodies {
        println!("{name}");
        check_refused(move |_, _| Reply::picture(body.clone()), Refusal::Wrong);
    }
}

/// A hotel's page to log in comes in the place of every tile.
#[test]
fn a_page_is_wrong_even_if_its_bytes_were_a_picture() {
    let page = |_: &str, _| {
        let kind = "Content-Type: text/html; charset=utf-8".to_owned();
        Reply::Whole(200, vec![kind], png(256, 256))
    };
    check_refused(page, Refusal::Wrong);
}

#[test]
fn an_error_is_told_by_its_number() {
    for status in [400, 401, 403, 429, 500, 502, 503] {
        check_refused(move |_, _| Reply::status(status), Refusal::Status(status));
    }
}

#[test]
fn a_tile_that_does_not_exist_is_no_failure() {
    for status in [204, 404, 410] {
        let server = TileServer::start(move |_, _| Reply::status(status));
        let online = online(&server);
        let answer = online.ask(5, 27, 13);
        assert!(
            matches!(answer, Answer::Nothing),
            "{status}: {}",
            said(&answer)
        );
        assert_eq!(online.refusal(), None);
    }
}

#[test]
fn a_redirect_is_followed_on_the_same_host_and_not_for_ever() {
    let server = TileServer::start(|path, _| match path {
        "/moved/5/27/13.png" => Reply::picture(png(8, 8)),
        path => Reply::redirect(&format!("/moved{path}")),
    });
    assert!(matches!(online(&server).ask(5, 27, 13), Answer::Picture(_)));

    let server = TileServer::start(|path, _| Reply::redirect(path));
    let online = online(&server);
    assert!(matches!(online.ask(5, 27, 13), Answer::Later(_)));
    assert_eq!(online.refusal(), Some(Refusal::Wrong));
    assert_eq!(server.asked().len(), 4);
}

#[test]
fn a_redirect_to_anybody_else_opens_no_connection() {
    let other = TileServer::good();
    let port = other.template();
    for to in [
        port.replace("{z}/{x}/{y}", "5/27/13"),
        port.replace("http://127.0.0.1", "//127.0.0.1"),
        "http://localhost/5/27/13.png".to_owned(),
        "file:///etc/passwd".to_owned(),
        "https://user@127.0.0.1:1/".to_owned(),
        "nonsense".to_owned(),
    ] {
        check_refused(move |_, _| Reply::redirect(&to), Refusal::Wrong);
    }
    assert!(other.asked().is_empty(), "{:?}", other.asked());
}

#[test]
fn a_server_that_fails_is_left_alone_and_then_asked_again() {
    let server = TileServer::start(|_, before| match before {
        0 | 1 => Reply::status(503),
        _ => Reply::picture(png(256, 256)),
    });
    let online = online(&server);

    let mut answers = Vec::new();
    loop {
        let answer = online.ask(5, 27, 13);
        let Answer::Later(until) = answer else {
            answers.push(said(&answer));
            break;
        };
        answers.push("later");
        // For any tile: it is the server that needs rest.
        assert!(matches!(online.ask(5, 28, 13), Answer::Later(same) if same == until));
        std::thread::sleep(until.saturating_duration_since(Instant::now()));
    }

    assert_eq!(answers, ["later", "later", "a picture"]);
    assert_eq!(server.asked().len(), 3);
    assert_eq!(online.refusal(), None);
}

#[test]
fn a_server_may_ask_for_more_rest() {
    let retry = "Retry-After: 120".to_owned();
    let server = TileServer::start(move |_, _| Reply::Whole(429, vec![retry.clone()], Vec::new()));

    let Answer::Later(until) = online(&server).ask(5, 27, 13) else {
        panic!("no rest");
    };

    let wait = until.saturating_duration_since(Instant::now());
    assert!((100..=120).contains(&wait.as_secs()), "{wait:?}");
}

#[test]
fn a_wrong_tile_does_not_keep_the_others_from_coming() {
    let server = TileServer::start(|path, _| match path {
        "/5/27/13.png" => Reply::picture(b"no picture".to_vec()),
        _ => Reply::picture(png(256, 256)),
    });
    let online = online(&server);

    assert!(matches!(online.ask(5, 27, 13), Answer::Later(_)));
    assert!(matches!(online.ask(5, 28, 13), Answer::Picture(_)));
    assert_eq!(online.refusal(), None);
}

/// A square of so many pixels to a side, which are all the same and take nearly no bytes.
fn bomb(side: u32) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..side {
        packer.write_all(&vec![0; side as usize * 4 + 1]).unwrap();
    }
    let chunk = |kind: &[u8], body: &[u8]| {
        let mut crc = Crc::new();
        crc.update(kind);
        crc.update(body);
        let length = body.len() as u32;
        let (length, sum) = (length.to_be_bytes(), crc.sum().to_be_bytes());
        [&length[..], kind, body, &sum[..]].concat()
    };
    let side = side.to_be_bytes();
    let head = [&side[..], &side[..], &[8, 6, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", &head));
    png.extend(chunk(b"IDAT", &packer.finish().unwrap()));
    png.extend(chunk(b"IEND", b""));
    png
}

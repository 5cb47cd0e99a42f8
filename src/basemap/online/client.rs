//! One request for one tile, and nothing that the reader did not choose: no other host, no cookies, no body without an end.

use std::time::Duration;

use ureq::{
    Agent, Body,
    http::{Response, Uri, header},
};

use super::{Timing, disk::LONGEST_KEPT};

const USER_AGENT: &str = concat!("Dateline/", env!("CARGO_PKG_VERSION"), " (desktop reader)");
const ACCEPT: &str = "image/png, image/webp, image/jpeg";
/// Bytes; the tiles of maps have some ten thousand.
const LARGEST: u64 = 2 << 20;
const REDIRECTS: usize = 3;

pub struct Client(Agent);

pub enum Reply {
    /// The bytes of a picture, if the server speaks the truth, and how long they may be kept.
    Picture(Vec<u8>, Duration),
    /// The server has no such tile.
    Nothing,
    /// An answer, but no picture.
    Wrong,
    /// How long the server wants to be left alone, if it says so.
    Failed(u16, Option<Duration>),
    Silent,
}

impl Client {
    pub fn new(timing: &Timing) -> Self {
        let config = Agent::config_builder()
            .user_agent(USER_AGENT)
            .accept(ACCEPT)
            .timeout_connect(Some(timing.connect))
            .timeout_global(Some(timing.whole))
            .max_response_header_size(32 << 10)
            .http_status_as_error(false)
            // They are followed here, where they stay with the host.
            .max_redirects(0)
            .max_redirects_will_error(false);
        Self(config.build().into())
    }

    pub fn ask(&self, address: &str) -> Reply {
        let mut address = address.to_owned();
        for _ in 0..=REDIRECTS {
            let response = match self.0.get(&address).call() {
                Ok(response) => response,
                Err(error) => return silent(&error),
            };
            if !response.status().is_redirection() {
                return read(response);
            }
            match redirected(&address, &response) {
                Some(further) => address = further,
                None => return Reply::Wrong,
            }
        }
        Reply::Wrong
    }
}

/// Of an answer that does not hold to HTTP, too, there is nothing to be had.
fn silent(error: &ureq::Error) -> Reply {
    log::info!("no tile: {error}");
    Reply::Silent
}

fn read(mut response: Response<Body>) -> Reply {
    let status = response.status().as_u16();
    match status {
        200 => {}
        204 | 404 | 410 => return Reply::Nothing,
        _ => return Reply::Failed(status, seconds(&response, header::RETRY_AFTER)),
    }
    let is_picture = text(&response, header::CONTENT_TYPE)
        .is_none_or(|kind| kind.starts_with("image/") || kind == "application/octet-stream");
    if !is_picture {
        return Reply::Wrong;
    }
    let keep = may_be_kept(&response);
    match response
        .body_mut()
        .with_config()
        .limit(LARGEST)
        .read_to_vec()
    {
        Ok(bytes) => Reply::Picture(bytes, keep),
        Err(ureq::Error::BodyExceedsLimit(_)) => Reply::Wrong,
        Err(error) => silent(&error),
    }
}

/// Where it leads on the same host, by the same way or a safer one.
fn redirected(from: &str, response: &Response<Body>) -> Option<String> {
    let to = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let from: Uri = from.parse().ok()?;
    if to.starts_with('/') && !to.starts_with("//") {
        return Some(format!(
            "{}://{}{to}",
            from.scheme_str()?,
            from.authority()?
        ));
    }
    let uri: Uri = to.parse().ok()?;
    let stays = uri.host()? == from.host()?;
    let is_safe = match (from.scheme_str()?, uri.scheme_str()?) {
        ("http", "http") | ("https", "https") => uri.port_u16() == from.port_u16(),
        ("http", "https") => uri.port_u16().is_none(),
        _ => false,
    };
    (stays && is_safe).then(|| to.to_owned())
}

/// No longer than the server allows, nor than we keep any.
fn may_be_kept(response: &Response<Body>) -> Duration {
    let Some(rules) = text(response, header::CACHE_CONTROL) else {
        return LONGEST_KEPT;
    };
    let rules = rules.to_ascii_lowercase();
    let mut keep = LONGEST_KEPT;
    for rule in rules.split(',').map(str::trim) {
        match rule.split_once('=') {
            None if rule == "no-store" || rule == "no-cache" => return Duration::ZERO,
            Some(("max-age", age)) => {
                let age = age.trim_matches('"').parse().unwrap_or_default();
                keep = keep.min(Duration::from_secs(age));
            }
            _ => {}
        }
    }
    keep.saturating_sub(seconds(response, header::AGE).unwrap_or_default())
}

fn text(response: &Response<Body>, name: header::HeaderName) -> Option<&str> {
    response.headers().get(name)?.to_str().ok()
}

fn seconds(response: &Response<Body>, name: header::HeaderName) -> Option<Duration> {
    let seconds = text(response, name)?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}

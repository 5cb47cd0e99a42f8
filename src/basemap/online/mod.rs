//! The tiles of a server that the reader chose. Nothing is asked of it but what a view lacks.

mod backoff;
mod client;
mod disk;
mod template;

pub use disk::Disk;
pub use template::{AddressProblem, Template};

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant, SystemTime},
};

use super::{Picture, Server};
use backoff::Backoff;
use client::{Client, Reply};

/// Requests under way at once.
pub const CONNECTIONS: usize = 4;

pub struct Online {
    server: Server,
    client: Client,
    network: Network,
    backoff: Mutex<Backoff>,
}

/// What has come of asking for a tile.
pub enum Answer {
    Picture(Picture),
    /// The server has no such tile.
    Nothing,
    /// Not now; and not before then.
    Later(Instant),
}

/// Why tiles are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No answer, or none in time.
    Silent,
    /// An answer with this HTTP status.
    Status(u16),
    /// Something that is no picture of a tile.
    Wrong,
}

/// How servers are asked, and where their tiles are kept.
#[derive(Clone)]
pub struct Network {
    pub timing: Timing,
    /// None: nothing is kept.
    pub disk: Option<Arc<Disk>>,
}

/// How long is waited for what.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// For a connection.
    pub connect: Duration,
    /// For a tile, from the question to its last byte.
    pub whole: Duration,
    /// After a failure; doubled with each further one.
    pub first_wait: Duration,
    pub longest_wait: Duration,
    /// Before a tile is asked for again that was no picture.
    pub after_wrong: Duration,
}

impl Timing {
    pub const USUAL: Self = Self {
        connect: Duration::from_secs(5),
        whole: Duration::from_secs(15),
        first_wait: Duration::from_secs(2),
        longest_wait: Duration::from_mins(5),
        after_wrong: Duration::from_mins(1),
    };
}

impl Online {
    /// Asks nothing yet.
    pub fn new(server: Server, network: Network) -> Self {
        Self {
            server,
            client: Client::new(&network.timing),
            network,
            backoff: Mutex::default(),
        }
    }

    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Why the last tile asked for did not come.
    pub fn refusal(&self) -> Option<Refusal> {
        self.backoff().refusal()
    }

    /// What is kept on disk of a tile: the server is not asked.
    pub fn kept(&self, zoom: u8, x: u32, y: u32) -> Option<Picture> {
        let (disk, template) = (self.network.disk.as_ref()?, &self.server.template);
        let bytes = disk.load(template, (zoom, x, y), SystemTime::now())?;
        let picture = Picture::decode(&bytes);
        if picture.is_none() {
            disk.forget(template, (zoom, x, y));
        }
        picture
    }

    /// Asks the server, unless it is to be left alone. Takes as long as the network: not for the UI thread.
    pub fn ask(&self, zoom: u8, x: u32, y: u32) -> Answer {
        if let Some(until) = self.backoff().until(Instant::now()) {
            return Answer::Later(until);
        }
        let template = &self.server.template;
        let (refusal, asked_for) = match self.client.ask(&template.address(zoom, x, y)) {
            Reply::Picture(bytes, keep) => {
                let Some(picture) = Picture::decode(&bytes) else {
                    return self.wrong();
                };
                self.backoff().succeeded();
                if let Some(disk) = &self.network.disk {
                    disk.store(template, (zoom, x, y), &bytes, (SystemTime::now(), keep));
                }
                return Answer::Picture(picture);
            }
            Reply::Nothing => {
                self.backoff().succeeded();
                return Answer::Nothing;
            }
            Reply::Wrong => return self.wrong(),
            Reply::Failed(status, asked_for) => (Refusal::Status(status), asked_for),
            Reply::Silent => (Refusal::Silent, None),
        };
        let now = Instant::now();
        let mut backoff = self.backoff();
        backoff.failed(refusal, now, asked_for, &self.network.timing);
        Answer::Later(backoff.until(now).unwrap_or(now))
    }

    fn wrong(&self) -> Answer {
        self.backoff().was_wrong(Refusal::Wrong);
        Answer::Later(Instant::now() + self.network.timing.after_wrong)
    }

    /// Nothing that can panic is done while it is held.
    fn backoff(&self) -> MutexGuard<'_, Backoff> {
        self.backoff.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

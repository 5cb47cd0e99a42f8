//! A tile server on this machine, which behaves as a test wants it to, and notes what it is asked for.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub struct TileServer {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    asked: Mutex<Vec<Asked>>,
    /// Bytes of bodies that could be sent.
    sent: AtomicUsize,
    closed: AtomicBool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub path: String,
    pub user_agent: String,
}

pub enum Reply {
    /// Status, header lines, body.
    Whole(u16, Vec<String>, Vec<u8>),
    /// Nothing, for as long as the server is there.
    Hang,
    /// A byte now and then.
    Drip,
    /// A body that does not end.
    Endless,
}

impl Reply {
    pub fn picture(bytes: Vec<u8>) -> Self {
        Self::Whole(200, vec!["Content-Type: image/png".to_owned()], bytes)
    }

    pub fn status(status: u16) -> Self {
        Self::Whole(status, Vec::new(), Vec::new())
    }

    pub fn redirect(to: &str) -> Self {
        Self::Whole(302, vec![format!("Location: {to}")], Vec::new())
    }
}

impl TileServer {
    /// `reply` is told the path, and how many questions there were before.
    pub fn start(reply: impl Fn(&str, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            asked: Mutex::default(),
            sent: AtomicUsize::new(0),
            closed: AtomicBool::new(false),
        });
        let (of_thread, reply) = (Arc::clone(&shared), Arc::new(reply));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if of_thread.closed.load(Ordering::SeqCst) {
                    return;
                }
                let (shared, reply) = (Arc::clone(&of_thread), Arc::clone(&reply));
                thread::spawn(move || answer(stream.ok()?, &shared, &*reply));
            }
        });
        Self { port, shared }
    }

    /// Tiles of one colour for whoever asks.
    pub fn good() -> Self {
        let bytes = png(256, 256);
        Self::start(move |_, _| Reply::picture(bytes.clone()))
    }

    pub fn template(&self) -> String {
        format!("http://127.0.0.1:{}/{{z}}/{{x}}/{{y}}.png", self.port)
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().unwrap().clone()
    }

    pub fn sent(&self) -> usize {
        self.shared.sent.load(Ordering::SeqCst)
    }
}

impl Drop for TileServer {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::SeqCst);
        TcpStream::connect(("127.0.0.1", self.port)).ok();
    }
}

/// One question to a connection. None where whoever asked has gone.
fn answer(stream: TcpStream, shared: &Shared, reply: &dyn Fn(&str, usize) -> Reply) -> Option<()> {
    let mut asked = Asked {
        path: String::new(),
        user_agent: String::new(),
    };
    for line in BufReader::new(&stream).lines() {
        let line = line.ok()?;
        if line.is_empty() {
            break;
        }
        if let Some(path) = line.strip_prefix("GET ") {
            path.split(' ').next()?.clone_into(&mut asked.path);
        }
        if let Some(name) = line.to_lowercase().strip_prefix("user-agent: ") {
            name.clone_into(&mut asked.user_agent);
        }
    }
    let path = asked.path.clone();
    let before = {
        let mut all = shared.asked.lock().unwrap();
        all.push(asked);
        all.len() - 1
    };
    let mut stream = stream;
    let is_open = || !shared.closed.load(Ordering::SeqCst);
    let pause = || thread::sleep(Duration::from_millis(20));
    match reply(&path, before) {
        Reply::Whole(status, headers, body) => {
            let length = body.len();
            let mut lines = vec![
                format!("HTTP/1.1 {status} Answer"),
                "Connection: close".to_owned(),
                format!("Content-Length: {length}"),
            ];
            lines.extend(headers);
            lines.push("\r\n".to_owned());
            stream.write_all(lines.join("\r\n").as_bytes()).ok()?;
            stream.write_all(&body).ok()?;
            shared.sent.fetch_add(length, Ordering::SeqCst);
        }
        Reply::Hang => {
            while is_open() {
                pause();
            }
        }
        Reply::Drip => {
            let head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9000\r\n\r\n";
            stream.write_all(head.as_bytes()).ok()?;
            while is_open() {
                stream.write_all(b"x").ok()?;
                pause();
            }
        }
        Reply::Endless => {
            let head =
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n";
            stream.write_all(head.as_bytes()).ok()?;
            let chunk = [b"10000\r\n".as_slice(), &vec![b'x'; 0x10000], b"\r\n"].concat();
            while is_open() {
                stream.write_all(&chunk).ok()?;
                shared.sent.fetch_add(chunk.len(), Ordering::SeqCst);
            }
        }
    }
    Some(())
}

/// A picture of one colour.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let pixel = image::Rgba([200, 220, 240, 255]);
    let image = image::RgbaImage::from_pixel(width, height, pixel);
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

//! A peer between us and a bucket that misbehaves when it is told to.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What it does with a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deed {
    /// Passes it on, and the answer back.
    Pass,
    /// Says 503 and does nothing.
    Busy,
    /// Passes it on, and half of the answer's body back.
    Cut,
    /// Passes it on, and nothing back.
    Lose,
    /// Passes nothing on, and says nothing for as long as we wait.
    Silent,
    /// Sends us to this port of the machine.
    Elsewhere(u16),
    /// Says that there is nothing, as a server does that knows nothing of buckets.
    Unknown,
    /// Says that its disk is full.
    Full,
}

/// A request as the peer decides about it.
pub struct Asked {
    /// From 0, through all connections.
    pub number: usize,
    pub method: String,
    pub target: String,
}

type Decide = Box<dyn Fn(&Asked) -> Deed + Send>;

/// Listens until the test ends.
pub struct Peer {
    port: u16,
    decide: Arc<Mutex<Decide>>,
    asked: Arc<AtomicUsize>,
}

impl Peer {
    /// A peer before this port that passes everything.
    pub fn before(upstream: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let decide: Arc<Mutex<Decide>> = Arc::new(Mutex::new(Box::new(|_| Deed::Pass)));
        let asked = Arc::new(AtomicUsize::new(0));
        let peer = Peer { port, decide: decide.clone(), asked: asked.clone() };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (decide, asked) = (decide.clone(), asked.clone());
                // A peer that loses its connection has nothing to add.
                std::thread::spawn(move || serve(stream.unwrap(), upstream, &decide, &asked).ok());
            }
        });
        peer
    }

    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on it does this; requests are counted anew.
    pub fn will(&self, decide: impl Fn(&Asked) -> Deed + Send + 'static) {
        *self.decide.lock().unwrap() = Box::new(decide);
        self.asked.store(0, Ordering::SeqCst);
    }

    /// How many requests came since it was told what to do.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

/// One request, then the connection ends.
fn serve(mut stream: TcpStream, upstream: u16, decide: &Mutex<Decide>, asked: &AtomicUsize) -> io::Result<()> {
    let Some((head, body)) = read_message(&mut stream)? else { return Ok(()) };
    let mut words = head.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let number = asked.fetch_add(1, Ordering::SeqCst);
    let deed = decide.lock().unwrap()(&Asked { number, method, target });
    match deed {
        Deed::Busy => return say(&mut stream, "503 Slow Down", ""),
        Deed::Full => return say(&mut stream, "507 Insufficient Storage", ""),
        Deed::Unknown => return say(&mut stream, "404 Not Found", ""),
        Deed::Elsewhere(port) => {
            return say(&mut stream, "307 Moved", &format!("Location: http://127.0.0.1:{port}/\r\n"));
        }
        // Until we hang up.
        Deed::Silent => return stream.read_to_end(&mut Vec::new()).map(drop),
        Deed::Pass | Deed::Cut | Deed::Lose => {}
    }
    let mut server = TcpStream::connect(("127.0.0.1", upstream))?;
    server.write_all(closing(&head).as_bytes())?;
    server.write_all(&body)?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    match deed {
        Deed::Lose => Ok(()),
        Deed::Cut => {
            let body = answer.windows(4).position(|window| window == b"\r\n\r\n").map_or(answer.len(), |at| at + 4);
            stream.write_all(&answer[..body + (answer.len() - body) / 2])
        }
        _ => stream.write_all(&answer),
    }
}

fn say(stream: &mut TcpStream, status: &str, headers: &str) -> io::Result<()> {
    write!(stream, "HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n")
}

/// The head with its last line, and as many bytes as it announces.
fn read_message(stream: &mut TcpStream) -> io::Result<Option<(String, Vec<u8>)>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 16384];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        match stream.read(&mut piece)? {
            0 => return Ok(None),
            read => bytes.extend_from_slice(&piece[..read]),
        }
    };
    let body = bytes.split_off(end);
    let head = String::from_utf8_lossy(&bytes).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = body;
    let length = length.unwrap_or(0);
    while body.len() < length {
        match stream.read(&mut piece)? {
            0 => return Ok(None),
            read => body.extend_from_slice(&piece[..read]),
        }
    }
    Ok(Some((head, body)))
}

/// The same request, after which the server ends the connection.
fn closing(head: &str) -> String {
    let kept = head.trim_end().lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    kept.chain(["Connection: close"]).fold(String::new(), |text, line| text + line + "\r\n") + "\r\n"
}

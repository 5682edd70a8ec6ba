//! An S3 of a test's own: moto, from PyPI.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

const PROGRAM: &str = include_str!("moto.py");

/// The one bucket.
pub const BUCKET: &str = "vaults";
/// Whoever asks; moto believes everybody.
pub const KEY_ID: &str = "AKIACOFRE";
/// What they sign with.
pub const SECRET: &str = "s3cret-of-the-tests";

/// A server with an empty bucket in memory, until it is dropped.
#[derive(Debug)]
pub struct Moto {
    child: Child,
    port: u16,
}

impl Moto {
    /// A machine without moto fails: what cannot judge must not pass.
    pub fn start() -> Self {
        let python = std::env::var_os("COFRE_MOTO").expect("COFRE_MOTO is not set: `cargo xtask setup` installs moto");
        let mut command = Command::new(python);
        command.args(["-c", PROGRAM]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("moto's Python starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("moto says its port");
        let moto = Moto { child, port };
        moto.make_bucket();
        moto
    }

    /// Where it listens, on the loopback address.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where it is, without the bucket.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The names of the first thousand objects that begin so, each with its bytes.
    pub fn objects(&self, prefix: &str) -> Vec<(String, u64)> {
        let listing = self.ask("GET", &format!("?list-type=2&prefix={prefix}"));
        let between = |text: &str, tag: &str| {
            let (_, behind) = text.split_once(&format!("<{tag}>"))?;
            behind.split_once('<').map(|(value, _)| value.to_owned())
        };
        let object = |text: &str| Some((between(text, "Key")?, between(text, "Size")?.parse().ok()?));
        listing.split("<Contents>").skip(1).map(|text| object(text).expect("a listing")).collect()
    }

    /// Loses an object.
    pub fn lose(&self, object: &str) {
        self.ask("DELETE", &format!("/{object}"));
    }

    fn make_bucket(&self) {
        self.ask("PUT", "");
    }

    /// moto wants to know who asks, and believes it.
    fn ask(&self, method: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "{method} /{BUCKET}{path} HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nAuthorization: AWS {KEY_ID}:x\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap_or_default();
        assert!(["200", "204"].contains(&status), "{method} {path}: {answer}");
        answer
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

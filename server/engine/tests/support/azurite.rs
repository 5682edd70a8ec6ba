//! A Blob storage of a test's own: Azurite, from npm.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use aws_lc_rs::hmac::{HMAC_SHA256, Key, sign};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};

/// Ends with who started it.
const PROGRAM: &str = "process.stdin.resume().on('end', () => process.exit()); \
                       const script = process.env.COFRE_AZURITE; process.argv.splice(1, 0, script); require(script);";

/// The one container.
pub const CONTAINER: &str = "vaults";
/// The account that every Azurite has.
pub const ACCOUNT: &str = "devstoreaccount1";
/// Its key.
pub const KEY: &str = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/// A server with an empty container in memory, until it is dropped.
#[derive(Debug)]
pub struct Azurite {
    child: Child,
    port: u16,
}

impl Azurite {
    /// A machine without Azurite fails: what cannot judge must not pass.
    pub fn start() -> Self {
        std::env::var_os("COFRE_AZURITE").expect("COFRE_AZURITE is not set: `cargo xtask setup` installs Azurite");
        let mut command = Command::new("node");
        command.args(["-e", PROGRAM, "--", "--blobPort", "0", "--inMemoryPersistence", "--disableTelemetry"]);
        command.args(["--silent", "--skipApiVersionCheck"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("Node starts");
        let said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = said
            .filter(|line| line.contains("successfully listen"))
            .find_map(|line| line.rsplit(':').next().and_then(|port| port.trim().parse().ok()));
        let azurite = Azurite { child, port: port.expect("Azurite says its port") };
        azurite.make_container();
        azurite
    }

    /// Where the account is, as Azurite has it: below the server.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}/{ACCOUNT}", self.port)
    }

    fn make_container(&self) {
        let date = DateTime::<Utc>::from(std::time::SystemTime::now()).format("%a, %d %b %Y %H:%M:%S GMT");
        let headers = [("x-ms-date", date.to_string()), ("x-ms-version", "2021-08-06".to_owned())];
        let canonical = headers.each_ref().map(|(name, value)| format!("{name}:{value}\n")).concat();
        // Eleven headers that stand between the verb and these are not sent.
        let signed = format!("PUT{}{canonical}/{ACCOUNT}/{ACCOUNT}/{CONTAINER}\nrestype:container", "\n".repeat(12));
        let key = Key::new(HMAC_SHA256, &STANDARD.decode(KEY).unwrap());
        let signature = STANDARD.encode(sign(&key, signed.as_bytes()));
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let sent = headers.map(|(name, value)| format!("{name}: {value}\r\n")).concat();
        write!(
            stream,
            "PUT /{ACCOUNT}/{CONTAINER}?restype=container HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: 0\r\n{sent}\
             Authorization: SharedKey {ACCOUNT}:{signature}\r\nConnection: close\r\n\r\n",
            self.port,
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.contains(" 201 "), "{answer}");
    }
}

impl Drop for Azurite {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! A connection of one's own, for what no client of HTTP would send.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::Client;

/// An open connection to a server.
#[derive(Debug)]
pub struct Wire {
    stream: TcpStream,
    host: String,
}

impl Client {
    /// Opens one.
    pub async fn wire(&self) -> Wire {
        self.open_wire(None).await
    }

    /// Opens one whose end here takes no more than about so many bytes before they are read.
    pub async fn narrow_wire(&self, bytes: u32) -> Wire {
        self.open_wire(Some(bytes)).await
    }

    async fn open_wire(&self, receives: Option<u32>) -> Wire {
        let host = self.address().trim_start_matches("http://").to_owned();
        let socket = TcpSocket::new_v4().expect("a socket can be made");
        if let Some(bytes) = receives {
            socket.set_recv_buffer_size(bytes).expect("a socket takes a size");
        }
        let address = host.parse().expect("the server has an address");
        let stream = socket.connect(address).await.expect("the server listens");
        Wire { stream, host }
    }
}

impl Wire {
    /// The server's name, as the header says it.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Sends a part of a request; answers whether the server still took it.
    pub async fn send(&mut self, part: &[u8]) -> bool {
        self.stream.write_all(part).await.is_ok()
    }

    /// Reads some of the answer; empty when the server has ended the connection.
    pub async fn some(&mut self) -> Vec<u8> {
        let mut part = vec![0; 16 << 10];
        let length = self.stream.read(&mut part).await.unwrap_or(0);
        part.truncate(length);
        part
    }

    /// Reads until the server ends the connection.
    pub async fn to_the_end(&mut self) -> String {
        let mut all = Vec::new();
        loop {
            let part = self.some().await;
            if part.is_empty() {
                return String::from_utf8_lossy(&all).into_owned();
            }
            all.extend(part);
        }
    }

    /// Sends a whole request that is the connection's last; answers everything that comes.
    pub async fn ask(mut self, line: &str, headers: &str) -> String {
        let request = format!("{line} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n", self.host);
        self.send(request.as_bytes()).await;
        self.to_the_end().await
    }
}

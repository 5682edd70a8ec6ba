//! Starting and ending the browser.

use std::process::Stdio;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use serde_json::json;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

/// A page that does not show in this time what it should is broken. Waiting ends as soon as it does.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// A browser with an empty profile.
#[derive(Debug)]
pub struct Browser {
    pub(super) client: Client,
    pub(super) address: String,
    _driver: Child,
    _profile: TempDir,
}

fn program(variable: &str, usual: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| usual.to_owned())
}

impl Browser {
    /// A browser of this size, in English, that shows the server at this address.
    pub async fn open(address: &str, (width, height): (u32, u32)) -> Self {
        let chromedriver = program("COFRE_CHROMEDRIVER", "chromedriver");
        let mut driver = Command::new(&chromedriver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|e| panic!("{chromedriver} cannot be started ({e}): run `cargo xtask setup`"));
        let port = port(&mut driver).await;
        let profile = tempfile::tempdir().expect("a temporary folder can be made");
        let capabilities = json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "binary": program("COFRE_CHROMIUM", "/usr/bin/chromium"),
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--lang=en",
                    format!("--window-size={width},{height}"),
                    format!("--user-data-dir={}", profile.path().display()),
                ],
                "prefs": { "intl.accept_languages": "en-GB,en" },
            },
        });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("the browser starts");
        Self { client, address: address.to_owned(), _driver: driver, _profile: profile }
    }

    /// Ends the browser, after looking whether its console has errors.
    pub async fn close(self) {
        self.expect_quiet_console().await;
        self.client.close().await.expect("the browser ends");
    }
}

/// The driver says the port that it was given, after the 0 that it was asked for.
async fn port(driver: &mut Child) -> u16 {
    let output = driver.stdout.take().expect("the driver's output is piped");
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await.expect("the driver's output can be read") {
        let said = line.rsplit_once("port ").map(|(_, rest)| rest.trim_end_matches('.'));
        if let Some(port) = said.and_then(|text| text.parse().ok()).filter(|port| *port != 0) {
            // The rest has to be read, or the driver stops when the pipe is full.
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return port;
        }
    }
    panic!("chromedriver ended without saying its port");
}

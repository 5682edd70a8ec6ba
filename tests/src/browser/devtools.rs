//! Commands of Chromium's that WebDriver does not have.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::driver::Browser;

/// A command of Chromium's driver that WebDriver does not have.
#[derive(Debug)]
pub(super) struct ChromeCommand {
    pub(super) path: &'static str,
    pub(super) body: Value,
}

impl WebDriverCompatibleCommand for ChromeCommand {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        base_url.join(&format!("session/{}/{}", session_id.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// Asks the browser itself, by the protocol of its developer tools.
    pub(super) async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let command = ChromeCommand { path: "goog/cdp/execute", body: json!({ "cmd": method, "params": parameters }) };
        self.client.issue_cmd(command).await.unwrap_or_else(|e| panic!("{method}: {e}"))
    }

    /// Forgets every file that was fetched; who is signed in stays so.
    pub async fn empty_cache(&self) {
        self.devtools("Network.clearBrowserCache", json!({})).await;
    }
}

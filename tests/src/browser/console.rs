//! The browser's console.

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
    /// Fails when the console has an error since it was last looked at. What a test brings about on purpose is looked at before.
    pub async fn expect_quiet_console(&self) {
        let errors = self.console_errors().await;
        assert!(errors.is_empty(), "the browser's console says: {errors:#?}");
    }

    /// The console's errors since it was last looked at.
    pub async fn console_errors(&self) -> Vec<String> {
        let command = ChromeCommand { path: "se/log", body: json!({ "type": "browser" }) };
        let entries = self.client.issue_cmd(command).await.expect("the console can be read");
        let entries = entries.as_array().cloned().unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        let messages = severe.filter_map(|entry| entry["message"].as_str());
        messages.map(str::to_owned).collect()
    }
}

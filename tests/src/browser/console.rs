//! The browser's console.

use serde_json::json;

use super::devtools::ChromeCommand;
use super::driver::Browser;

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

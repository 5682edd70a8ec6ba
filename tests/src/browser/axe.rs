//! axe-core, which looks for faults of accessibility. It runs in a world of its own, so that the page's policy stays as it is.

use serde_json::json;

use super::driver::Browser;
use super::screen::Theme;

/// The rules of WCAG 2.2 AA, and what axe calls best practice.
const RUN: &str = "axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(found.violations.map(violation => \
    violation.id + ': ' + violation.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | '))))";

impl Browser {
    /// Fails when axe finds something on the page, in the light or in the dark theme.
    pub async fn expect_accessible(&self, what: &str) {
        for theme in [Theme::Light, Theme::Dark] {
            self.show_in(theme).await;
            let found = self.axe().await;
            assert!(found.is_empty(), "{what}, {}: {found:#?}", theme.word());
        }
    }

    async fn axe(&self) -> Vec<String> {
        let path = std::env::var("COFRE_AXE").expect("COFRE_AXE names axe.min.js: run the tests by `cargo xtask test`");
        let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}; run `cargo xtask setup`"));
        let frames = self.devtools("Page.getFrameTree", json!({})).await;
        let frame = frames["frameTree"]["frame"]["id"].clone();
        let world = self.devtools("Page.createIsolatedWorld", json!({ "frameId": frame, "worldName": "axe" })).await;
        let world = world["executionContextId"].clone();
        self.devtools("Runtime.evaluate", json!({ "expression": source, "contextId": world })).await;
        let run = json!({ "expression": RUN, "contextId": world, "awaitPromise": true, "returnByValue": true });
        let answer = self.devtools("Runtime.evaluate", run).await;
        let text = answer["result"]["value"].as_str().unwrap_or_else(|| panic!("axe did not run: {answer}")).to_owned();
        serde_json::from_str(&text).expect("axe answers a list")
    }
}

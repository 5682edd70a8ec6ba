//! axe-core, which looks for faults of accessibility. It runs in a world of its own, so that the page's policy stays as it is.

use serde_json::json;

use super::driver::Browser;
use super::screen::Theme;

/// The rules of WCAG 2.2 AA, and what axe calls best practice; a rule of AAA where it is asked for.
const RUN: &str = "axe.run(document, {resultTypes: ['violations'], rules: {'color-contrast-enhanced': {enabled: ENHANCED}}}).then(found => JSON.stringify(found.violations.map(violation => \
    violation.id + ': ' + violation.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | '))))";

impl Browser {
    /// Fails when axe finds something on the page, in the light or in the dark theme.
    pub async fn expect_accessible(&self, what: &str) {
        for theme in [Theme::Light, Theme::Dark] {
            self.show_in(theme).await;
            let found = self.axe(false).await;
            assert!(found.is_empty(), "{what}, {}: {found:#?}", theme.word());
        }
    }

    /// The same for someone whose system asks for more contrast: every text has 7:1, or 4.5:1 where it is large.
    pub async fn expect_high_contrast(&self, what: &str) {
        for theme in [Theme::Light, Theme::Dark] {
            self.show_in_contrast(theme).await;
            let found = self.axe(true).await;
            assert!(found.is_empty(), "{what}, high contrast, {}: {found:#?}", theme.word());
        }
    }

    async fn axe(&self, with_enhanced_contrast: bool) -> Vec<String> {
        let path = std::env::var("COFRE_AXE").expect("COFRE_AXE names axe.min.js: run the tests by `cargo xtask test`");
        let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}; run `cargo xtask setup`"));
        let frames = self.devtools("Page.getFrameTree", json!({})).await;
        let frame = frames["frameTree"]["frame"]["id"].clone();
        let world = self.devtools("Page.createIsolatedWorld", json!({ "frameId": frame, "worldName": "axe" })).await;
        let world = world["executionContextId"].clone();
        self.devtools("Runtime.evaluate", json!({ "expression": source, "contextId": world })).await;
        let expression = RUN.replace("ENHANCED", &with_enhanced_contrast.to_string());
        let run = json!({ "expression": expression, "contextId": world, "awaitPromise": true, "returnByValue": true });
        let answer = self.devtools("Runtime.evaluate", run).await;
        let text = answer["result"]["value"].as_str().unwrap_or_else(|| panic!("axe did not run: {answer}")).to_owned();
        serde_json::from_str(&text).expect("axe answers a list")
    }
}

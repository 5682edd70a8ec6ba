//! The screen that a page is shown on: its size and its theme, and a picture of it.

use serde_json::json;

use super::driver::Browser;

/// What a screen shows the page in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme as CSS calls it.
    pub const fn word(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// Waits until nothing that has an end is moving.
const SETTLED: &str = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => Promise.allSettled( \
    document.getAnimations().filter(move => move.effect.getComputedTiming().endTime !== Infinity).map(move => move.finished))).then(() => true)";

impl Browser {
    /// Shows the page on a screen of this size in CSS pixels, however narrow; a window of Chromium's cannot be.
    pub async fn show_at(&self, (width, height): (u32, u32)) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Shows the page in this theme, with nothing moving.
    pub async fn show_in(&self, theme: Theme) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme.word() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        // Colours on their way from one theme to the other are no fault.
        self.evaluate(SETTLED).await;
    }

    /// Shows the page in this theme as to someone whose system asks for more contrast.
    pub async fn show_in_contrast(&self, theme: Theme) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": theme.word() },
            { "name": "prefers-contrast", "value": "more" },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        self.evaluate(SETTLED).await;
    }

    /// A picture of what the screen shows, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("the browser makes a picture")
    }
}

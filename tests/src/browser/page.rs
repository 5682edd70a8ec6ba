//! What people do with a page: open it, read it, click, type.

use fantoccini::elements::Element;
use fantoccini::error::ErrorStatus;
use fantoccini::key::Key;
use fantoccini::{Locator, error};
use serde_json::{Value, json};

use super::driver::{Browser, PATIENCE};
use crate::{OWNER, PASSWORD};

/// No page has so many stops of the Tab key.
const STOPS_MAX: usize = 100;

/// A word as it stands in an XPath expression.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}

/// What can be clicked and is called so: by its text or, without one, by its label.
fn clickable(name: &str) -> String {
    let name = quoted(name);
    let called = format!(
        "(normalize-space()={name} or @aria-label={name} or text()[normalize-space()={name}] or .//*[normalize-space(text())={name}])"
    );
    let roles = [
        "self::button",
        "self::a",
        "@role='menuitem'",
        "@role='menuitemradio'",
        "@role='tab'",
        "@role='option'",
        "@role='link'",
    ];
    format!("//*[({}) and {called}]", roles.join(" or "))
}

/// Whether the element was drawn anew, or something passed over it, between finding and clicking it.
fn is_in_motion(error: &error::CmdError) -> bool {
    let error::CmdError::Standard(fault) = error else { return false };
    matches!(
        fault.error,
        ErrorStatus::StaleElementReference | ErrorStatus::ElementClickIntercepted | ErrorStatus::ElementNotInteractable
    )
}

impl Browser {
    /// Opens an address of the server.
    pub async fn go(&self, path: &str) {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.address) };
        self.client.goto(&url).await.expect("the address can be opened");
    }

    /// Waits until an element that can be seen is there.
    async fn element(&self, xpath: &str, what: &str) -> Element {
        let visible = async {
            loop {
                let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(xpath)).await?;
                let all = self.client.find_all(Locator::XPath(xpath)).await?;
                for element in all {
                    if element.is_displayed().await.unwrap_or(false) {
                        return Ok::<_, error::CmdError>(element);
                    }
                }
                drop(found);
                tokio::task::yield_now().await;
            }
        };
        match tokio::time::timeout(PATIENCE, visible).await {
            Ok(Ok(element)) => element,
            other => {
                let problem = other.map_or_else(
                    |_| "it did not come".to_owned(),
                    |r| r.map_or_else(|e| e.to_string(), |_| String::new()),
                );
                panic!("{what}: {problem}; the page shows:\n{}", self.text().await)
            }
        }
    }

    /// All that the page shows.
    pub async fn text(&self) -> String {
        match self.client.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(e) => e.to_string(),
        }
    }

    /// Waits until the page shows this text.
    pub async fn see(&self, text: &str) {
        let xpath = format!(
            "//*[contains(normalize-space(), {0}) and not(.//*[contains(normalize-space(), {0})])]",
            quoted(text)
        );
        self.element(&xpath, &format!("the text {text:?}")).await;
    }

    /// Clicks the button, link or menu entry of this name. One that is drawn anew meanwhile is clicked again.
    pub async fn click(&self, name: &str) {
        self.click_at(&clickable(name), &format!("something to click called {name:?}")).await;
    }

    /// Clicks what stands in the same row or region as this text.
    pub async fn click_beside(&self, text: &str, name: &str) {
        let row = format!(
            "//*[self::tr or @role='row' or self::li or self::section][.//*[contains(normalize-space(), {})]]",
            quoted(text)
        );
        self.click_at(&format!("{row}{}", clickable(name)), &format!("{name:?} beside {text:?}")).await;
    }

    async fn click_at(&self, xpath: &str, what: &str) {
        let clicking = async {
            loop {
                match self.element(xpath, what).await.click().await {
                    Ok(()) => return,
                    Err(e) if is_in_motion(&e) => tokio::task::yield_now().await,
                    Err(e) => panic!("{what}: {e}"),
                }
            }
        };
        assert!(tokio::time::timeout(PATIENCE, clicking).await.is_ok(), "{what} cannot be clicked");
    }

    /// Types into the field with this label, in place of what it holds.
    pub async fn fill(&self, label: &str, text: &str) {
        let label = quoted(label);
        let by_for = format!("//input[@id=//label[normalize-space()={label} or .//*[normalize-space()={label}]]/@for]");
        let within = format!("//label[.//*[normalize-space()={label}] or normalize-space(text())={label}]//input");
        let by_name = format!("//input[@aria-label={label}]");
        let field =
            self.element(&format!("({by_for} | {within} | {by_name})"), &format!("a field labelled {label}")).await;
        let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        field.send_keys(&all).await.expect("the field takes keys");
        field.send_keys(text).await.expect("the field takes keys");
    }

    /// Signs in as the first Owner, where the page asks who is there.
    pub async fn sign_in(&self) {
        self.fill("User name", OWNER).await;
        self.fill("Password", PASSWORD).await;
        self.click("Sign in").await;
    }

    /// Takes the session away from the browser, as closing it would.
    pub async fn forget_session(&self) {
        self.devtools("Network.clearBrowserCookies", json!({})).await;
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: &str) {
        let focused = self.client.active_element().await.expect("something has the focus");
        focused.send_keys(keys).await.expect("the focus takes keys");
    }

    /// Moves the focus forward by the Tab key until it is on what is called so.
    pub async fn tab_to(&self, name: &str) {
        const NAME: &str =
            "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()";
        let mut passed = Vec::new();
        for _ in 0..STOPS_MAX {
            self.press(&char::from(Key::Tab).to_string()).await;
            let here = self.evaluate(NAME).await;
            if here == name {
                return;
            }
            passed.push(here);
        }
        panic!("the Tab key does not come to {name:?}: {passed:?}");
    }

    /// Evaluates an expression in the page.
    pub async fn evaluate(&self, expression: &str) -> Value {
        self.client.execute(&format!("return {expression}"), Vec::new()).await.expect("the expression can be evaluated")
    }

    /// Waits until an expression is true in the page.
    pub async fn until(&self, expression: &str) {
        let waiting = async {
            while self.evaluate(expression).await != Value::Bool(true) {
                tokio::task::yield_now().await;
            }
        };
        let came = tokio::time::timeout(PATIENCE, waiting).await.is_ok();
        assert!(came, "{expression} did not become true; the page shows:\n{}", self.text().await);
    }
}

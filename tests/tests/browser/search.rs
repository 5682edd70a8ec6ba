//! The search in the bar, by keyboard, wide and narrow.

use tests::browser::Browser;
use tests::{Cofre, content, images};

const TAB: &str = "\u{e004}";
const DOWN: &str = "\u{e015}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const FOCUSED: &str = "document.activeElement.getAttribute('role')";

#[tokio::test]
async fn should_lead_to_what_has_the_name() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web-50%.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    owner.add_vault("web-vault").await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.see("The one machine is not protected.").await;
    browser.press("/").await;
    assert_eq!(browser.evaluate(FOCUSED).await, "combobox", "/ leads to the search on a page without a filter");
    browser.press("web").await;
    browser.see("web-vault").await;
    browser.until("document.querySelectorAll('.found [role=option]').length >= 2").await;
    browser.expect_accessible("the search with results").await;
    browser.press(DOWN).await;
    browser.until("document.querySelector('.found [aria-selected=true] .name').textContent === 'web-vault'").await;
    browser.press(ENTER).await;
    browser.see("Storage replication").await;
    browser.until("location.pathname.startsWith('/vaults/')").await;
    // From anywhere, with the focus given back.
    browser.until("document.activeElement.tagName === 'H1'").await;
    browser.press(TAB).await;
    let before = browser.evaluate("document.activeElement.outerHTML").await;
    browser.press("\u{e009}k\u{e000}").await;
    assert_eq!(browser.evaluate(FOCUSED).await, "combobox");
    browser.press("nothing is called so").await;
    browser.see("Nothing is called “nothing is called so”.").await;
    browser.press(ESCAPE).await;
    assert_eq!(browser.evaluate("document.activeElement.outerHTML").await, before);
    // Enter goes as soon as there is an answer.
    browser.press("\u{e009}k\u{e000}").await;
    browser.press(&format!("50%{ENTER}")).await;
    browser.until("location.pathname.startsWith('/machines/')").await;
    narrow(&browser).await;
    browser.close().await;
}

/// The lens of a narrow bar unfolds over it.
async fn narrow(browser: &Browser) {
    browser.show_at((390, 844)).await;
    browser.go("/vaults").await;
    browser.see("web-vault").await;
    assert_eq!(browser.evaluate("document.documentElement.scrollWidth <= innerWidth").await, true);
    browser.expect_accessible("a narrow page with the folded search").await;
    browser.press("\u{e009}k\u{e000}").await;
    browser.press("restic").await;
    browser.see("Restore by hand with restic").await;
    let inside = "(box => box.left >= 0 && box.right <= innerWidth)(document.querySelector('.search > .results').getBoundingClientRect())";
    assert_eq!(browser.evaluate(inside).await, true);
    browser.expect_accessible("the search on a narrow page").await;
    browser.press(ENTER).await;
    browser.see("Join them in the order of their names").await;
}

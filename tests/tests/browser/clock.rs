//! A clock that jumps: every page says so at once, the wall too, and an Owner confirms the time.

use std::time::Duration;

use chrono::TimeDelta;
use tests::Cofre;
use tests::browser::Browser;

const SAID: &str = "The server’s clock has jumped";

/// Nothing of the page lies beyond its right edge.
const FITS: &str = "document.documentElement.scrollWidth <= innerWidth";

#[tokio::test]
async fn should_say_on_every_page_that_the_clock_has_jumped_until_an_owner_confirms_the_time() {
    let cofre = Cofre::start_with(|config| config.patience.clock = Duration::from_millis(50)).await;
    cofre.owner().await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/vaults").await;
    browser.sign_in().await;
    browser.see("Recovery Services vaults").await;
    assert!(!browser.text().await.contains(SAID));
    // Back, lest the session ends.
    cofre.clock.jump(TimeDelta::days(-9));
    browser.see(SAID).await;
    browser.see("It is 9 days behind the last known time.").await;
    browser.see("Nothing is removed by its date until an Owner has confirmed the time.").await;
    browser.expect_accessible("a page while the clock is doubted").await;
    browser.go("/wall").await;
    browser.see("Clock of the server").await;
    browser.see("Nothing is removed by its date meanwhile").await;
    browser.expect_accessible("the wall while the clock is doubted").await;

    browser.show_at((390, 844)).await;
    browser.go("/jobs").await;
    browser.see(SAID).await;
    assert_eq!(browser.evaluate(FITS).await, true);
    browser.click("The time is right").await;
    browser.see("Last known time").await;
    browser.see("The clock says now").await;
    assert_eq!(browser.evaluate(FITS).await, true);
    browser.expect_accessible("before the time is confirmed").await;
    // Another jump is another question.
    cofre.clock.jump(TimeDelta::days(-2));
    browser.see("It is 11 days behind the last known time.").await;
    browser.until("document.querySelector('dialog[open]') === null").await;
    browser.tab_to("The time is right").await;
    browser.press("\u{e007}").await;
    browser.until("document.querySelector('dialog[open] .facts dd:last-child').textContent !== ''").await;
    browser.tab_to("The time is right").await;
    browser.press("\u{e007}").await;
    browser.see("The time is confirmed.").await;
    browser.until(&format!("!document.body.innerText.includes('{SAID}')")).await;
    browser.go("/notifications").await;
    browser.see(SAID).await;
    browser.close().await;
}

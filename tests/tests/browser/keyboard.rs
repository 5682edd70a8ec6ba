//! From signing in to a completed backup without a mouse.

use tests::browser::Browser;
use tests::{Cofre, OWNER, PASSWORD, content, images};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

#[tokio::test]
async fn should_back_up_by_the_keyboard_alone() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("images", &cofre.place.images()).await;
    owner.add_vault("first-vault").await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/").await;
    browser.see("User name").await;
    browser.until("document.activeElement.tagName === 'INPUT'").await;
    browser.press(&format!("{OWNER}{TAB}{PASSWORD}{ENTER}")).await;
    browser.see("The one machine is not protected.").await;
    browser.press("/").await;
    browser.press(&format!("web{ENTER}")).await;
    browser.see("Operations").await;
    browser.until("document.activeElement.tagName === 'H1'").await;
    browser.tab_to("Backup").await;
    browser.press(ENTER).await;
    browser.see("Enabling backup makes no recovery point.").await;
    browser.tab_to("Enable backup").await;
    browser.press(ENTER).await;
    browser.see("(initial backup pending)").await;
    browser.tab_to("Backup now").await;
    browser.press(ENTER).await;
    browser.see("Retain this point until the end of").await;
    browser.until("document.activeElement.closest('.panel') !== null").await;
    browser.press(ENTER).await;
    browser.see("Crash-consistent").await;
    browser.press("/").await;
    browser.press(&format!("Backup jobs{ENTER}")).await;
    browser.until("location.pathname === '/jobs'").await;
    browser.see("Backup of web").await;
    let done = "[...document.querySelectorAll('[role=row]')].some(row => ['web', 'Completed'].every(word => row.textContent.includes(word)))";
    browser.until(done).await;
    browser.close().await;
}

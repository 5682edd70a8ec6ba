//! The page in Swedish, chosen without a reload.

use tests::browser::Browser;
use tests::{Cofre, content, images};

#[tokio::test]
async fn should_call_the_command_by_its_swedish_name() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("images", &cofre.place.images()).await;
    let vault = owner.add_vault("first-vault").await;
    owner.protect("web", vault.id).await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/items").await;
    browser.sign_in().await;
    browser.see("Last backup status").await;
    browser.click("Language, EN").await;
    browser.click("Svenska").await;
    browser.see("(första säkerhetskopieringen väntar)").await;
    assert_eq!(browser.evaluate("document.documentElement.lang").await, "sv-SE");
    browser.expect_accessible("the list of items in Swedish").await;
    browser.click("Mer om web").await;
    browser.see("Säkerhetskopiera nu").await;
    browser.press("\u{e00c}").await;
    browser.close().await;
}

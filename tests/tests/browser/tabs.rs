//! Two tabs, one stream: one tab holds it, both hear it, and when that one closes the other goes on.

use tests::Cofre;
use tests::browser::Browser;

/// Waits until so many streams are open.
async fn streams(cofre: &Cofre, wanted: usize) {
    while cofre.app().events.readers() != wanted {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_share_one_stream_and_pass_it_on() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let browser = Browser::open(owner.address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.see("Nothing is protected yet.").await;
    let first = browser.tab().await;
    streams(&cofre, 1).await;
    let second = browser.open_tab("/vaults").await;
    browser.see("There is no vault").await;
    owner.add_vault("heard-by-both").await;
    browser.see("heard-by-both").await;
    assert_eq!(cofre.app().events.readers(), 1, "both hear by one stream");
    browser.close_tab(&first, &second).await;
    owner.add_vault("heard-by-the-one-that-is-left").await;
    browser.see("heard-by-the-one-that-is-left").await;
    // The server notices that the closed tab's connection is gone when it next writes to it.
    streams(&cofre, 1).await;
    browser.close().await;
}

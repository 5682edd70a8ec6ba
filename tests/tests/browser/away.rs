//! The server away: every kind of page says so, and comes back by itself when the server does.

use tests::browser::Browser;
use tests::{Place, Process, content, images};

use crate::program::{command, free_address};

/// What a page says in its top bar while the server does not answer.
const AWAY: &str = "Reconnecting";

#[tokio::test]
async fn should_say_on_every_page_that_the_server_is_away_and_come_back_by_itself() {
    let (place, address) = (Place::new(), free_address());
    images::raw(&place.images().join("web.raw"), &content::disk(1));
    let (server, owner) = Process::start_new(command(&place, &address)).await;
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("first-vault").await;
    let item = owner.protect("web", vault.id).await;
    let job = owner.backed_up(item.id).await.job_id.unwrap();
    let browser = Browser::open(owner.address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    let pages = [
        ("/machines".to_owned(), "web"),
        (format!("/machines/{}", item.machine.id), "rack"),
        ("/vaults".to_owned(), "first-vault"),
        (format!("/vaults/{}", vault.id), "first-vault"),
        (format!("/policies/{}", item.policy.id), "DefaultPolicy"),
        ("/items".to_owned(), "web"),
        (format!("/items/{}", item.id), "web"),
        ("/jobs".to_owned(), "web"),
        (format!("/jobs/{job}"), "Take snapshot"),
        ("/hosts".to_owned(), "rack"),
        ("/screens".to_owned(), "No screen is paired"),
    ];
    browser.see("The one machine is protected.").await;
    let mut tabs = vec![(browser.tab().await, "/".to_owned(), "The one machine is protected.")];
    for (path, shown) in pages {
        let tab = browser.open_tab(&path).await;
        browser.see(shown).await;
        tabs.push((tab, path, shown));
    }
    server.kill();
    for (tab, _, shown) in &tabs {
        browser.look_at(tab).await;
        browser.see(AWAY).await;
        // What was known is still shown.
        browser.see(shown).await;
    }
    let server = Process::start_again(command(&place, &address)).unwrap();
    for (tab, _, shown) in &tabs {
        browser.look_at(tab).await;
        browser.until(&format!("!document.body.innerText.includes('{AWAY}')")).await;
        browser.see(shown).await;
    }
    let (vaults, ..) = tabs.iter().find(|(_, path, _)| path == "/vaults").unwrap();
    browser.look_at(vaults).await;
    owner.add_vault("made-after-the-break").await;
    browser.see("made-after-the-break").await;
    // What the browser says of the server that was gone.
    for (tab, ..) in &tabs {
        browser.look_at(tab).await;
        drop(browser.console_errors().await);
    }
    browser.close().await;
    drop(server);
}

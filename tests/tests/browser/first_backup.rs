//! The main journey: one-time link → sample disks → vault → password → Enable backup → Backup now → the bar moves → Completed → restore → bytes equal.

use std::path::Path;

use tests::browser::Browser;
use tests::{Cofre, PASSWORD, content};

/// Writes down every value that a progress bar shows, from now on.
const WATCH_BARS: &str = "(() => { window.seen = []; const look = () => document.querySelectorAll('[role=progressbar]').forEach(bar => { \
    const value = Number(bar.getAttribute('aria-valuenow')); if (window.seen.at(-1) !== value) window.seen.push(value); }); \
    new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true}); look(); return true; })()";

/// Sets the server up in the browser as a newcomer does.
async fn set_up(browser: &Browser, link: &str) {
    browser.go(link).await;
    browser.see("Create the first Owner").await;
    browser.expect_accessible("setting up").await;
    browser.fill("User name", "anna").await;
    browser.fill("Password", PASSWORD).await;
    browser.click("Create and sign in").await;
    browser.see("Nothing is protected yet.").await;
}

/// Creates a vault and confirms that its password is stored.
async fn create_vault(browser: &Browser) {
    browser.go("/vaults/create").await;
    browser.see("Storage replication").await;
    browser.fill("Name", "1-bad").await;
    browser.see("letter").await;
    browser.expect_accessible("creating a vault").await;
    browser.fill("Name", "first-vault").await;
    browser.click("Create").await;
    browser.see("Ready").await;
    browser.expect_accessible("the list of vaults").await;
    browser.click("first-vault").await;
    browser.see("Store this vault’s password elsewhere").await;
    browser.click("Show password").await;
    browser.see("I have stored it elsewhere").await;
    browser.expect_accessible("a vault's dashboard with its password").await;
    browser.click("I have stored it elsewhere").await;
    browser.see("On, password stored elsewhere").await;
}

/// Enables backup for a machine from its own menu, and arrives at its item.
async fn enable_backup(browser: &Browser, machine: &str) {
    browser.go("/machines").await;
    browser.see(machine).await;
    browser.expect_accessible("the list of machines").await;
    browser.click(machine).await;
    browser.see("Operations").await;
    browser.click("Backup").await;
    browser.see("Enabling backup makes no recovery point.").await;
    browser.expect_accessible("Enable backup").await;
    browser.click("Enable backup").await;
    browser.see("(initial backup pending)").await;
    browser.expect_accessible("an item before its first backup").await;
}

/// Starts a backup from the item's menu in the list, by the keyboard's Enter in the panel.
async fn backup_now(browser: &Browser, machine: &str) {
    browser.go("/items").await;
    browser.see("(initial backup pending)").await;
    browser.expect_accessible("the list of items").await;
    browser.click(&format!("More about {machine}")).await;
    browser.click("Backup now").await;
    browser.see("Retain this point until the end of").await;
    browser.expect_accessible("Backup now").await;
    browser.evaluate(WATCH_BARS).await;
    // The day has the focus, and Enter starts the backup.
    browser.press("\u{e007}").await;
    browser.see("The initial backup of").await;
    browser.click(machine).await;
}

#[tokio::test]
async fn should_lead_a_newcomer_from_the_link_to_a_restored_disk() {
    let cofre = Cofre::start_slow().await;
    let images = cofre.place.images().join("big");
    std::fs::create_dir(&images).unwrap();
    content::write_large(&images.join("system.raw"), 160, 1).unwrap();
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    set_up(&browser, cofre.setup_link()).await;
    browser.expect_accessible("the overview of a new server").await;
    browser.click("Make sample disks").await;
    browser.see("None of 3 machines is protected.").await;
    browser.expect_accessible("the overview").await;
    add_host(&browser, &cofre.place.images()).await;
    create_vault(&browser).await;
    enable_backup(&browser, "big").await;
    backup_now(&browser, "big").await;
    browser.until("window.seen.length > 3").await;
    browser.see("Crash-consistent").await;
    let seen = browser.evaluate("window.seen").await;
    let values: Vec<f64> = seen.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    assert!(values.iter().any(|value| *value > 0.0 && *value < 100.0), "the bar moved: {values:?}");
    restore(&browser, &cofre.place.restores().join("back"), &images.join("system.raw")).await;
    for (path, what) in [
        ("/", "Overview"),
        ("/services", "All services"),
        ("/jobs", "jobs"),
        ("/hosts", "hosts"),
        ("/locations", "locations"),
        ("/resource-groups", "groups"),
    ] {
        browser.go(path).await;
        browser
            .until("document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null")
            .await;
        browser.expect_accessible(what).await;
    }
    browser.close().await;
}

async fn add_host(browser: &Browser, folder: &Path) {
    browser.go("/hosts/add").await;
    browser.see("Folder").await;
    browser.fill("Name", "images").await;
    browser.fill("Folder of disk images", &folder.display().to_string()).await;
    browser.expect_accessible("adding a host").await;
    browser.click("Add").await;
    browser.see("Reachable now").await;
}

/// Restores from the item's page, watches the job to its end, and compares the bytes.
async fn restore(browser: &Browser, target: &Path, source: &Path) {
    browser.go("/items").await;
    browser.see("big").await;
    browser.click("big").await;
    browser.see("Crash-consistent").await;
    browser.expect_accessible("an item with a point").await;
    browser.click("Restore").await;
    browser.see("It is made new; nothing is written over.").await;
    browser.expect_accessible("Restore disks").await;
    browser.fill("New folder", "back").await;
    browser.press("\u{e007}").await;
    browser.see(&target.display().to_string()).await;
    browser.see("Completed").await;
    browser.expect_accessible("a job that completed").await;
    assert!(
        content::same(&target.join("system.raw"), source).expect("both disks can be read"),
        "the restored disk is the source, byte for byte"
    );
}

//! The last thirty days: seen on the overview, on the vault and on the item, and walked by keys.

use shared::id::ItemId;
use tests::browser::{Browser, Theme};
use tests::{Client, Cofre, content, everything, images};

/// The label of the day that has the focus.
const FOCUSED: &str = "document.activeElement.getAttribute('aria-label')";

/// Ten days of backups of one machine, one day without any, and storage that fills.
async fn ten_days(cofre: &Cofre, owner: &Client) -> ItemId {
    cofre.go_back(10);
    let script = owner.add_token(everything(shared::auth::Role::Owner)).await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    script.add_host("rack", &cofre.place.images()).await;
    let vault = script.add_vault("prod").await.id;
    let item = script.protect("web", vault).await.id;
    for day in 0..10 {
        let items: &[ItemId] = if day == 5 { &[] } else { &[item] };
        cofre.day_passes(&script, items).await;
        cofre.looked_at_storage(vault, 700 + 10 * day, 1000).await;
    }
    item
}

#[tokio::test]
async fn should_show_the_last_days_and_lead_from_each_to_its_job() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let item = ten_days(&cofre, &owner).await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.see("Last thirty days").await;
    browser.see("Full by").await;
    browser.until("document.querySelectorAll('.strip a').length === 30").await;
    expect_accessible(&browser, "the overview with a history").await;
    browser.go("/items").await;
    browser.until("document.querySelectorAll('.day-dots i[data-state=ok]').length === 9").await;
    let said = "document.querySelector('.day-dots')?.getAttribute('aria-label')";
    browser.until(&format!("{said}?.startsWith('Last 14 days: ') && {said}.includes('9 Completed')")).await;
    browser.click("prod").await;
    walk_through_the_last_jobs(&browser).await;
    browser.go(&format!("/items/{item}")).await;
    browser.see("AzureBackupRG_North_1").await;
    browser.until("document.querySelectorAll('.strip a').length === 30").await;
    expect_accessible(&browser, "an item with its days").await;
    let count = |state: &str| format!("document.querySelectorAll('.strip a[data-state={state}]').length");
    assert_eq!(browser.evaluate(&count("ok")).await, 9);
    browser.evaluate("document.querySelector('.strip a[tabindex=\"0\"]').focus()").await;
    let today = browser.evaluate(FOCUSED).await;
    assert!(today.as_str().unwrap().contains("Completed"), "{today}");
    browser.press("\u{e012}").await;
    browser.until(&format!("{FOCUSED} !== {today}")).await;
    browser.press("\u{e011}").await;
    browser.until(&format!("{FOCUSED}.includes('Not due')")).await;
    browser.press("\u{e010}").await;
    browser.until(&format!("{FOCUSED} === {today}")).await;
    browser.press("\u{e007}").await;
    browser.until("location.pathname.startsWith('/jobs/')").await;
    browser.see("Backup of web").await;
    browser.close().await;
}

async fn expect_accessible(browser: &Browser, what: &str) {
    for theme in [Theme::Light, Theme::Dark] {
        browser.show_in(theme).await;
        browser.expect_accessible(what).await;
    }
}

/// The bars of the vault's jobs: walked by keys, each a link to its job.
async fn walk_through_the_last_jobs(browser: &Browser) {
    browser.see("Last 24 hours, each bar a job").await;
    browser.until("document.querySelectorAll('.gantt a').length === 1").await;
    expect_accessible(browser, "a vault with its last jobs").await;
    browser.evaluate("document.querySelector('.gantt a[tabindex=\"0\"]').focus()").await;
    browser.until(&format!("{FOCUSED}.startsWith('Backup of web: Completed')")).await;
    browser.press("\u{e007}").await;
    browser.until("location.pathname.startsWith('/jobs/')").await;
}

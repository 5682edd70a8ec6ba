//! axe on every address that the page knows: dark, light, and in high contrast.

use std::fs;
use std::path::Path;

use tests::browser::Browser;
use tests::{Cofre, content, images};

/// Outside of the frame, with journeys of their own.
const ELSEWHERE: [&str; 2] = ["/wall", "/setup"];

/// Every address as `Route::path` writes it, so that a new page is walked too.
fn addresses() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/src/routes.rs");
    let source = fs::read_to_string(path).expect("the page's addresses can be read");
    let body = source.split("fn path").nth(1).and_then(|rest| rest.split("fn ").next()).expect("routes.rs has `path`");
    let quoted = |line: &str| line.contains("Route::").then(|| line.split('"').nth(1).map(str::to_owned)).flatten();
    let found: Vec<String> = body
        .lines()
        .filter_map(quoted)
        .filter(|path| path.starts_with('/') && !ELSEWHERE.contains(&path.as_str()))
        .collect();
    assert!(found.len() > 25, "{found:?}");
    found
}

/// Signs in where something of everything is; answers each address with the ids that stand there.
async fn signed_in(cofre: &Cofre) -> (Browser, Vec<String>) {
    let owner = cofre.owner().await;
    for (seed, name) in [(1, "web"), (2, "free")] {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("images", &cofre.place.images()).await;
    let vault = owner.add_vault("first-vault").await.id;
    let item = owner.protect("web", vault).await;
    let point = owner.backed_up(item.id).await;
    let free = owner.machine("free").await.id;
    let filled = |address: String| {
        let id = match address.split('/').nth(1) {
            Some("machines") => free.to_string(),
            Some("vaults") => vault.to_string(),
            Some("policies") => item.policy.id.to_string(),
            Some("items") => item.id.to_string(),
            Some("jobs") => point.job_id.expect("a job made it").to_string(),
            _ => "keyboard".to_owned(),
        };
        address.replace("{id}", &id).replace("{}", &id)
    };
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.see("1 of 2 machines").await;
    (browser, addresses().into_iter().map(filled).collect())
}

async fn open(browser: &Browser, address: &str) {
    browser.go(address).await;
    browser.until("document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null").await;
    assert_eq!(browser.evaluate("location.pathname").await, address);
}

#[tokio::test]
async fn should_have_no_fault_on_any_page_and_lead_to_its_help() {
    let cofre = Cofre::start().await;
    let (browser, addresses) = signed_in(&cofre).await;
    for address in addresses {
        open(&browser, &address).await;
        browser.expect_accessible(&address).await;
        let help = browser.evaluate("document.querySelector('.top-bar .end > a[href]').getAttribute('href')").await;
        assert!(help.as_str().is_some_and(|path| path.starts_with("/help")), "{address} leads to {help}");
        assert_eq!(browser.evaluate(MOVING).await, 0, "{address}: something moves for someone who asked for rest");
    }
    browser.close().await;
}

#[tokio::test]
async fn should_have_contrast_on_every_page_for_those_who_ask() {
    let cofre = Cofre::start().await;
    let (browser, addresses) = signed_in(&cofre).await;
    for address in addresses {
        open(&browser, &address).await;
        browser.expect_high_contrast(&address).await;
    }
    browser.close().await;
}

/// What is animated or would be on a change.
const MOVING: &str = "document.getAnimations().length + [...document.querySelectorAll('*')].filter(element => \
    !['0s', ''].includes(getComputedStyle(element).transitionDuration)).length";

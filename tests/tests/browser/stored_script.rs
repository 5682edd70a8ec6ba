//! Names that are markup: shown as the text that they are, on every page that shows them. No dialog, no violation of the page's policy, a quiet console.

use serde_json::json;
use shared::auth::Role;
use shared::screen::Pairing;
use tests::browser::Browser;
use tests::{Cofre, PASSWORD, content, everything, images};

/// A machine is called like its file, so a slash cannot be in it.
const MACHINE: &str = "<img src=x onerror=alert(1)><script>alert(2)<script>";
const MARKUP: &str = "<svg onload=alert(3)>";

/// Whether anything of the names became an element, or code of theirs ran.
const IS_MARKUP: &str = "document.querySelector('img[src=x], [onerror], [onload], main script') !== null";

/// Gives the name wherever people give one; a place that refuses it has nothing to show.
async fn named_by_people(cofre: &Cofre, owner: &tests::Client) -> usize {
    let grant = everything(Role::BackupReader);
    let group = owner.group().await;
    let location = owner.location(tests::NORTH).await.id;
    let pairing: Pairing = cofre.nobody().call("/screens/pairings").await.body(201);
    let asked = [
        ("/users", json!({"name": MARKUP, "password": PASSWORD, "grants": [grant]})),
        ("/tokens", json!({"name": MARKUP, "grant": grant})),
        ("/screens", json!({"code": pairing.code, "name": MARKUP, "scope": {"scope": "everything"}})),
        ("/subscriptions", json!({"name": MARKUP})),
        ("/resource-groups", json!({"name": MARKUP, "subscription_id": group.subscription_id})),
        ("/vaults", json!({"name": MARKUP, "resource_group_id": group.id, "location_id": location})),
    ];
    let mut taken = 0;
    for (route, body) in asked {
        let answer = owner.post(route, &body).await;
        assert!(matches!(answer.status, 201 | 202 | 422), "{route}: {answer:?}");
        taken += usize::from(answer.status != 422);
    }
    taken
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_names_that_are_markup_as_text() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join(format!("{MACHINE}.raw")), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect(MACHINE, vault.id).await;
    let job = owner.backed_up(item.id).await.job_id.unwrap();
    assert!(named_by_people(&cofre, &owner).await > 0, "no place takes such a name");
    let browser = Browser::open(owner.address(), (1440, 900)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.see("The one machine is protected.").await;
    for path in [
        "/machines".to_owned(),
        format!("/machines/{}", item.machine.id),
        "/items".to_owned(),
        format!("/items/{}", item.id),
        format!("/items/{}/backup", item.id),
        format!("/items/{}/restore", item.id),
        "/jobs".to_owned(),
        format!("/jobs/{job}"),
    ] {
        browser.go(&path).await;
        browser.see(MACHINE).await;
        assert_eq!(browser.evaluate(IS_MARKUP).await, false, "{path}");
    }
    browser.evaluate("document.querySelector('[aria-label^=Notifications]').click()").await;
    browser.see(MACHINE).await;
    assert_eq!(browser.evaluate(IS_MARKUP).await, false, "the bell");
    browser.go("/screens").await;
    browser.see(MARKUP).await;
    assert_eq!(browser.evaluate(IS_MARKUP).await, false, "screens");
    browser.go("/wall").await;
    browser.see("The one machine is protected.").await;
    assert_eq!(browser.evaluate(IS_MARKUP).await, false, "the wall");
    browser.close().await;
}

//! Connect existing vault: a server that knows nothing shows what a lost one had, and goes on with it.

use tests::browser::Browser;
use tests::{Cofre, content, images};

const ENTER: &str = "\u{e007}";

/// Sends the panel's form: its button has the name of the one beside the page's title.
const SUBMIT: &str = "document.querySelector('.panel [type=submit]').click()";

#[tokio::test(flavor = "multi_thread")]
async fn should_bring_a_vault_back_and_resume_its_backups() {
    let lost = Cofre::start().await;
    let owner = lost.owner().await;
    for (seed, name) in [(1, "db-01"), (2, "web-01")] {
        images::raw(&lost.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &lost.place.images()).await;
    let vault = owner.add_vault("prod").await.id;
    for machine in ["db-01", "web-01"] {
        let item = owner.protect(machine, vault).await.id;
        owner.backed_up(item).await;
    }
    lost.write_catalogues().await;
    let password = owner.password(vault).await.password;
    let cofre = Cofre::start_blank_over(&lost).await;
    cofre.owner().await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/vaults").await;
    browser.sign_in().await;
    browser.see("There is no vault").await;
    browser.expect_accessible("no vault, and two ways to one").await;
    browser.click("Connect existing vault").await;
    browser.see("A vault in this location that is not connected yet").await;
    browser.expect_accessible("the form that connects a vault").await;
    browser.click("Check").await;
    browser.see("This is needed").await;
    browser.fill("Password of the vault", "not this one").await;
    browser.press(ENTER).await;
    browser.see("The password does not open the vault.").await;
    browser.expect_accessible("a wrong password").await;
    assert_eq!(browser.console_errors().await.len(), 1, "the refusal that was brought about");
    browser.fill("Password of the vault", &password).await;
    browser.press(ENTER).await;
    browser.see("What the vault holds").await;
    browser.see("One server for one vault").await;
    browser.expect_accessible("what the vault holds").await;
    browser.click("Connect").await;
    browser.see("Vault prod is connected.").await;
    browser.see("Backup items").await;
    browser.go("/items").await;
    browser.see("(backup disabled)").await;
    browser.expect_accessible("items whose protection is stopped").await;
    browser.click("web-01").await;
    browser.see("Protection stopped").await;
    browser.see("On hold").await;
    browser.expect_accessible("an item whose protection is stopped").await;
    browser.click("Resume backup").await;
    browser.see("those whose day has passed may go").await;
    browser.expect_accessible("Resume backup").await;
    browser.evaluate(SUBMIT).await;
    browser.see("Backup of web-01 is resumed.").await;
    browser.click("Backup now").await;
    browser.see("Retain this point until the end of").await;
    browser.evaluate(SUBMIT).await;
    browser.until("document.querySelectorAll('.points tbody tr').length >= 2").await;
    browser.close().await;
}

//! + Backup from a vault: the four steps for two machines, by keyboard where a keyboard serves; and the redundancy that is fixed afterwards.

use tests::browser::Browser;
use tests::{Cofre, OWNER, content, images};

const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// Where the focus is: the text of the element that has it.
const FOCUS: &str = "document.activeElement.textContent";

/// A vault and three machines of which one is protected; answers the vault's address, signed in.
async fn ready(cofre: &Cofre) -> (Browser, String) {
    let owner = cofre.owner().await;
    for (seed, name) in [(1, "app-1"), (2, "app-2"), (3, "db-1")] {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("first-vault").await;
    owner.protect("db-1", owner.add_vault("other-vault").await.id).await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    let address = format!("/vaults/{}", vault.id);
    browser.go(&address).await;
    browser.sign_in().await;
    (browser, address)
}

#[tokio::test]
async fn should_protect_two_machines_in_four_steps() {
    let cofre = Cofre::start().await;
    let (browser, address) = ready(&cofre).await;
    choose_redundancy(&browser).await;
    browser.go(&address).await;
    browser.click("Backup").await;
    browser.see("Where is your workload running?").await;
    browser.expect_accessible("the backup goal").await;
    browser.click("Next").await;
    browser.see("Kept for 30 days").await;
    browser.expect_accessible("the policy").await;
    assert_eq!(browser.evaluate(FOCUS).await, "Backup policy");
    browser.click("Next").await;
    browser.see("Not listed: 1 already protected.").await;
    browser.click("Next").await;
    browser.see("Select at least one machine").await;
    browser.fill("Filter by name, group or host", "app").await;
    browser.click("Select all shown").await;
    browser.see("2 of 2 selected").await;
    browser.click("Clear selection").await;
    browser.see("0 of 2 selected").await;
    for machine in ["app-1", "app-2"] {
        let box_of = format!(
            "[...document.querySelectorAll('.pick label')].find(row => row.textContent.includes('{machine}')).control"
        );
        browser.evaluate(&format!("{box_of}.focus()")).await;
        browser.press(SPACE).await;
        browser.until(&format!("{box_of}.checked")).await;
    }
    browser.expect_accessible("the choice of machines").await;
    browser.press(ENTER).await;
    browser.see("Enable backup for 2 machines").await;
    browser.expect_accessible("what was chosen").await;
    browser.click("Enable backup for 2 machines").await;
    browser.see("Backup is enabled for 2 machines").await;
    browser.expect_accessible("what came of it").await;
    browser.click("Open backup items").await;
    browser.see("app-1").await;
    browser.see("app-2").await;
    browser.evaluate("document.querySelector(\"[aria-label='Select app-1']\").focus()").await;
    browser.press(SPACE).await;
    browser.see("1 of 2 selected").await;
    browser.click("Select all shown").await;
    browser.see("2 of 2 selected").await;
    browser.expect_accessible("items to be backed up").await;
    browser.click("Backup now").await;
    browser.see("2 backups started.").await;
    browser.until("document.querySelectorAll('tbody .status[data-state=ok]').length === 2").await;
    browser.click("Properties").await;
    browser.see("Backup configuration").await;
    browser.click("Update").await;
    browser.see("The redundancy is fixed").await;
    browser.expect_accessible("a configuration that is fixed").await;
    browser.close().await;
}

/// Chooses the redundancy by the way of the vault's menu.
async fn choose_redundancy(browser: &Browser) {
    browser.click("Backup infrastructure").await;
    browser.see("How the vault keeps its data, and where.").await;
    browser.expect_accessible("the backup infrastructure").await;
    browser.click("Update").await;
    browser.see("Fixed as soon as the vault protects a machine.").await;
    browser.expect_accessible("the backup configuration").await;
    browser.evaluate("document.querySelectorAll('.panel input[type=radio]')[1].click()").await;
    browser.click("Save").await;
    browser.see("Kept in this location only").await;
}

#[tokio::test]
async fn should_make_a_vault_for_a_machine() {
    let cofre = Cofre::start().await;
    let (browser, _) = ready(&cofre).await;
    let machine = cofre.nobody().sign_in(OWNER).await.machine("app-1").await.id;
    browser.see("first-vault").await;
    browser.go(&format!("/machines/{machine}/backup")).await;
    browser.see("Select existing").await;
    browser.evaluate("document.querySelectorAll('.choices input[type=radio]')[1].click()").await;
    browser.fill("Name of the new vault", "for-app-1").await;
    browser.expect_accessible("Enable backup by a new vault").await;
    browser.press(ENTER).await;
    browser.see("Protected by for-app-1").await;
    browser.close().await;
}

#[tokio::test]
async fn should_enable_backup_for_the_machines_that_are_ticked() {
    let cofre = Cofre::start().await;
    let (browser, _) = ready(&cofre).await;
    browser.see("first-vault").await;
    browser.go("/machines").await;
    for machine in ["app-1", "db-1"] {
        let tick = format!("document.querySelector(\"[aria-label='Select {machine}']\")");
        browser.until(&format!("({tick}?.focus(), document.activeElement === {tick})")).await;
        browser.press(SPACE).await;
    }
    browser.see("2 of 3 selected").await;
    browser.see("1 is already protected").await;
    browser.see("Enable backup for 1 machine").await;
    browser.click("Select all shown").await;
    browser.see("3 of 3 selected").await;
    browser.expect_accessible("machines to be protected").await;
    browser.click("Enable backup for 2 machines").await;
    browser.see("Where is your workload running?").await;
    browser.click("Next").await;
    browser.see("Kept for 30 days").await;
    browser.click("Next").await;
    browser.see("2 of 2 selected").await;
    // What is in the address is there after the page was loaded again.
    let address = browser.evaluate("location.pathname + location.search").await;
    browser.go(address.as_str().unwrap()).await;
    for _ in 0..3 {
        browser.click("Next").await;
    }
    browser.click("Enable backup for 2 machines").await;
    browser.see("Backup is enabled for 2 machines").await;
    browser.close().await;
}

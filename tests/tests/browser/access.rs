//! People and what they may do: an Owner lets an operator in, makes and revokes a token, reads who did what; the operator sees their part and nothing else.

use chrono::TimeDelta;
use shared::auth::Role;
use shared::id::VaultId;
use tests::browser::Browser;
use tests::{Client, Cofre, OWNER, PASSWORD, code_of, everything};

const ENTER: &str = "\u{e007}";

/// The password that the operator chooses.
const NEW: &str = "wrong donkey staple";

/// Chooses an entry of the list that stands so far down in the open panel.
async fn choose(browser: &Browser, place: usize, key: &str) {
    let list = format!("document.querySelectorAll('.panel select')[{place}]");
    browser.until(&format!("[...({list}?.options ?? [])].some(option => option.value === '{key}')")).await;
    browser
        .evaluate(&format!("(list => {{ list.value = '{key}'; list.dispatchEvent(new Event('change', {{ bubbles: true }})); }})({list})"))
        .await;
}

async fn two_vaults(owner: &Client) -> VaultId {
    owner.add_vault("hidden").await;
    owner.add_vault("shown").await.id
}

async fn signed_in(cofre: &Cofre, name: &str, path: &str) -> Browser {
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go(path).await;
    browser.fill("User name", name).await;
    browser.fill("Password", PASSWORD).await;
    browser.click("Sign in").await;
    browser.see("Overview").await;
    browser
}

async fn add_operator(browser: &Browser, vault: VaultId) {
    browser.see("Who may sign in").await;
    browser.expect_accessible("the list of users").await;
    browser.click("Add a user").await;
    browser.fill("User name", "1-bad").await;
    browser.see("Start with a letter").await;
    browser.fill("Password", "short").await;
    browser.see("At least 12 characters").await;
    browser.expect_accessible("adding a user").await;
    browser.fill("User name", "oskar").await;
    browser.fill("Password", PASSWORD).await;
    choose(browser, 0, "BackupOperator").await;
    browser.see("Also enables backup, backs up and restores").await;
    choose(browser, 1, &format!("v{vault}")).await;
    browser.click("Add another role").await;
    browser.click("Remove role 2").await;
    browser.click("Add").await;
    browser.see("oskar was added.").await;
    browser.see("Vault shown").await;
}

#[tokio::test]
async fn should_let_an_operator_in_and_show_them_their_part() {
    let cofre = Cofre::start().await;
    let vault = two_vaults(&cofre.owner().await).await;
    let owner = signed_in(&cofre, OWNER, "/users").await;
    add_operator(&owner, vault).await;
    let operator = signed_in(&cofre, "oskar", "/vaults").await;
    operator.see("shown").await;
    assert!(!operator.text().await.contains("hidden"));
    operator.see("Screens").await;
    assert!(!operator.text().await.contains("Activity log"), "the menu shows what may be used");
    // What is changed counts at once, and the menu follows.
    owner.click("oskar").await;
    owner.see("Access").await;
    owner.expect_accessible("a user's page").await;
    owner.click("Change access").await;
    owner.see("It counts at once.").await;
    choose(&owner, 0, "BackupReader").await;
    owner.expect_accessible("changing access").await;
    owner.click("Save").await;
    owner.see("The access of oskar was changed.").await;
    operator.until("![...document.querySelectorAll('nav a')].some(link => link.textContent === 'Screens')").await;
    change_own_password(&operator).await;
    add_second_factor(&cofre, &operator).await;
    owner.click("More about oskar").await;
    owner.click("Remove user").await;
    owner.see("Remove oskar?").await;
    owner.expect_accessible("removing a user").await;
    owner.fill("Type oskar to confirm", "oskar").await;
    owner.press(ENTER).await;
    owner.see("oskar was removed.").await;
    // The page that is open leaves by itself.
    operator.see("User name").await;
    assert!(!operator.text().await.contains("shown"), "nothing of what was seen stays");
    operator.console_errors().await;
    operator.close().await;
    owner.close().await;
}

async fn change_own_password(browser: &Browser) {
    browser.click("Account of oskar, O").await;
    browser.click("Your account").await;
    browser.see("Signed in as oskar").await;
    browser.expect_accessible("one's own account").await;
    browser.click("Change password").await;
    browser.fill("Old password", "not the right one").await;
    browser.fill("New password", NEW).await;
    browser.expect_accessible("changing one's own password").await;
    browser.press(ENTER).await;
    browser.see("This is not right").await;
    browser.fill("Old password", PASSWORD).await;
    browser.press(ENTER).await;
    browser.see("Your password was changed.").await;
    // The wrong one was refused, and the browser says so.
    assert_eq!(browser.console_errors().await.len(), 1);
}

/// Adds a second factor, signs out, and comes back by password and code.
async fn add_second_factor(cofre: &Cofre, browser: &Browser) {
    browser.click("Add a second factor").await;
    browser.fill("Password", NEW).await;
    browser.press(ENTER).await;
    browser.see("Scan this with an authenticator app").await;
    browser.expect_accessible("the secret of a second factor").await;
    let secret = browser.evaluate("document.querySelector('.secret input').value").await;
    let secret = secret.as_str().expect("the secret is text").to_owned();
    browser.fill("Code", &code_of(&secret, cofre.clock.now())).await;
    browser.press(ENTER).await;
    browser.see("Store these recovery codes now").await;
    browser.expect_accessible("recovery codes").await;
    browser.click("I have stored them").await;
    browser.see("10 recovery codes left").await;
    browser.click("Account of oskar, O").await;
    browser.click("Sign out").await;
    browser.fill("User name", "oskar").await;
    browser.fill("Password", NEW).await;
    browser.press(ENTER).await;
    browser.see("Type the code that your authenticator app shows").await;
    browser.expect_accessible("the second step of signing in").await;
    cofre.clock.advance(TimeDelta::seconds(90));
    browser.fill("Code", &code_of(&secret, cofre.clock.now())).await;
    browser.press(ENTER).await;
    browser.see("No machine is known yet.").await;
    // The first step was answered with a question.
    browser.console_errors().await;
}

#[tokio::test]
async fn should_show_a_tokens_secret_once_and_who_did_what() {
    let cofre = Cofre::start().await;
    let script = cofre.owner().await;
    two_vaults(&script).await;
    script.add_user("rita", everything(Role::BackupReader)).await;
    let owner = signed_in(&cofre, OWNER, "/tokens").await;
    owner.see("There is no token").await;
    owner.expect_accessible("the list of tokens without one").await;
    owner.click("Create a token").await;
    owner.fill("Name", "nightly report").await;
    owner.expect_accessible("creating a token").await;
    owner.press(ENTER).await;
    owner.see("Copy the secret now").await;
    owner.expect_accessible("a token's secret").await;
    let secret = owner.evaluate("document.querySelector('.secret input').value").await;
    let script = cofre.nobody().with_token(secret.as_str().expect("the secret is text"));
    script.get("/vaults").await.is(200);
    owner.click("Done").await;
    owner.see("nightly report").await;
    owner.expect_accessible("the list of tokens").await;
    assert!(!owner.text().await.contains(secret.as_str().unwrap()));
    owner.click("Revoke nightly report").await;
    owner.fill("Type nightly report to confirm", "nightly report").await;
    owner.press(ENTER).await;
    owner.see("nightly report was revoked.").await;
    script.get("/vaults").await.is(401);
    read_the_log(&owner).await;
    owner.close().await;
}

/// Two entries are shown.
const ROWS_ARE_TWO: &str = "document.querySelectorAll('tbody [aria-rowindex]').length === 2";

async fn read_the_log(owner: &Browser) {
    owner.click("Activity log").await;
    owner.see("Revoked a token").await;
    owner.expect_accessible("the activity log").await;
    owner.fill("Filter by person or object", "rita").await;
    owner.until(ROWS_ARE_TWO).await;
    owner.see("Added a user").await;
    owner.go("/activity?action=vault.create&period=24h").await;
    owner.until(ROWS_ARE_TWO).await;
    owner.click("shown").await;
    owner.see("Backup items").await;
    owner.go("/activity?actor=nobody").await;
    owner.see("Nothing passes the filters.").await;
}

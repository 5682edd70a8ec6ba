//! Signing in with an identity provider: linking one's account, coming back as oneself, the second factor, and what is said when it does not work.

use std::net::TcpListener;

use chrono::TimeDelta;
use server::config::Config;
use tests::browser::Browser;
use tests::{Cofre, IdentityProvider, Manner, OWNER, PASSWORD, code_of, with_second_factor};

const ENTER: &str = "\u{e007}";

/// A port of this machine that nobody listens at: the provider is told of it before the server starts.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it listens somewhere").port()
}

/// What the server knows of the provider. It is `localhost` to the browser and the provider is not, so that each is another site to the other.
fn knows(provider: &IdentityProvider, config: &mut Config, port: u16) {
    config.listen = ([127, 0, 0, 1], port).into();
    config.identity_provider = Some(provider.configured(&format!("http://localhost:{port}")));
    config.outgoing_allowed = vec!["127.0.0.1/32".parse().expect("a network")];
}

async fn link(browser: &Browser) {
    browser.go("/account").await;
    browser.see("Not linked").await;
    browser.expect_accessible("an account that is not linked").await;
    browser.click("Link your account").await;
    browser.expect_accessible("linking one's account").await;
    browser.fill("Password", PASSWORD).await;
    browser.press(ENTER).await;
    browser.see("Remove the link").await;
    browser.expect_accessible("an account that is linked").await;
}

async fn sign_out(browser: &Browser) {
    browser.click(&format!("Account of {OWNER}, O")).await;
    browser.click("Sign out").await;
    browser.see("Sign in with Example").await;
}

#[tokio::test]
async fn should_sign_in_with_the_provider_and_say_what_does_not_work() {
    let (provider, port) = (IdentityProvider::start().await, free_port());
    let cofre = Cofre::start_with(|config| knows(&provider, config, port)).await;
    let owner = cofre.owner().await;
    let browser = Browser::open(&format!("http://localhost:{port}"), (1440, 900)).await;
    browser.go("/").await;
    browser.see("Sign in with Example").await;
    browser.expect_accessible("signing in where there is a provider").await;
    provider.visited_by("subject-1");
    browser.click("Sign in with Example").await;
    browser.see("That account is linked to no user of this server.").await;
    browser.expect_accessible("coming back as nobody").await;
    browser.sign_in().await;
    browser.see("Overview").await;
    browser.until("location.search === ''").await;
    link(&browser).await;
    sign_out(&browser).await;
    browser.click("Sign in with Example").await;
    browser.see("Overview").await;
    let (secret, _) = with_second_factor(&owner, cofre.clock.now()).await;
    // The other sessions have ended, and the page finds out.
    browser.see("Sign in with Example").await;
    cofre.clock.advance(TimeDelta::seconds(90));
    provider.set_clock(cofre.clock.now());
    browser.click("Sign in with Example").await;
    browser.see("Type the code that your authenticator app shows").await;
    browser.expect_accessible("the second step after the provider").await;
    browser.fill("Code", &code_of(&secret, cofre.clock.now())).await;
    browser.press(ENTER).await;
    browser.see("Overview").await;
    sign_out(&browser).await;
    provider.behave(Manner::Broken);
    cofre.clock.advance(TimeDelta::minutes(10));
    browser.click("Sign in with Example").await;
    browser.see("The identity provider does not answer as it should.").await;
    browser.expect_accessible("a provider that does not answer").await;
    // What was refused stands there.
    browser.console_errors().await;
    browser.close().await;
}

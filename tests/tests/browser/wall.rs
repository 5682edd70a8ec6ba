//! The wall: paired by its code, live, loud when the server is gone, back without a touch, dark when it is revoked.

use tests::browser::Browser;
use tests::{Place, Process, content};

use crate::program::{command, free_address};

/// Writes down when the page says STALE, from now on.
const WATCH_STALE: &str = "(() => { window.since = performance.now(); window.stale = null; \
    new MutationObserver(() => { if (window.stale === null && document.title.startsWith('STALE')) window.stale = performance.now(); }) \
    .observe(document, {subtree: true, childList: true, characterData: true}); return true; })()";

/// The six digits that the screen shows.
async fn code(screen: &Browser) -> String {
    screen.see("Type this code").await;
    screen.until("document.querySelector('.digits') !== null").await;
    let said = screen.evaluate("document.querySelector('.digits').textContent").await;
    said.as_str().expect("the digits are text").to_owned()
}

/// Lets the screen in, as someone does who stands before it with a telephone.
async fn pair(browser: &Browser, code: &str) {
    browser.go("/screens").await;
    browser.sign_in().await;
    browser.see("No screen is paired").await;
    browser.expect_accessible("the list of screens without one").await;
    browser.click("Pair a screen").await;
    browser.fill("Code on the screen", "12").await;
    browser.see("A code has six digits").await;
    browser.fill("Code on the screen", code).await;
    browser.expect_accessible("the code of a screen").await;
    browser.click("Find screen").await;
    browser.see("on Linux, at 127.0.0.1").await;
    browser.fill("Name", "Office").await;
    browser.expect_accessible("a screen that was found").await;
    browser.press("\u{e007}").await;
    browser.see("Office is paired.").await;
    browser.expect_accessible("the list of screens").await;
}

#[tokio::test]
async fn should_show_what_is_so_and_say_loudly_when_it_is_not() {
    let (place, address) = (Place::slow(), free_address());
    content::write_large(&place.images().join("big.raw"), 160, 1).unwrap();
    let (server, owner) = Process::start_new(command(&place, &address)).await;
    owner.add_host("images", &place.images()).await;
    let vault = owner.add_vault("first-vault").await;
    let item = owner.protect("big", vault.id).await;

    let screen = Browser::open(owner.address(), (1920, 1080)).await;
    screen.go("/wall").await;
    let digits = code(&screen).await;
    screen.expect_accessible("a screen that waits").await;
    let desk = Browser::open(owner.address(), (1440, 900)).await;
    pair(&desk, &digits).await;
    screen.see("The one machine is not protected.").await;
    screen.see("No job is under way.").await;
    screen.expect_accessible("the wall").await;
    assert_eq!(screen.evaluate("document.documentElement.scrollHeight <= innerHeight").await, true);
    assert_eq!(screen.evaluate("document.querySelectorAll('a, button, input, select').length").await, 0);

    let job = owner.back_up(item.id).await;
    screen.until("Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 0").await;
    screen.see("Transfer data to vault").await;
    screen.evaluate(WATCH_STALE).await;
    server.kill();
    screen.see("No contact with the server for").await;
    screen.see("Trying again in").await;
    let took = screen.evaluate("window.stale - window.since").await.as_f64().unwrap();
    assert!((0.0..15_000.0).contains(&took), "STALE after {took} ms");
    screen.expect_accessible("the wall without a server").await;

    let server = Process::start_again(command(&place, &address)).unwrap();
    screen.until("!document.title.startsWith('STALE')").await;
    owner.completed(job.id).await;
    screen.see("The one machine is protected.").await;
    screen.see("No job is under way.").await;
    // What the browsers say of the server that was gone.
    drop((screen.console_errors().await, desk.console_errors().await));

    desk.go("/screens").await;
    desk.see("Office").await;
    desk.click("Revoke").await;
    desk.see("The screen goes dark at once").await;
    desk.expect_accessible("before a screen is revoked").await;
    desk.fill("Type Office to confirm", "Office").await;
    desk.press("\u{e007}").await;
    desk.see("Office was revoked.").await;
    screen.see("“Office” was revoked").await;
    assert_ne!(code(&screen).await, digits);
    drop(screen.console_errors().await);
    screen.close().await;
    desk.close().await;
    drop(server);
}

#[tokio::test]
async fn should_show_the_wall_to_who_is_signed_in_as_its_address_asks() {
    let place = Place::new();
    let (server, owner) = Process::start_new(command(&place, &free_address())).await;
    let browser = Browser::open(owner.address(), (1280, 720)).await;
    browser.go("/").await;
    browser.sign_in().await;
    browser.see("Nothing is protected yet.").await;
    browser.go("/wall?lang=sv&theme=light").await;
    browser.see("Inget är skyddat än.").await;
    assert_eq!(browser.evaluate("document.documentElement.dataset.theme").await, "light");
    // The next page is as it was.
    browser.go("/").await;
    browser.see("Nothing is protected yet.").await;
    browser.close().await;
    drop(server);
}

//! Lists: filter, order and columns by hand and by keyboard, the address, cards, and thousands of rows of which few are in the page.

use serde_json::json;
use shared::auth::{Role, Scope};
use shared::id::ItemId;
use shared::screen::Pairing;
use tests::browser::Browser;
use tests::{Client, Cofre, content, everything, images};

const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const DOWN: &str = "\u{e015}";

/// The names of the rows that are in the page.
const NAMES: &str =
    "[...document.querySelectorAll('.list td[data-cell=name] a')].map(link => link.textContent).join(' ')";

/// Waits until exactly these rows are in the page.
async fn rows(browser: &Browser, names: &str) {
    browser.until(&format!("({NAMES}) === '{names}'")).await;
}

/// A server with the images that `make` writes, and its list of machines in a browser.
async fn machines(make: impl FnOnce(&std::path::Path), size: (u32, u32)) -> (Cofre, Browser) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    make(&cofre.place.images());
    owner.add_host("rack", &cofre.place.images()).await;
    let browser = Browser::open(cofre.nobody().address(), size).await;
    browser.go("/machines").await;
    browser.sign_in().await;
    (cofre, browser)
}

fn three(folder: &std::path::Path) {
    for (seed, name) in [(1, "app-1"), (2, "app-2"), (3, "db-1")] {
        images::raw(&folder.join(format!("{name}.raw")), &content::disk(seed));
    }
}

#[tokio::test]
async fn should_keep_filter_and_order_in_the_address() {
    let (_cofre, browser) = machines(three, (1440, 900)).await;
    rows(&browser, "app-1 app-2 db-1").await;
    browser.expect_accessible("the list of machines").await;
    browser.click("Name").await;
    rows(&browser, "db-1 app-2 app-1").await;
    browser.until("document.querySelector('th[aria-sort=descending]')?.textContent.trim() === 'Name'").await;
    browser.fill("Filter by name, host, location or group", "app").await;
    rows(&browser, "app-2 app-1").await;
    browser.until("location.search.includes('q=app') && location.search.includes('sort=-name')").await;
    let address = browser.evaluate("location.pathname + location.search").await;
    browser.go(address.as_str().unwrap()).await;
    rows(&browser, "app-2 app-1").await;
    browser.click("app-2").await;
    browser.see("Operations").await;
    browser.evaluate("history.back()").await;
    rows(&browser, "app-2 app-1").await;
    browser.until("document.querySelector('.filter input').value === 'app'").await;
    browser.click("Columns").await;
    browser.click("Host").await;
    browser
        .until("[...document.querySelectorAll('th')].some(head => head.hidden && head.textContent.trim() === 'Host')")
        .await;
    browser.expect_accessible("the choice of columns").await;
    browser.close().await;
}

#[tokio::test]
async fn should_walk_through_thousands_of_machines_with_few_rows_in_the_page() {
    let (_cofre, browser) = machines(|folder| images::many(folder, 5000), (1440, 900)).await;
    browser.until("document.querySelector('.list table')?.getAttribute('aria-rowcount') === '5001'").await;
    let few = "document.querySelectorAll('.list tbody [aria-rowindex]').length < 80";
    browser.evaluate("document.querySelector('.list td[data-cell=name] a').focus()").await;
    browser.press(DOWN).await;
    browser.until("document.activeElement.textContent === 'vm-0001'").await;
    browser.press(END).await;
    browser.until("Number(document.activeElement.textContent.slice(3)) > 100").await;
    browser.until(few).await;
    // Each end is that of what was fetched; behind it comes more.
    browser.until("(scrollTo(0, document.body.scrollHeight), [...document.querySelectorAll('.list td[data-cell=name] a')].some(link => link.textContent === 'vm-4999'))").await;
    browser.until(few).await;
    browser
        .until("document.querySelector('[aria-rowindex=\"5001\"] td[data-cell=name] a')?.textContent === 'vm-4999'")
        .await;
    browser.close().await;
}

#[tokio::test]
async fn should_show_cards_on_a_narrow_screen() {
    let (_cofre, browser) = machines(three, (1440, 900)).await;
    browser.show_at((390, 844)).await;
    rows(&browser, "app-1 app-2 db-1").await;
    browser.until("document.documentElement.scrollWidth <= innerWidth").await;
    browser.until("getComputedStyle(document.querySelector('.list tbody [aria-rowindex]') ?? document.body).display === 'grid'").await;
    browser.expect_accessible("machines as cards").await;
    browser.evaluate("(select => { select.value = '-name'; select.dispatchEvent(new Event('change', {bubbles: true})); })(document.querySelector('.list-order select'))").await;
    rows(&browser, "db-1 app-2 app-1").await;
    browser.close().await;
}

/// Something of everything that is listed; answers an item with two points.
async fn something_of_everything(cofre: &Cofre, owner: &Client) -> ItemId {
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let item = owner.protect("web", owner.add_vault("prod").await.id).await.id;
    owner.backed_up(item).await;
    owner.backed_up(item).await;
    owner.add_user("rita", everything(Role::BackupReader)).await;
    for name in ["nightly", "weekly"] {
        owner.post("/tokens", &json!({"name": name, "grant": everything(Role::BackupReader)})).await.is(201);
        let waiting: Pairing = cofre.nobody().call("/screens/pairings").await.body(201);
        let screen = json!({"code": waiting.code, "name": name, "scope": Scope::Everything});
        owner.post("/screens", &screen).await.is(201);
    }
    item
}

#[tokio::test]
async fn should_work_alike_wherever_there_is_a_list() {
    let cofre = Cofre::start().await;
    let item = something_of_everything(&cofre, &cofre.owner().await).await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/notifications").await;
    browser.sign_in().await;
    browser.see("Mark all as read").await;
    for path in ["/notifications", "/activity", "/users", "/tokens", "/screens", &format!("/items/{item}")] {
        browser.show_at((1440, 900)).await;
        browser.go(path).await;
        browser.until("document.querySelector('.list [aria-rowindex=\"3\"]') !== null").await;
        sort(&browser).await;
        walk(&browser).await;
        if !path.starts_with("/items") {
            find_nothing(&browser).await;
        }
        browser.show_at((390, 844)).await;
        browser
            .until("getComputedStyle(document.querySelector('.list tbody [aria-rowindex]')).display === 'grid'")
            .await;
        browser.until("document.documentElement.scrollWidth <= innerWidth").await;
        browser.expect_accessible(&format!("{path} as cards")).await;
    }
    browser.close().await;
}

/// By its first head that sorts, and back by the browser's own button.
async fn sort(browser: &Browser) {
    browser.evaluate("document.querySelector('.list th button').click()").await;
    browser.until("location.search.includes('sort=') && document.querySelector('.list th[aria-sort]') !== null").await;
    browser.evaluate("history.back()").await;
    browser.until("!location.search.includes('sort=')").await;
}

/// By arrows from row to row; the row with the focus says exactly when.
async fn walk(browser: &Browser) {
    let first = "document.querySelector('.list [aria-rowindex=\"2\"] td[data-cell=name] :is(a, [tabindex])')";
    browser.until(&format!("({first}?.focus(), document.activeElement === {first})")).await;
    for (key, row) in [(DOWN, 3), (HOME, 2)] {
        browser.press(key).await;
        browser.until(&format!("document.activeElement.closest('[aria-rowindex]')?.ariaRowIndex === '{row}'")).await;
    }
    let exact = "document.activeElement.closest('tr').querySelector('.moment > .exact')";
    browser.until(&format!("{exact} === null || getComputedStyle({exact}).display === 'block'")).await;
}

/// A filter that lets nothing through, and the way back.
async fn find_nothing(browser: &Browser) {
    browser.evaluate("(field => { field.value = '%'; field.dispatchEvent(new Event('input', {bubbles: true})); })(document.querySelector('.filter input'))").await;
    browser.see("Nothing passes the filters.").await;
    browser.until("location.search.includes('q=%25')").await;
    browser.click("Show all").await;
    browser.until("location.search === '' && document.querySelector('.list [aria-rowindex=\"3\"]') !== null").await;
}

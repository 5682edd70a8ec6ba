//! What the page may do: nothing that is not its own, and nothing that a machine's name says.

use tests::browser::Browser;
use tests::{Cofre, content, images};

#[tokio::test]
async fn should_show_the_name_of_a_machine_as_text() {
    let cofre = Cofre::start().await;
    let name = "<img src=x onerror=document.title='taken'>";
    let folder = cofre.place.images().join("hostile");
    std::fs::create_dir(&folder).unwrap();
    images::raw(&folder.join("system.raw"), &content::disk(1));
    std::fs::write(folder.join("machine.json"), serde_json::json!({ "name": name }).to_string()).unwrap();
    let owner = cofre.owner().await;
    owner.add_host("images", &cofre.place.images()).await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    browser.go("/machines").await;
    browser.sign_in().await;
    browser.see(name).await;
    assert_ne!(browser.evaluate("document.title").await, "taken");
    browser.close().await;
}

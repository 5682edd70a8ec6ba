//! The master key: who may read it, and that a lost one is never made anew.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use shared::problem::Code;
use tests::{Cofre, OWNER};

#[tokio::test(flavor = "multi_thread")]
async fn should_be_made_for_its_owner_alone_and_apart_from_the_data() {
    let cofre = Cofre::start_idle().await;
    let mode = fs::metadata(cofre.place.master_key()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_refused_when_others_may_read_it() {
    for mode in [0o640, 0o604, 0o644, 0o660] {
        let place = Cofre::start().await.stop().await;
        fs::set_permissions(place.master_key(), fs::Permissions::from_mode(mode)).unwrap();
        let said = Cofre::refusal(&place).await;
        assert!(said.contains(&format!("mode {mode:o}")) && said.contains("chmod 600"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_never_be_made_anew_while_passwords_are_sealed_by_it() {
    let cofre = Cofre::start().await;
    cofre.owner().await.add_vault("prod").await;
    let place = cofre.stop().await;
    let (key, kept) = (place.master_key(), place.path("kept.key"));
    fs::rename(&key, &kept).unwrap();
    let said = Cofre::refusal(&place).await;
    assert!(said.contains("is not there") && said.contains(&key.display().to_string()), "{said}");
    assert!(!key.exists());
    fs::rename(&kept, &key).unwrap();
    Cofre::start_on(place, |_| {}).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_refused_when_it_is_no_key() {
    for text in ["", "x", "AAAA", "not base64 at all, but as long as a key would be"] {
        let place = Cofre::start().await.stop().await;
        fs::write(place.master_key(), text).unwrap();
        let said = Cofre::refusal(&place).await;
        assert!(said.contains("not a master key"), "{text:?}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_open_no_password_when_it_is_another_one() {
    let cofre = Cofre::start().await;
    let vault = cofre.owner().await.add_vault("prod").await;
    let place = cofre.stop().await;
    let other = Cofre::start().await.stop().await;
    fs::copy(other.master_key(), place.master_key()).unwrap();
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    let problem = owner.get(&format!("/vaults/{}/password", vault.id)).await.problem(Code::Internal);
    assert!(problem.trace_id.is_some() && problem.detail.is_none(), "the cause stays in the log");
}

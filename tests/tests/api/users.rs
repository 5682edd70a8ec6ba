//! `/users`.

use serde_json::json;
use shared::auth::{Role, User};
use shared::problem::{Code, FieldReason};
use tests::{Cofre, OWNER, PASSWORD, everything};

#[tokio::test(flavor = "multi_thread")]
async fn should_add_someone_who_can_sign_in_and_is_listed() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let reader = owner.add_user("rita", everything(Role::BackupReader)).await;
    reader.get("/vaults").await.is(200);
    let users: Vec<User> = owner.list("/users").await;
    let names: Vec<_> = users.iter().map(|user| user.name.as_str()).collect();
    assert_eq!(names, [OWNER, "rita"]);
    assert!(!owner.get("/users").await.text.contains("argon2"), "no hash leaves the server");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_names_and_passwords_that_break_a_rule() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let grants = [everything(Role::BackupReader)];
    let taken = json!({"name": "Olivia", "password": PASSWORD, "grants": grants});
    owner.post("/users", &taken).await.field(Code::NameTaken, "name", FieldReason::Taken);
    let short = json!({"name": "rita", "password": "short", "grants": grants});
    let reason = FieldReason::PasswordTooShort { min: 12 };
    owner.post("/users", &short).await.field(Code::InvalidInput, "password", reason);
    let nothing = json!({"name": "rita", "password": PASSWORD, "grants": []});
    owner.post("/users", &nothing).await.field(Code::InvalidInput, "grants", FieldReason::Required);
    for bad in ["", "r", "1rita", "ri ta", "rita/..", "rita\u{202e}"] {
        let body = json!({"name": bad, "password": PASSWORD, "grants": grants});
        owner.post("/users", &body).await.problem(Code::InvalidInput);
    }
    assert_eq!(owner.list::<User>("/users").await.len(), 1);
}

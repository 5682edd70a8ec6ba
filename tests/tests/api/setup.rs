//! `/setup`: the one-time link.

use shared::auth::{Role, Session, Setup, SetupState};
use shared::name::UserName;
use shared::problem::{Code, FieldReason};
use tests::{Client, Cofre, OWNER, PASSWORD, everything};

fn setup(token: &str, password: &str) -> Setup {
    Setup { token: token.to_owned(), name: UserName::new(OWNER).unwrap(), password: password.to_owned() }
}

fn token(cofre: &Cofre) -> String {
    cofre.setup_link().split_once("token=").unwrap().1.to_owned()
}

async fn is_needed(client: &Client) -> bool {
    client.show::<SetupState>("/setup").await.needed
}

#[tokio::test(flavor = "multi_thread")]
async fn should_make_the_first_owner_by_the_link_and_sign_them_in() {
    let cofre = Cofre::start().await;
    let nobody = cofre.nobody();
    assert!(is_needed(&nobody).await);
    let answer = nobody.post("/setup", &setup(&token(&cofre), PASSWORD)).await;
    let session: Session = answer.body(201);
    assert_eq!((session.user.name.as_str(), session.user.grants), (OWNER, vec![everything(Role::Owner)]));
    let owner = nobody.with_cookie(answer.header("set-cookie"));
    assert_eq!(owner.show::<Session>("/sessions/current").await.user.name, OWNER);
    assert!(!is_needed(&nobody).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_the_link_once_only() {
    let cofre = Cofre::start().await;
    let (link, nobody) = (token(&cofre), cofre.nobody());
    nobody.post("/setup", &setup(&link, PASSWORD)).await.is(201);
    nobody.post("/setup", &setup(&link, PASSWORD)).await.problem(Code::SetupDone);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_let_one_of_two_at_once_be_the_owner() {
    let cofre = Cofre::start().await;
    let (link, nobody) = (token(&cofre), cofre.nobody());
    let request = setup(&link, PASSWORD);
    let (one, other) = tokio::join!(nobody.post("/setup", &request), nobody.post("/setup", &request));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{one:?} {other:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_wrong_link_and_stay_open_for_the_right_one() {
    let cofre = Cofre::start().await;
    let (mut wrong, nobody) = (token(&cofre), cofre.nobody());
    wrong.replace_range(..1, if wrong.starts_with('A') { "B" } else { "A" });
    for wrong in [wrong.as_str(), "", "x"] {
        nobody.post("/setup", &setup(wrong, PASSWORD)).await.problem(Code::SetupLinkInvalid);
    }
    assert!(is_needed(&nobody).await);
    cofre.owner().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_short_password_without_using_the_link_up() {
    let cofre = Cofre::start().await;
    let answer = cofre.nobody().post("/setup", &setup(&token(&cofre), "elevenchars")).await;
    answer.field(Code::InvalidInput, "password", FieldReason::PasswordTooShort { min: 12 });
    cofre.owner().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_print_a_new_link_at_each_start_until_there_is_an_owner() {
    let cofre = Cofre::start().await;
    let old = token(&cofre);
    let again = Cofre::start_on(cofre.stop().await, |_| {}).await.unwrap();
    again.nobody().post("/setup", &setup(&old, PASSWORD)).await.problem(Code::SetupLinkInvalid);
    again.owner().await;
    let third = Cofre::start_on(again.stop().await, |_| {}).await.unwrap();
    assert!(!is_needed(&third.nobody()).await);
    third.nobody().sign_in(OWNER).await;
}

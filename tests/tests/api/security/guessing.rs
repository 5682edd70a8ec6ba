//! Guessing passwords: slowed down by name and by address, however many try at once, and nobody else is kept out.

use std::net::Ipv4Addr;

use chrono::TimeDelta;
use futures::future::join_all;
use shared::auth::{Role, SignIn};
use shared::problem::Code;
use tests::{Answer, Client, Cofre, OWNER, everything};

/// An address of this machine that is not the one of everybody else.
const ELSEWHERE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

async fn guess(client: &Client, name: &str) -> Answer {
    client
        .post("/sessions", &SignIn { name: name.to_owned(), password: "not the password".to_owned(), code: None })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_check_no_more_guesses_at_once_than_one_after_the_other() {
    let cofre = Cofre::start_idle().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    let answers = join_all((0..40).map(|_| guess(&nobody, OWNER))).await;
    let checked = answers.iter().filter(|answer| answer.status == 401).count();
    let refused = answers.iter().filter(|answer| answer.status == 429).count();
    assert_eq!((checked, refused), (5, 35));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_nobody_out_but_the_one_who_guesses() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let anna = owner.add_user("anna", everything(Role::BackupReader)).await;
    let guesser = Client::from_address(owner.address(), ELSEWHERE);
    for _ in 0..5 {
        guess(&guesser, "anna").await.problem(Code::WrongCredentials);
    }
    guess(&guesser, "anna").await.problem(Code::TooManyAttempts);
    guess(&guesser, OWNER).await.problem(Code::TooManyAttempts);
    // Who is signed in stays so, and others sign in from where nobody guesses.
    anna.get("/vaults").await.is(200);
    cofre.nobody().sign_in(OWNER).await;
    // The name that is guessed at waits too, but not for long.
    cofre.clock.advance(TimeDelta::seconds(2));
    cofre.nobody().sign_in("anna").await;
}

//! A server behind reverse proxies: whose word it takes, and what it gives browsers.

use std::net::UdpSocket;

use shared::auth::SignIn;
use shared::problem::Code;
use tests::{Answer, Client, Cofre, OWNER, PASSWORD};

/// A server whose proxy runs on the same machine.
async fn behind_a_proxy() -> Cofre {
    let cofre = Cofre::start_with(|config| config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()]).await;
    cofre.owner().await;
    cofre
}

/// Tries to sign in through the proxy, which says that it was called from there; by another name each time, so that only the address counts.
async fn guess(nobody: &Client, forwarded_for: &str, number: usize) -> Answer {
    let request = nobody.request("POST", "/sessions").header("x-forwarded-for", forwarded_for);
    nobody
        .send(request.json(&SignIn { name: format!("guess-{number}"), password: PASSWORD.to_owned(), code: None }))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_count_guesses_by_the_address_that_the_proxy_names() {
    let cofre = behind_a_proxy().await;
    let nobody = cofre.nobody();
    for number in 0..5 {
        guess(&nobody, "203.0.113.7", number).await.problem(Code::WrongCredentials);
    }
    guess(&nobody, "203.0.113.7", 5).await.problem(Code::TooManyAttempts);
    guess(&nobody, "203.0.113.8", 6).await.problem(Code::WrongCredentials);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_believe_what_the_client_wrote_before_the_proxy() {
    let cofre = behind_a_proxy().await;
    let nobody = cofre.nobody();
    for number in 0..5 {
        let lie = format!("198.51.100.{number}, 203.0.113.7, 127.0.0.1");
        guess(&nobody, &lie, number).await.problem(Code::WrongCredentials);
    }
    guess(&nobody, "198.51.100.99, 203.0.113.7", 5).await.problem(Code::TooManyAttempts);
    guess(&nobody, "no address, 203.0.113.7", 6).await.problem(Code::TooManyAttempts);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_believe_anybody_without_being_told_to() {
    let cofre = Cofre::start().await;
    cofre.owner().await;
    let nobody = cofre.nobody();
    for number in 0..5 {
        guess(&nobody, &format!("198.51.100.{number}"), number).await.problem(Code::WrongCredentials);
    }
    guess(&nobody, "198.51.100.99", 5).await.problem(Code::TooManyAttempts);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_give_browsers_cookies_for_encrypted_connections_only() {
    let cofre = behind_a_proxy().await;
    let sign_in = SignIn { name: OWNER.to_owned(), password: PASSWORD.to_owned(), code: None };
    let answer = cofre.nobody().post("/sessions", &sign_in).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-cofre-session=") && cookie.ends_with("; Secure"), "{cookie}");
}

/// The address of this machine that others would call; a datagram socket finds it without sending anything.
fn address_of_this_machine() -> std::net::IpAddr {
    let socket = UdpSocket::bind("0.0.0.0:0").unwrap();
    socket.connect("192.0.2.1:9").expect("this machine has a route to other networks");
    socket.local_addr().unwrap().ip()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_what_comes_past_the_proxy() {
    let own = address_of_this_machine();
    let cofre = Cofre::start_with(|config| {
        config.listen = ([0, 0, 0, 0], 0).into();
        config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    })
    .await;
    let nobody = cofre.nobody();
    let (_, port) = nobody.address().rsplit_once(':').unwrap();
    Client::new(&format!("http://127.0.0.1:{port}")).get("/setup").await.is(200);
    Client::new(&format!("http://{own}:{port}")).get("/setup").await.problem(Code::OriginRefused);
}

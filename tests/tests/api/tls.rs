//! The server's own TLS.

use std::fs;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use server::config::Tls;
use shared::auth::SignIn;
use tests::{Client, Cofre, OWNER, PASSWORD, Place};

/// A server with a certificate for `localhost`, and the certificate.
async fn encrypted(names: &[&str]) -> (Cofre, String) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).unwrap();
    let place = Place::new();
    let tls = Tls { certificate: place.path("chain.pem"), key: place.path("key.pem") };
    fs::write(&tls.certificate, cert.pem()).unwrap();
    fs::write(&tls.key, signing_key.serialize_pem()).unwrap();
    let cofre = Cofre::start_on(place, |config| config.tls = Some(tls)).await.unwrap();
    (cofre, cert.pem())
}

/// The address under the name that the certificate is for.
fn by_name(cofre: &Cofre) -> String {
    cofre.nobody().address().replace("127.0.0.1", "localhost")
}

#[tokio::test(flavor = "multi_thread")]
async fn should_serve_by_tls_and_bind_its_cookie_to_the_host() {
    let (cofre, certificate) = encrypted(&["localhost"]).await;
    assert!(cofre.setup_link().starts_with("https://"));
    let nobody = Client::trusting(&by_name(&cofre), &certificate);
    let owner = nobody.set_up(cofre.setup_link()).await;
    owner.get("/vaults").await.is(200);
    let answer =
        nobody.post("/sessions", &SignIn { name: OWNER.to_owned(), password: PASSWORD.to_owned(), code: None }).await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-cofre-session=") && cookie.ends_with("; Secure"), "{cookie}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_refused_by_who_trusts_another_certificate_or_speaks_plainly() {
    let (cofre, _) = encrypted(&["localhost"]).await;
    let (_other, stranger) = encrypted(&["localhost"]).await;
    let wrong = Client::trusting(&by_name(&cofre), &stranger);
    assert!(wrong.request("GET", "/setup").send().await.is_err());
    let plain = Client::new(&by_name(&cofre).replace("https://", "http://"));
    assert!(plain.request("GET", "/setup").send().await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_stop_with_a_reason_when_certificate_and_key_do_not_fit() {
    let place = Place::new();
    let tls = Tls { certificate: place.path("chain.pem"), key: place.path("key.pem") };
    fs::write(&tls.certificate, "not a certificate").unwrap();
    fs::write(&tls.key, "not a key").unwrap();
    let cofre = Cofre::start_on(place, |config| config.tls = Some(tls)).await.unwrap();
    let why = cofre.fault().await;
    assert!(why.contains("certificate and key do not fit"), "{why}");
}

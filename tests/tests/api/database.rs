//! What many requests at once, and other servers, do to one database.

use futures::future::join_all;
use shared::audit::AuditEntry;
use shared::auth::{Role, SignIn, Token};
use shared::vault::Vault;
use tests::{Cofre, PASSWORD, Place, everything};

#[tokio::test(flavor = "multi_thread")]
async fn should_number_the_activity_log_without_a_gap_when_many_write_at_once() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    join_all((0..24).map(|_| owner.add_token(everything(Role::BackupReader)))).await;
    assert_eq!(owner.list::<Token>("/tokens").await.len(), 24);
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    assert!(log.iter().rev().map(|entry| entry.number).eq(1..=26), "{log:#?}");
}

/// PostgreSQL cannot keep a NUL. Whoever sends one has made the mistake.
#[tokio::test(flavor = "multi_thread")]
async fn should_take_a_nul_in_a_text_for_a_mistake_of_who_sends_it() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for route in ["/jobs?status=%00", "/machines?protection=%00", "/vaults?after=%00", "/notifications?after=%00"] {
        let answer = owner.get(route).await;
        assert!(answer.status < 500, "{route}: {answer:?}");
    }
    let nobody = SignIn { name: "\0".to_owned(), password: PASSWORD.to_owned(), code: None };
    let answer = owner.post("/sessions", &nobody).await;
    assert!((400..500).contains(&answer.status), "{answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "for PostgreSQL: cargo xtask test --only postgresql"]
async fn should_refuse_a_database_that_another_server_works_with() {
    let cofre = Cofre::start().await;
    let database = cofre.place.config().database;
    let second = Cofre::start_on(Place::new(), |config| config.database = database.clone()).await;
    let refusal = format!("{:#}", second.expect_err("the second one does not start"));
    assert!(refusal.contains(&format!("another server works with the database {database}")), "{refusal}");
    let _place = cofre.stop().await;
    let third = Cofre::start_on(Place::new(), |config| config.database = database).await;
    third.expect("a stopped server has given it back");
}

/// As when the network was away for a while: whoever comes back and finds another server in its place must not go on.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "for PostgreSQL: cargo xtask test --only postgresql"]
async fn should_stop_when_another_server_has_taken_the_database_meanwhile() {
    let cofre = Cofre::start().await;
    let take = "select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and classid = 1668245106 and objid = 1
            and database = (select oid from pg_database where datname = current_database());
        select pg_advisory_lock(1668245106, 1);
        select pg_sleep(600)";
    let mut other = cofre.place.psql(take).spawn().unwrap();
    let fault = cofre.fault().await;
    other.kill().unwrap();
    other.wait().unwrap();
    assert!(fault.contains("another server works with the database"), "{fault}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "for PostgreSQL: cargo xtask test --only postgresql"]
async fn should_go_on_when_all_its_connections_were_ended() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let end = "select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()";
    for name in ["prod", "test"] {
        let ended = cofre.place.psql(end).output().unwrap();
        assert!(String::from_utf8_lossy(&ended.stdout).lines().any(|line| line == "t"), "{ended:?}");
        owner.add_vault(name).await;
    }
    assert_eq!(owner.list::<Vault>("/vaults").await.len(), 2);
}

//! `/events`: what the page hears.

use shared::auth::{Role, Token};
use shared::event::{Event, Topic};
use shared::job::{JobProgress, Phase};
use tests::{Cofre, content, everything, images};

#[tokio::test(flavor = "multi_thread")]
async fn should_tell_what_changed() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let mut live = owner.live().await;
    owner.post("/subscriptions", &serde_json::json!({"name": "Lab"})).await.is(201);
    live.until(|event| matches!(event, Event::Changed { topic: Topic::ResourceGroups, id: Some(_) }).then_some(()))
        .await;
    images::raw(&cofre.place.images().join("web.raw"), b"1");
    let host = owner.add_host("rack", &cofre.place.images()).await.id;
    let mut topics = Vec::new();
    live.until(|event| {
        let Event::Changed { topic, id } = event else { return None };
        assert!(topic != Topic::Hosts || id == Some(host.uuid()));
        topics.push(topic);
        (topics.contains(&Topic::Hosts) && topics.contains(&Topic::Machines)).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_tell_how_far_a_job_is_and_never_go_back() {
    let cofre = Cofre::start_slow().await;
    let owner = cofre.owner().await;
    content::write_large(&cofre.place.images().join("web.raw"), 64, 1).unwrap();
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let mut live = owner.live().await;
    let job = owner.back_up(item).await.id;
    let mut told: Vec<JobProgress> = Vec::new();
    live.until(|event| {
        match event {
            Event::Progress { job: of, progress } if of == job => told.push(progress),
            // Nothing is told of a job once it has ended.
            Event::Changed { topic: Topic::RecoveryPoints, .. } => return Some(()),
            _ => {}
        }
        None
    })
    .await;
    let moving: Vec<_> = told.iter().filter(|one| one.current_phase() == Some(Phase::TransferData)).collect();
    assert!(moving.len() >= 2, "{told:?}");
    assert!(moving.iter().any(|one| one.rate_bytes_per_s > 0 && one.total_bytes > 0));
    for pair in told.windows(2) {
        assert!(pair[0].done_bytes <= pair[1].done_bytes && pair[0].new_bytes <= pair[1].new_bytes, "{pair:?}");
        assert!(pair[0].stored_bytes <= pair[1].stored_bytes, "{pair:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_when_the_server_stops() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let mut live = owner.live().await;
    cofre.begin_to_stop();
    while live.next().await.is_some() {}
}

#[tokio::test(flavor = "multi_thread")]
async fn should_end_with_the_session_or_token_that_opened_it() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let person = owner.add_user("anna", everything(Role::BackupReader)).await;
    let mut of_person = person.live().await;
    let script = owner.add_token(everything(Role::BackupReader)).await;
    let mut of_script = script.live().await;
    let mut of_owner = owner.live().await;
    person.delete("/sessions/current").await.is(204);
    while of_person.next().await.is_some() {}
    let token = owner.list::<Token>("/tokens").await.remove(0);
    owner.delete(&format!("/tokens/{}", token.id)).await.is(204);
    while of_script.next().await.is_some() {}
    owner.post("/subscriptions", &serde_json::json!({"name": "Lab"})).await.is(201);
    of_owner.until(|event| matches!(event, Event::Changed { topic: Topic::ResourceGroups, .. }).then_some(())).await;
}

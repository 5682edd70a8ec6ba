//! Verifications and prunes as jobs: one at a time, by whom, cancelled, stopped in the middle.

use serde_json::json;
use shared::auth::Role;
use shared::job::{Job, JobKind, JobState, PhaseStatus};
use shared::maintenance::{Maintenance, VerifyScope};
use shared::problem::Code;
use tests::{Client, Cofre, OWNER, Place, content, everything, on_vault, restic};

use super::two_machines::TwoMachines;

/// The same server, which accepts jobs and runs none.
async fn idle(cofre: Cofre) -> (Cofre, Client) {
    let cofre = Cofre::start_on(cofre.stop().await, |config| config.jobs_at_once = 0).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    (cofre, owner)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_one_at_a_time_for_each_vault() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let (vault, other) = (owner.add_vault("prod").await, owner.add_vault("other").await);
    let (_cofre, owner) = idle(cofre).await;
    let job: Job = owner.post(&format!("/vaults/{}/verify", vault.id), &json!({})).await.body(202);
    for verb in ["verify", "prune"] {
        let again = owner.post(&format!("/vaults/{}/{verb}", vault.id), &json!({})).await;
        again.problem(Code::MaintenanceInProgress);
    }
    let said: Maintenance = owner.show(&format!("/vaults/{}/maintenance", vault.id)).await;
    assert_eq!(said.active_job.map(|job| job.id), Some(job.id));
    owner.call(&format!("/vaults/{}/prune", other.id)).await.is(202);
    let cancelled: Job = owner.call(&format!("/jobs/{}/cancel", job.id)).await.body(200);
    assert!(matches!(cancelled.state, JobState::Cancelled { .. }));
    owner.call(&format!("/vaults/{}/prune", vault.id)).await.is(202);
    owner.call(&format!("/jobs/{}/retry", job.id)).await.problem(Code::MaintenanceInProgress);
    let wrong = owner.post(&format!("/vaults/{}/verify", vault.id), &json!({"scope": "All"})).await;
    wrong.problem(Code::InvalidInput);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_verified_by_an_operator_and_pruned_by_an_owner() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    let operator = owner.add_user("oskar", on_vault(Role::BackupOperator, vault.id)).await;
    let reader = owner.add_user("rita", everything(Role::BackupReader)).await;
    let contributor = owner.add_user("carla", everything(Role::BackupContributor)).await;
    let (_cofre, owner) = idle(cofre).await;
    let [operator, reader, contributor] = [operator, reader, contributor].map(|client| client.moved_to(&owner));
    let route = |verb: &str| format!("/vaults/{}/{verb}", vault.id);
    reader.post(&route("verify"), &json!({})).await.problem(Code::Forbidden);
    reader.get(&route("maintenance")).await.is(200);
    operator.post(&route("verify"), &json!({})).await.is(202);
    for client in [&operator, &contributor] {
        client.call(&route("prune")).await.problem(Code::Forbidden);
        client.get(&route("prune-plan")).await.problem(Code::Forbidden);
    }
    let job: Job = owner.list::<Job>("/jobs?kind=Verify").await.remove(0);
    operator.call(&format!("/jobs/{}/cancel", job.id)).await.is(200);
    let prune: Job = owner.call(&route("prune")).await.body(202);
    operator.call(&format!("/jobs/{}/cancel", prune.id)).await.is(200);
    // What only an Owner may begin, nobody else begins anew.
    for client in [&operator, &contributor] {
        client.call(&format!("/jobs/{}/retry", prune.id)).await.problem(Code::Forbidden);
    }
    let again: Job = owner.call(&format!("/jobs/{}/retry", prune.id)).await.body(202);
    assert_eq!(again.kind, JobKind::Prune);
    let log: Vec<shared::audit::AuditEntry> = owner.list("/audit").await;
    for action in ["vault.verify", "vault.prune"] {
        assert!(log.iter().any(|entry| entry.action == action && entry.subject == "prod"), "{action}");
    }
}

/// A vault with so much in it that a test finds its verification under way.
async fn large() -> TwoMachines {
    let two = TwoMachines::on(Place::slow()).await;
    content::write_large(&two.cofre.place.images().join("big.raw"), 160, 1).unwrap();
    let host = two.owner.list::<shared::host::Host>("/hosts").await.remove(0).id;
    two.owner.call(&format!("/hosts/{host}/discover")).await.is(200);
    let item = two.owner.protect("big", two.vault.id).await.id;
    two.owner.backed_up(item).await;
    two
}

#[tokio::test(flavor = "multi_thread")]
async fn should_stop_when_they_are_cancelled_and_prove_nothing() {
    let two = large().await;
    let mut live = two.owner.live().await;
    let job = two.begin(VerifyScope::Everything).await.id;
    live.progress(job, |progress| progress.done_bytes > 0).await;
    two.owner.call(&format!("/jobs/{job}/cancel")).await.is(200);
    let ended = two.owner.ended(job).await;
    assert!(matches!(ended.state, JobState::Cancelled { .. }), "{:?}", ended.state);
    assert!(ended.progress.done_bytes < ended.progress.total_bytes);
    assert!(ended.progress.phases.iter().any(|phase| phase.status == PhaseStatus::Cancelled));
    assert_eq!(two.maintenance().await, Maintenance::default());
    restic::check(&two.owner.password(two.vault.id).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_begin_anew_when_the_server_was_stopped_in_the_middle() {
    let two = large().await;
    let mut live = two.owner.live().await;
    let job = two.begin(VerifyScope::Everything).await.id;
    live.progress(job, |progress| progress.done_bytes > 0).await;
    let cofre = Cofre::start_on(two.cofre.stop().await, |_| {}).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    let done = owner.completed(job).await;
    assert_eq!(done.attempt, 2);
    let said: Maintenance = owner.show(&format!("/vaults/{}/maintenance", two.vault.id)).await;
    assert_eq!(said.everything.map(|verification| (verification.job_id, verification.points)), Some((job, 3)));
}

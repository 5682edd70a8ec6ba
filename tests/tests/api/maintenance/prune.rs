//! Pruning: what is planned is what is done, to the byte, and nothing that a point needs goes.

use std::fs;

use chrono::TimeDelta;
use shared::clock::{ConfirmClock, ServerClock};
use shared::job::{Job, JobState};
use shared::maintenance::{GRACE_HOURS, PackCount, PrunePlan};
use shared::problem::Code;
use tests::{Client, OWNER, restic};

use super::two_machines::{TwoMachines, pack_bytes, write_over};

async fn plan(two: &TwoMachines, owner: &Client) -> PrunePlan {
    owner.show(&format!("/vaults/{}/prune-plan", two.vault.id)).await
}

async fn prune(two: &TwoMachines, owner: &Client) -> Job {
    let job: Job = owner.call(&format!("/vaults/{}/prune", two.vault.id)).await.body(202);
    owner.ended(job.id).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_free_exactly_what_its_plan_said_when_the_grace_is_over() {
    let two = TwoMachines::new().await;
    let owner = &two.owner;
    let password = owner.password(two.vault.id).await;
    let nothing = plan(&two, owner).await;
    assert_eq!((nothing.points, nothing.freed_bytes, nothing.unneeded), (2, 0, PackCount::default()));
    assert_eq!(nothing.present.bytes, pack_bytes(&two.vault));
    let gone = owner.points(two.web).await.remove(0).snapshot;
    assert!(restic::run(&password, &["forget", &gone]).status.success());
    let planned = plan(&two, owner).await;
    assert!(planned.points == 1 && planned.freed_bytes > 0, "{planned:?}");
    assert_eq!(planned.present, nothing.present, "a plan changes nothing");

    let job = prune(&two, owner).await;
    assert!(matches!(job.state, JobState::Completed { .. }), "{:?}", job.state);
    let did = two.maintenance().await.prune.unwrap();
    let condemned = PackCount {
        packs: planned.unneeded.packs + planned.to_copy.packs,
        bytes: planned.unneeded.bytes + planned.to_copy.bytes,
    };
    assert_eq!((did.job_id, did.condemned, did.in_grace), (job.id, condemned, condemned));
    assert_eq!(did.deleted, PackCount::default());
    assert_eq!(did.grace_ends_at, Some(did.at + TimeDelta::hours(GRACE_HOURS)));
    assert_eq!(pack_bytes(&two.vault), nothing.present.bytes + planned.copies.bytes, "nothing is deleted yet");
    assert!(owner.log(job.id).await.iter().any(|line| line.contains(&condemned.bytes.to_string())));
    restic::check(&password);

    two.cofre.clock.advance(TimeDelta::hours(GRACE_HOURS + 1));
    let owner = owner.sign_in(OWNER).await;
    prune(&two, &owner).await;
    let did = two.maintenance_as(&owner).await.prune.unwrap();
    assert_eq!((did.condemned, did.deleted), (PackCount::default(), condemned));
    assert_eq!((did.in_grace, did.grace_ends_at), (PackCount::default(), None));
    assert_eq!(nothing.present.bytes - pack_bytes(&two.vault), planned.freed_bytes);
    restic::check(&password);
    let left = owner.points(two.mail).await.remove(0).snapshot;
    restic::same_disk(&password, &left, "mail", &two.cofre.place.images().join("mail.raw"));
}

/// The grace is over by a clock that nobody has confirmed.
#[tokio::test(flavor = "multi_thread")]
async fn should_take_nothing_away_by_a_clock_that_has_jumped_until_an_owner_confirms_it() {
    let two = TwoMachines::new().await;
    let password = two.owner.password(two.vault.id).await;
    let gone = two.owner.points(two.web).await.remove(0).snapshot;
    assert!(restic::run(&password, &["forget", &gone]).status.success());
    prune(&two, &two.owner).await;
    let condemned = two.maintenance().await.prune.unwrap();
    let before = pack_bytes(&two.vault);

    two.cofre.clock.jump(TimeDelta::hours(GRACE_HOURS + 1));
    let owner = two.owner.sign_in(OWNER).await;
    let held = prune(&two, &owner).await;
    let JobState::Failed { error, .. } = held.state else { panic!("it failed") };
    assert_eq!((error.code, pack_bytes(&two.vault)), (Code::ClockDoubted, before), "{error:?}");
    assert_eq!(two.maintenance_as(&owner).await.prune.unwrap(), condemned);
    owner.backed_up(two.mail).await;

    let doubt = owner.show::<ServerClock>("/clock").await.doubt.unwrap();
    owner.post("/clock/confirm", &ConfirmClock { found_at: doubt.found_at }).await.is(200);
    let again: Job = owner.call(&format!("/jobs/{}/retry", held.id)).await.body(202);
    owner.completed(again.id).await;
    assert_eq!(two.maintenance_as(&owner).await.prune.unwrap().deleted, condemned.condemned);
    restic::check(&password);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_nothing_away_while_the_vault_is_damaged_or_away() {
    let two = TwoMachines::new().await;
    let (pack, whole) = two.hurt_web();
    write_over(&pack, &whole[..whole.len() / 2]);
    let before = pack_bytes(&two.vault);
    two.owner.get(&format!("/vaults/{}/prune-plan", two.vault.id)).await.problem(Code::VaultDamaged);
    let JobState::Failed { error, .. } = prune(&two, &two.owner).await.state else { panic!("it failed") };
    assert_eq!((error.code, pack_bytes(&two.vault)), (Code::VaultDamaged, before));
    write_over(&pack, &whole);
    let away = two.cofre.place.path("away");
    fs::rename(&two.vault.repository, &away).unwrap();
    two.owner.get(&format!("/vaults/{}/prune-plan", two.vault.id)).await.problem(Code::VaultUnreachable);
    let JobState::Failed { error, .. } = prune(&two, &two.owner).await.state else { panic!("it failed") };
    assert_eq!(error.code, Code::VaultUnreachable, "{error:?}");
    fs::rename(&away, &two.vault.repository).unwrap();
    assert!(two.maintenance().await.prune.is_none());
    assert!(matches!(prune(&two, &two.owner).await.state, JobState::Completed { .. }));
}

//! `/overview`: the verdict and what it is made of.

use chrono::TimeDelta;
use shared::health::Health;
use shared::overview::Overview;
use tests::{Client, Cofre, content, images};

async fn overview(client: &Client) -> Overview {
    client.show("/overview").await
}

/// A server with these machines on a host.
async fn with_machines(names: &[&str]) -> (Cofre, Client) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, name) in (1..).zip(names) {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    (cofre, owner)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_empty_before_there_is_anything() {
    let cofre = Cofre::start_idle().await;
    let seen = overview(&cofre.owner().await).await;
    assert_eq!((seen.machines.len(), seen.active_jobs.len(), seen.vaults.len(), seen.hosts), (0, 0, 0, 0));
    assert_eq!(seen.counts.worst(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_name_each_machine_by_how_it_is_worst_first() {
    let (cofre, owner) = with_machines(&["alone", "broken", "good", "waiting"]).await;
    let vault = owner.add_vault("prod").await;
    for name in ["broken", "good", "waiting"] {
        owner.protect(name, vault.id).await;
    }
    let protection = async |name: &str| owner.machine(name).await.protection.unwrap().item_id;
    owner.backed_up(protection("good").await).await;
    std::fs::remove_file(cofre.place.images().join("broken.raw")).unwrap();
    let failed = owner.back_up(protection("broken").await).await;
    owner.ended(failed.id).await;
    let seen = overview(&owner).await;
    let order: Vec<_> = seen.machines.iter().map(|one| (one.name.as_str(), one.health)).collect();
    let wanted = [
        ("broken", Some(Health::Failed)),
        ("alone", None),
        ("waiting", Some(Health::Pending)),
        ("good", Some(Health::Healthy)),
    ];
    assert_eq!(order, wanted);
    let counts = seen.counts;
    assert_eq!((counts.all(), counts.protected(), counts.worst()), (4, 1, Some(Health::Failed)));
    assert_eq!((counts.unprotected, counts.pending, counts.failed), (1, 1, 1));
    assert_eq!((seen.jobs.failed_24h, seen.jobs.completed_24h, seen.jobs.in_progress), (1, 2, 0));
    assert_eq!((seen.hosts, seen.vaults[0].vault.id, seen.vaults[0].usage.recovery_points), (1, vault.id, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_call_a_machine_overdue_by_silence_alone() {
    let (cofre, owner) = with_machines(&["web"]).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    owner.backed_up(item).await;
    cofre.clock.advance(TimeDelta::hours(24) - TimeDelta::minutes(10));
    let owner = owner.sign_in(tests::OWNER).await;
    assert_eq!(overview(&owner).await.machines[0].health, Some(Health::Healthy));
    cofre.clock.advance(TimeDelta::hours(6) + TimeDelta::minutes(10));
    let owner = owner.sign_in(tests::OWNER).await;
    let seen = overview(&owner).await;
    assert_eq!((seen.counts.overdue, seen.machines[0].overdue_hours), (1, Some(6)));
    assert_eq!(owner.item(item).await.health, Health::Overdue);
    assert_eq!(owner.vault(vault.id).await.items.overdue, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_let_a_running_job_hide_that_a_machine_is_overdue() {
    let (cofre, owner) = with_machines(&["web"]).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    owner.backed_up(item).await;
    let cofre = Cofre::start_on(cofre.stop().await, |config| config.jobs_at_once = 0).await.unwrap();
    cofre.clock.advance(TimeDelta::hours(30));
    let owner = cofre.nobody().sign_in(tests::OWNER).await;
    let job = owner.back_up(item).await;
    let seen = overview(&owner).await;
    assert_eq!(seen.active_jobs.iter().map(|one| one.id).collect::<Vec<_>>(), [job.id]);
    assert_eq!((seen.machines[0].health, seen.jobs.in_progress), (Some(Health::Overdue), 1));
    assert_eq!(owner.item(item).await.health, Health::Overdue);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_count_all_and_name_a_few_of_each_state_the_longest_overdue_first() {
    let (cofre, owner) = with_machines(&["a", "b", "c", "d", "e", "f", "g", "x", "y"]).await;
    let vault = owner.add_vault("prod").await;
    let other = owner.add_vault("other").await;
    let waits_longest = owner.protect("g", vault.id).await.id;
    cofre.clock.advance(TimeDelta::hours(2));
    owner.protect("f", vault.id).await;
    owner.protect("e", other.id).await;
    cofre.clock.advance(TimeDelta::hours(26));
    let owner = owner.sign_in(tests::OWNER).await;
    let seen = overview(&owner).await;
    let names = |seen: &Overview| seen.machines.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&seen), ["g", "f", "e", "a", "b", "c", "d", "x"]);
    assert_eq!(seen.machines.iter().map(|one| one.overdue_hours).collect::<Vec<_>>()[..3], [Some(4), Some(2), Some(2)]);
    assert_eq!((seen.counts.overdue, seen.counts.unprotected, seen.counts.all()), (3, 6, 9));
    let narrowed: Overview = owner.show(&format!("/overview?vault_id={}", vault.id)).await;
    assert_eq!((names(&narrowed), narrowed.counts.all()), (vec!["g".to_owned(), "f".to_owned()], 2));
    assert_eq!(narrowed.machines[0].item_id, Some(waits_longest));
}

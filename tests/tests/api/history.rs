//! `/items/{id}/days` and `/overview/history`: how each of the last thirty days was.

use chrono::{DateTime, TimeDelta, Utc};
use shared::auth::Role;
use shared::day::{DAYS_IN_A_ROW, DayState, ItemDays};
use shared::growth::Outlook;
use shared::history::History;
use shared::id::{ItemId, VaultId};
use shared::item::Item;
use shared::problem::Code;
use tests::{Client, Cofre, content, images, on_vault};

/// A server whose clock stands at this moment, with a vault and machines that it protects.
async fn at(moment: &str, zone: chrono_tz::Tz, names: &[&str]) -> (Cofre, Client, VaultId, Vec<ItemId>) {
    let cofre = Cofre::start_with(|config| config.time_zone = zone).await;
    let moment: DateTime<Utc> = moment.parse().unwrap();
    cofre.clock.advance(moment - cofre.clock.now());
    let owner = cofre.owner().await;
    for (seed, name) in (1..).zip(names) {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await.id;
    let mut items = Vec::new();
    for name in names {
        items.push(owner.protect(name, vault).await.id);
    }
    (cofre, owner, vault, items)
}

/// Moves the clock on, and signs in again: a session does not live for days.
async fn later(cofre: &Cofre, hours: i64) -> Client {
    cofre.clock.advance(TimeDelta::hours(hours));
    cofre.nobody().sign_in(tests::OWNER).await
}

async fn days(client: &Client, item: ItemId) -> ItemDays {
    client.show(&format!("/items/{item}/days")).await
}

async fn history(client: &Client) -> History {
    client.show("/overview/history").await
}

/// The states of the last days, oldest first.
fn last<const N: usize>(days: &ItemDays) -> [DayState; N] {
    let states: Vec<_> = days.days[30 - N..].iter().map(|day| day.state).collect();
    states.try_into().expect("so many days")
}

async fn failing(cofre: &Cofre, owner: &Client, name: &str, item: ItemId) {
    let disk = cofre.place.images().join(format!("{name}.raw"));
    let away = disk.with_extension("away");
    std::fs::rename(&disk, &away).unwrap();
    let job = owner.back_up(item).await;
    owner.ended(job.id).await;
    std::fs::rename(&away, &disk).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_of_each_day_how_it_was() {
    let (cofre, owner, vault, items) = at("2026-06-01T10:00:00Z", chrono_tz::UTC, &["web"]).await;
    let item = items[0];
    assert_eq!(last(&days(&owner, item).await), [DayState::NotDue, DayState::Pending]);
    let first = owner.backed_up(item).await;
    let owner = later(&cofre, 24).await;
    failing(&cofre, &owner, "web", item).await;
    owner.backed_up(item).await;
    let owner = later(&cofre, 72).await;
    let seen = days(&owner, item).await;
    let wanted = [
        DayState::NotDue,
        DayState::Completed,
        DayState::Failed,
        DayState::Overdue,
        DayState::Overdue,
        DayState::Overdue,
    ];
    assert_eq!(last(&seen), wanted);
    assert_eq!((seen.days.len(), seen.time_zone.as_str()), (30, "UTC"));
    let listed: Vec<Item> = owner.list("/items").await;
    assert_eq!(listed[0].last_days, last::<DAYS_IN_A_ROW>(&seen));
    assert_eq!(owner.item(item).await.last_days, []);
    assert_eq!((seen.days[25].new_bytes, seen.days[25].job_id), (first.new_bytes, first.job_id));
    let failed: shared::job::Job = owner.show(&format!("/jobs/{}", seen.days[26].job_id.unwrap())).await;
    assert_eq!(failed.state.status(), shared::job::JobStatus::Failed);
    let seen = history(&owner).await;
    let of_vault = &seen.vaults[0];
    assert_eq!((of_vault.vault.id, of_vault.days.len(), seen.days.len()), (vault, 30, 30));
    let states: Vec<_> = of_vault.days[24..].iter().map(|day| day.items.worst()).collect();
    assert_eq!(states, wanted);
    assert_eq!(seen.new_bytes()[25], first.new_bytes);
    assert_eq!(seen.days[29].date.to_string(), "2026-06-05");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_the_worst_of_a_vaults_items() {
    let (cofre, owner, _, items) = at("2026-06-01T10:00:00Z", chrono_tz::UTC, &["db", "web"]).await;
    owner.backed_up(items[0]).await;
    failing(&cofre, &owner, "web", items[1]).await;
    let today = history(&owner).await.vaults[0].days[29];
    assert_eq!((today.items.completed, today.items.failed, today.items.worst()), (1, 1, DayState::Failed));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_cut_days_where_the_policys_clock_does() {
    // On 25 October 2026 the clock of Stockholm goes back: the day has 25 hours, and begins at 22:00 in UTC.
    let (cofre, owner, _, items) = at("2026-10-24T21:30:00Z", chrono_tz::Europe::Stockholm, &["web"]).await;
    owner.backed_up(items[0]).await;
    let owner = later(&cofre, 1).await;
    owner.backed_up(items[0]).await;
    let owner = later(&cofre, 25).await;
    owner.backed_up(items[0]).await;
    let seen = days(&owner, items[0]).await;
    assert_eq!(last(&seen), [DayState::NotDue, DayState::Completed, DayState::Completed, DayState::Completed]);
    let change = seen.days[28].day;
    assert_eq!(change.date.to_string(), "2026-10-25");
    assert_eq!(change.starts_at.to_rfc3339(), "2026-10-24T22:00:00+00:00");
    assert_eq!((change.ends_at - change.starts_at).num_hours(), 25);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_keep_days_through_a_restart_and_count_them_once() {
    let (cofre, owner, _, items) = at("2026-06-01T10:00:00Z", chrono_tz::UTC, &["web"]).await;
    owner.backed_up(items[0]).await;
    let before = days(&owner, items[0]).await;
    let now = cofre.clock.now();
    let cofre = Cofre::start_on(cofre.stop().await, |_| {}).await.unwrap();
    cofre.clock.advance(now - cofre.clock.now());
    let owner = cofre.nobody().sign_in(tests::OWNER).await;
    assert_eq!(days(&owner, items[0]).await, before);
    assert_eq!(history(&owner).await.vaults[0].days[29].items.completed, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_look_at_the_storage_when_a_backup_ends() {
    let (_cofre, owner, _, items) = at("2026-06-01T10:00:00Z", chrono_tz::UTC, &["web"]).await;
    let point = owner.backed_up(items[0]).await;
    let seen = history(&owner).await;
    let sample = seen.vaults[0].storage.last().expect("there is a sample");
    assert_eq!((sample.date.to_string().as_str(), sample.stored_bytes), ("2026-06-01", point.stored_bytes));
    assert!(sample.used_bytes > 0 && sample.used_bytes <= sample.capacity_bytes);
    assert_eq!(seen.vaults[0].outlook, Outlook::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_nobody_what_they_may_not_see() {
    let (cofre, owner, vault, items) = at("2026-06-01T10:00:00Z", chrono_tz::UTC, &["web"]).await;
    let other = owner.add_vault("other").await.id;
    let reader = owner.add_token(on_vault(Role::BackupReader, other)).await;
    let seen = history(&reader).await;
    assert_eq!(seen.vaults.iter().map(|one| one.vault.id).collect::<Vec<_>>(), [other]);
    let path = format!("/items/{}/days", items[0]);
    reader.get(&path).await.problem(Code::NotFound);
    cofre.nobody().get(&path).await.problem(Code::Unauthenticated);
    let only: History = owner.show(&format!("/overview/history?vault_id={vault}")).await;
    assert_eq!(only.vaults.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_on_item_point_and_job_that_there_is_no_second_copy() {
    let (_cofre, owner, vault, items) = at("2026-06-01T10:00:00Z", chrono_tz::UTC, &["web"]).await;
    let point = owner.backed_up(items[0]).await;
    let job: shared::job::Job = owner.show(&format!("/jobs/{}", point.job_id.unwrap())).await;
    let why = owner.vault(vault).await.replication;
    let wanted = vec![shared::downgrade::Downgrade::NotReplicated { why }];
    assert_eq!((&point.downgrades, &job.downgrades), (&wanted, &wanted));
    let item = owner.item(items[0]).await;
    assert_eq!((item.downgrades, item.health), (wanted, shared::health::Health::Healthy));
}

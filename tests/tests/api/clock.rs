//! `/clock`: a clock that jumps is noticed, doubted, and believed again by an Owner's word or when it is put right.

use std::time::Duration;

use chrono::TimeDelta;
use server::clock::look;
use server::config::Config;
use shared::audit::AuditEntry;
use shared::auth::Role;
use shared::clock::{ClockDoubt, ConfirmClock, ServerClock};
use shared::event::{Event, Topic};
use shared::notification::{Happening, Link, Notification, Severity};
use shared::problem::Code;
use tests::{Answer, Client, Cofre, Live, OWNER, Place, everything, on_vault};

const WEEK: TimeDelta = TimeDelta::days(7);

/// Looks at its clock much more often than others.
fn quick(config: &mut Config) {
    config.patience.clock = Duration::from_millis(20);
}

async fn doubt(client: &Client) -> Option<ClockDoubt> {
    client.show::<ServerClock>("/clock").await.doubt
}

async fn confirm(client: &Client, doubt: ClockDoubt) -> Answer {
    client.post("/clock/confirm", &ConfirmClock { found_at: doubt.found_at }).await
}

/// What the bell said of the clock.
async fn told(client: &Client) -> Vec<Notification> {
    let all: Vec<Notification> = client.list("/notifications").await;
    all.into_iter().filter(|one| one.happening == Happening::ClockDoubted).collect()
}

/// Awaits that the stream tells of the clock.
async fn hear(live: &mut Live) {
    let of_the_clock = |event| matches!(event, Event::Changed { topic: Topic::Clock, .. }).then_some(());
    live.until(of_the_clock).await;
}

/// As exact as two looks at a clock are.
#[track_caller]
fn is_about(found: TimeDelta, wanted: TimeDelta) {
    assert!((found - wanted).abs() < TimeDelta::minutes(5), "{found} is not {wanted}");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_notice_a_jump_and_believe_a_clock_that_is_put_right() {
    let cofre = Cofre::start_with(quick).await;
    // A session would end by the clock.
    let script = cofre.owner().await.add_token(everything(Role::BackupReader)).await;
    assert_eq!((doubt(&script).await, told(&script).await.len()), (None, 0));
    let mut live = script.live().await;
    cofre.clock.jump(WEEK);
    hear(&mut live).await;
    let clock: ServerClock = script.show("/clock").await;
    let found = clock.doubt.unwrap();
    is_about(found.found_at - found.known_at, WEEK);
    assert_eq!(found.jump_seconds, WEEK.num_seconds());
    is_about(clock.now - found.found_at, TimeDelta::zero());
    let said = told(&script).await;
    assert_eq!((said.len(), said[0].link, said[0].happening.severity()), (1, Link::Overview, Severity::Warning));

    cofre.clock.jump(-WEEK);
    hear(&mut live).await;
    assert_eq!((doubt(&script).await, told(&script).await.len()), (None, 1));
    cofre.clock.jump(-WEEK);
    hear(&mut live).await;
    assert_eq!(doubt(&script).await.unwrap().jump_seconds, -WEEK.num_seconds());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_bear_time_that_passes_and_small_steps_but_not_many_of_them() {
    let cofre = Cofre::start().await;
    let looked = async || look(cofre.app()).await.unwrap().doubt;
    cofre.clock.advance(TimeDelta::days(400));
    assert_eq!(looked().await, None);
    for step in [23, -23, -23, 23, 23] {
        cofre.clock.jump(TimeDelta::hours(step));
        assert_eq!(looked().await, None);
    }
    cofre.clock.jump(TimeDelta::hours(2));
    is_about(TimeDelta::seconds(looked().await.unwrap().jump_seconds), TimeDelta::hours(25));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_the_word_of_an_owner_of_everything_and_of_nobody_else() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await.id;
    cofre.clock.jump(WEEK);
    look(cofre.app()).await.unwrap();
    let owner = owner.sign_in(OWNER).await;
    let found = doubt(&owner).await.unwrap();
    let others = [
        everything(Role::BackupReader),
        everything(Role::BackupOperator),
        everything(Role::BackupContributor),
        on_vault(Role::Owner, vault),
    ];
    for grant in others {
        let other = owner.add_token(grant).await;
        assert_eq!(doubt(&other).await, Some(found));
        confirm(&other, found).await.problem(Code::Forbidden);
    }
    confirm(&cofre.nobody(), found).await.problem(Code::Unauthenticated);
    assert_eq!(doubt(&owner).await, Some(found));

    let clock: ServerClock = confirm(&owner, found).await.body(200);
    assert_eq!((clock.doubt, doubt(&owner).await), (None, None));
    let entry = owner.list::<AuditEntry>("/audit").await.remove(0);
    assert_eq!((entry.actor.as_str(), entry.action.as_str()), (OWNER, "clock.confirm"));
    assert!(entry.subject.contains(&found.found_at.format("%FT%TZ").to_string()), "{}", entry.subject);
    confirm(&owner, found).await.problem(Code::ClockNotAsSeen);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_confirm_a_jump_that_was_not_seen() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    cofre.clock.jump(-WEEK);
    look(cofre.app()).await.unwrap();
    let seen = doubt(&owner).await.unwrap();
    cofre.clock.jump(-WEEK);
    confirm(&owner, seen).await.problem(Code::ClockNotAsSeen);
    let found = doubt(&owner).await.unwrap();
    is_about(TimeDelta::seconds(found.jump_seconds), -WEEK * 2);
    assert_eq!(told(&owner).await.len(), 2);
    confirm(&owner, found).await.is(200);
    // Confirmed is what the clock says: what it said before would now be a jump.
    cofre.clock.jump(WEEK * 2);
    assert!(look(cofre.app()).await.unwrap().doubt.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_ask_after_a_long_outage_and_not_after_a_short_one() {
    let cofre = Cofre::start().await;
    let script = cofre.owner().await.add_token(everything(Role::Owner)).await;
    let short = TimeDelta::hours(20);
    let cofre = Cofre::start_after(short, cofre.stop().await, |_| {}).await.unwrap();
    let script = script.moved_to(&cofre.nobody());
    assert_eq!(doubt(&script).await, None);

    let cofre = Cofre::start_after(short + WEEK, cofre.stop().await, |_| {}).await.unwrap();
    let script = script.moved_to(&cofre.nobody());
    let found = doubt(&script).await.unwrap();
    is_about(TimeDelta::seconds(found.jump_seconds), WEEK);
    // Starting again is no answer, and is told no second time.
    let cofre = Cofre::start_after(short + WEEK, cofre.stop().await, |_| {}).await.unwrap();
    let script = script.moved_to(&cofre.nobody());
    assert_eq!((doubt(&script).await, told(&script).await.len()), (Some(found), 1));
    confirm(&script, found).await.is(200);

    let cofre = Cofre::start_after(short + WEEK, cofre.stop().await, |_| {}).await.unwrap();
    let script = script.moved_to(&cofre.nobody());
    assert_eq!(doubt(&script).await, None);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "for PostgreSQL: cargo xtask test --only postgresql"]
async fn should_be_doubted_and_confirmed_for_every_server_that_works_with_the_database() {
    let first = Cofre::start().await;
    let script = first.owner().await.add_token(everything(Role::Owner)).await;
    let database = first.place.config().database;
    first.clock.jump(WEEK);
    look(first.app()).await.unwrap();
    let found = doubt(&script).await.unwrap();
    let _place = first.stop().await;

    let next = async || {
        let database = database.clone();
        let started = Cofre::start_after(WEEK, Place::new(), |config| config.database = database).await;
        started.expect("the one before has stopped")
    };
    let second = next().await;
    let script = script.moved_to(&second.nobody());
    assert_eq!(doubt(&script).await, Some(found));
    confirm(&script, found).await.is(200);
    let _place = second.stop().await;
    let third = next().await;
    assert_eq!(doubt(&script.moved_to(&third.nobody())).await, None);
}

//! Operations that meet in a vault, step by step: each pair at every pair of switches, more of them in orders that chance picks,
//! and some of them die on the way. Every point that was acknowledged and not forgotten restores, and no lock is left but
//! those of the dead.
#![allow(clippy::unwrap_used)]

#[path = "support/order.rs"]
mod order;
mod support;
#[path = "support/tiny.rs"]
mod tiny;
#[path = "support/turns.rs"]
mod turns;

use std::sync::Arc;
use std::time::Duration;

use engine::{Cancel, NoProgress, PruneRequest, Repository};
use order::{Chance, Leg, Order};
use support::{password, restic, settings};
use tiny::{Deed, FORGOTTEN, Tiny, Told, replicate, thorough};
use turns::{Gated, Move, Operation, Turns};

/// One of so many orders is looked at by restic too: it takes as long as a hundred of ours.
const ORACLE_ONE_OF: usize = 150;

/// A vault with two points, and what is left of a third one, half of which they need.
fn vault() -> Tiny {
    let mut tiny = Tiny::new(&[FORGOTTEN, 2, 1]);
    tiny.forget(FORGOTTEN);
    tiny
}

/// The vault as the operation of this number reaches it; without one, as each operation that calls does.
fn reach(tiny: &Tiny, turns: &Arc<Turns>, actor: Option<usize>) -> Repository {
    let store = Gated { inner: tiny.store.clone(), turns: Arc::clone(turns), actor };
    Repository::open_store(Arc::new(store), &password(), &settings()).unwrap()
}

/// Each in a process of its own, as far as the vault can tell.
fn apart(tiny: &Tiny, turns: &Arc<Turns>, deeds: &[Deed]) -> Vec<Operation<'static, Told>> {
    let operation = |(number, deed): (usize, &Deed)| {
        let (vault, deed) = (reach(tiny, turns, Some(number)), *deed);
        Box::new(move || deed.perform(&vault)) as Operation<Told>
    };
    deeds.iter().enumerate().map(operation).collect()
}

/// All in one process, which opened the vault once.
fn together(tiny: &Tiny, turns: &Arc<Turns>, deeds: &[Deed]) -> Vec<Operation<'static, Told>> {
    let vault = reach(tiny, turns, None);
    let operation = |deed: &Deed| {
        let (vault, deed) = (vault.clone(), *deed);
        Box::new(move || deed.perform(&vault)) as Operation<Told>
    };
    deeds.iter().map(operation).collect()
}

/// Says what was done in which order when the test fails.
struct Case<'a>(&'a [Deed], String);

impl Drop for Case<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{:?} in the order {}", self.0, self.1);
        }
    }
}

/// Does it in this order, in a copy of the vault, and looks what is there then.
fn must_hold(begin: &Tiny, deeds: &[Deed], number: usize, order: &mut Order) {
    let mut tiny = begin.copy();
    let turns = Turns::apart();
    let mut case = Case(deeds, String::new());
    let told = turns.run(apart(&tiny, &turns, deeds), |waiting| order.next(waiting));
    case.1 = format!("{order}: {told:?}");
    if number.is_multiple_of(ORACLE_ONE_OF) {
        restic_agrees(&tiny);
    }
    tiny.must_hold(&told);
}

/// restic finds everything, once the locks of the dead are gone.
fn restic_agrees(tiny: &Tiny) {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("vault");
    tiny.open().remove_stale_locks().unwrap();
    tiny.write_to(&root);
    let output = restic(&root, &["check", "--read-data"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The first one takes some steps, then the second one some, then the first one ends, then the second one: for every number of
/// steps. Answers how many orders that were.
fn every_pair_of_switches(begin: &Tiny, deeds: [Deed; 2]) -> usize {
    let mut orders = 0;
    for first in 0.. {
        for second in 0.. {
            let mut order = Order::of(&[Leg::Steps(0, first), Leg::Steps(1, second)]);
            must_hold(begin, &deeds, orders, &mut order);
            orders += 1;
            match order.cut_short() {
                Some(0) => return orders,
                Some(_) => break,
                None => {}
            }
        }
    }
    orders
}

/// The first one takes some steps, then the others are done from beginning to end, and then the first one goes on or, if it
/// `dies`, does not: for every number of steps.
fn every_switch(begin: &Tiny, deeds: &[Deed], dies: bool) -> usize {
    for first in 0.. {
        let mut legs = vec![Leg::Steps(0, first)];
        legs.extend(dies.then_some(Leg::Die(0)));
        legs.extend((1..deeds.len()).map(|number| Leg::Steps(number, usize::MAX)));
        let mut order = Order::of(&legs);
        must_hold(begin, deeds, first, &mut order);
        if order.cut_short() == Some(0) {
            return first;
        }
    }
    0
}

#[test]
fn a_backup_and_a_prune_at_every_pair_of_switches() {
    let begin = vault();
    // What it stores is what is being taken away.
    let orders = every_pair_of_switches(&begin, [Deed::BackUp(FORGOTTEN), Deed::Prune]);
    assert!(orders > 200, "{orders}");
}

#[test]
fn a_prune_and_a_backup_at_every_pair_of_switches() {
    let orders = every_pair_of_switches(&vault(), [Deed::Prune, Deed::BackUp(FORGOTTEN)]);
    assert!(orders > 300, "{orders}");
}

#[test]
fn two_backups_of_the_same_at_every_pair_of_switches() {
    let orders = every_pair_of_switches(&vault(), [Deed::BackUp(5), Deed::BackUp(5)]);
    assert!(orders > 200, "{orders}");
}

#[test]
fn a_prune_and_forgetting_at_every_pair_of_switches() {
    let begin = vault();
    let forget = Deed::Forget(begin.points[0].0);
    let orders = every_pair_of_switches(&begin, [Deed::Prune, forget]);
    assert!(orders > 100, "{orders}");
}

#[test]
fn two_others_between_any_two_steps() {
    let begin = vault();
    let (backup, forget) = (Deed::BackUp(FORGOTTEN), Deed::Forget(begin.points[0].0));
    for first in [backup, Deed::Prune, Deed::Repair] {
        for others in [[forget, Deed::Prune], [Deed::Prune, backup], [backup, Deed::Prune], [Deed::Repair, Deed::Prune]]
        {
            assert!(every_switch(&begin, &[first, others[0], others[1]], false) > 10);
        }
    }
}

#[test]
fn two_others_after_one_that_died_at_any_step() {
    let begin = vault();
    let (backup, forget) = (Deed::BackUp(FORGOTTEN), Deed::Forget(begin.points[0].0));
    for first in [backup, forget, Deed::Prune, Deed::Repair] {
        for others in [[forget, Deed::Prune], [Deed::Prune, backup], [Deed::Repair, backup]] {
            assert!(every_switch(&begin, &[first, others[0], others[1]], true) > 5);
        }
    }
}

/// Two backups, forgetting, a prune and a repair.
fn five(begin: &Tiny) -> [Deed; 5] {
    let forget = Deed::Forget(begin.points[0].0);
    [Deed::BackUp(FORGOTTEN), Deed::BackUp(2), forget, Deed::Prune, Deed::Repair]
}

#[test]
fn chance_picks_the_order_and_who_dies() {
    let begin = vault();
    for seed in 0..400 {
        let mut chance = Chance::new(seed);
        let mut deeds = five(&begin).to_vec();
        deeds.truncate(3 + chance.below(3));
        let mut order = Order::by_chance(chance, deeds.len());
        must_hold(&begin, &deeds, seed, &mut order);
    }
}

#[test]
fn chance_picks_the_order_in_one_process() {
    let begin = vault();
    for seed in 0..150 {
        let mut tiny = begin.copy();
        let turns = Turns::together();
        let deeds = five(&begin);
        let mut case = Case(&deeds, String::new());
        let mut order = Order::by_chance(Chance::new(seed), deeds.len()).without_death();
        let told = turns.run(together(&tiny, &turns, &deeds), |waiting| order.next(waiting));
        case.1 = format!("{order}: {told:?}");
        tiny.must_hold(&told);
    }
}

/// A vault and its replica: what is forgotten on both sides is still in their packs, and each has a point that the other one
/// has not.
fn two_sides() -> [Tiny; 2] {
    let mut here = Tiny::new(&[FORGOTTEN, 2, 1]);
    let mut there = Tiny { store: engine::store::Memory::new(), points: here.points.clone() };
    let replica = here.open().replica(Arc::new(there.store.clone())).unwrap();
    assert_eq!(replicate(&here.open(), &replica), Told::Done);
    for (side, state) in [(&mut here, 3), (&mut there, 4)] {
        side.forget(FORGOTTEN);
        side.points.push((tiny::back_up(&side.open(), state).unwrap(), state));
    }
    [here, there]
}

fn replication([from, to]: [&Tiny; 2], turns: &Arc<Turns>, actor: usize) -> Operation<'static, Told> {
    let vault = reach(from, turns, Some(actor));
    let store = Gated { inner: to.store.clone(), turns: Arc::clone(turns), actor: Some(actor) };
    let replica = vault.replica(Arc::new(store)).unwrap();
    Box::new(move || replicate(&vault, &replica))
}

/// Both replicate to each other, and both are pruned.
fn crosswise(sides: &[Tiny; 2], turns: &Arc<Turns>) -> Vec<Operation<'static, Told>> {
    let mut operations: Vec<Operation<Told>> = Vec::new();
    for (number, sides) in [[&sides[0], &sides[1]], [&sides[1], &sides[0]]].into_iter().enumerate() {
        operations.push(replication(sides, turns, number));
    }
    for (number, side) in sides.iter().enumerate() {
        let vault = reach(side, turns, Some(2 + number));
        operations.push(Box::new(move || Deed::Prune.perform(&vault)));
    }
    operations
}

/// Each side holds what it should, and the next replications bring the rest.
fn must_hold_on_both(sides: &mut [Tiny; 2], told: &[(Told, bool)]) {
    for side in sides.iter_mut() {
        side.must_hold(told);
    }
    for [from, to] in [[&sides[0], &sides[1]], [&sides[1], &sides[0]]] {
        let vault = from.open();
        let replica = vault.replica(Arc::new(to.store.clone())).unwrap();
        assert_eq!(replicate(&vault, &replica), Told::Done);
    }
    let all: Vec<_> = sides.iter().flat_map(|side| side.points.clone()).collect();
    for side in sides {
        side.points.clone_from(&all);
        side.must_hold(&[]);
    }
}

fn cross(begin: &[Tiny; 2], order: &mut Order) {
    let mut sides = [begin[0].copy(), begin[1].copy()];
    let turns = Turns::apart();
    let mut case = Case(&[], String::new());
    let told = turns.run(crosswise(&sides, &turns), |waiting| order.next(waiting));
    case.1 = format!("{order}: {told:?}");
    must_hold_on_both(&mut sides, &told);
}

#[test]
fn two_sides_replicate_crosswise_while_chance_prunes_and_kills() {
    let begin = two_sides();
    for seed in 0..120 {
        cross(&begin, &mut Order::by_chance(Chance::new(seed), 4));
    }
}

#[test]
fn two_sides_replicate_crosswise_with_a_prune_of_both_at_any_step() {
    let begin = two_sides();
    for first in 0.. {
        let legs =
            [Leg::Steps(0, first), Leg::Steps(2, usize::MAX), Leg::Steps(3, usize::MAX), Leg::Steps(1, usize::MAX)];
        let mut order = Order::of(&legs);
        cross(&begin, &mut order);
        if order.cut_short() == Some(0) {
            assert!(first > 20, "{first}");
            break;
        }
    }
}

/// A prune that stands still while another one deletes the same packs and a replication brings them back.
#[test]
fn what_comes_back_to_the_replica_is_not_deleted_by_a_prune_that_is_late() {
    let mut begin = two_sides();
    let [_, there] = &mut begin;
    // The vault still has it, in packs that the replica has condemned, and whose grace is over.
    there.forget(2);
    let condemn = PruneRequest { grace: Duration::from_secs(1), ..thorough() };
    there.open().prune(&condemn, &NoProgress, &Cancel::new()).unwrap();
    for first in 0.. {
        let mut sides = [begin[0].copy(), begin[1].copy()];
        let turns = Turns::apart();
        let mut order = Order::of(&[Leg::Steps(0, first), Leg::Steps(1, usize::MAX), Leg::Steps(2, usize::MAX)]);
        let mut operations = Vec::new();
        for number in [0, 1] {
            let vault = reach(&sides[1], &turns, Some(number));
            operations.push(Box::new(move || Deed::Prune.perform(&vault)) as Operation<Told>);
        }
        let mut case = Case(&[Deed::Prune, Deed::Prune], String::new());
        operations.push(replication([&sides[0], &sides[1]], &turns, 2));
        let told = turns.run(operations, |waiting| order.next(waiting));
        case.1 = format!("{order}: {told:?}");
        must_hold_on_both(&mut sides, &told);
        if order.cut_short() == Some(0) {
            assert!(first > 20, "{first}");
            break;
        }
    }
}

#[test]
fn a_dead_one_is_told_from_one_that_goes_on() {
    let tiny = vault();
    let turns = Turns::apart();
    let operations = apart(&tiny, &turns, &[Deed::BackUp(5), Deed::BackUp(6)]);
    let mut steps = 0;
    let told = turns.run(operations, |waiting| {
        steps += 1;
        if steps == 8 { Move::Die(0) } else { Move::Go(waiting[0]) }
    });
    assert!(matches!(&told[0], (Told::Failed(why), true) if why.contains("it died")), "{told:?}");
    assert!(matches!(told[1], (Told::Made(_, 6), false)), "{told:?}");
}

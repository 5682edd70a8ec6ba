//! The verdict: one sentence, and who is not well, each name a link.

use leptos::html::H1;
use leptos::prelude::*;
use shared::health::Health;
use shared::overview::{MachineHealth, Overview};

use crate::i18n::{Strings, use_strings};
use crate::parts::state::health_shape;
use crate::parts::verdict::{headline, worst};
use crate::routes::Route;
use crate::ui::page_head::announce;
use crate::ui::status::StatusShape;

/// More names than this are counted instead.
const NAMES_MAX: u64 = 3;

/// The verdict.
#[component]
pub(crate) fn VerdictHead(
    /// What it is over.
    overview: Signal<Overview>,
) -> impl IntoView {
    let s = use_strings();
    let heading = NodeRef::<H1>::new();
    let failed = move || overview.with(|it| it.counts.failed + it.counts.damaged);
    let title = move || match failed() {
        0 => s.overview.title.to_owned(),
        count => format!("({count}) {}", s.overview.title),
    };
    announce(title.into(), heading);
    let shape = Signal::derive(move || overview.with(worst));
    let details = move || {
        let sentences = overview.with(|it| sentences(s, it));
        (!sentences.is_empty()).then(|| view! { <p>{sentences}</p> })
    };
    let nothing = move || overview.with(|it| it.counts.all() == 0 && it.vaults.is_empty());
    view! {
        <section class="verdict">
            <StatusShape shape size="large"/>
            <h1 tabindex="-1" node_ref=heading aria-live="polite">{move || overview.with(|it| headline(s, it))}</h1>
            {details}
            {move || nothing().then(|| view! { <p>{s.overview.nothing_text}</p> })}
        </section>
    }
}

/// A sentence for each state but the good one, worst first.
fn sentences(s: &'static Strings, overview: &Overview) -> Vec<AnyView> {
    let words = &s.overview;
    let states = [
        (Some(Health::Damaged), words.damaged, Route::Items.with("health", "Damaged")),
        (Some(Health::Failed), words.failed, Route::Items.with("health", "Failed")),
        (Some(Health::Overdue), words.overdue, Route::Items.with("health", "Overdue")),
        (Some(Health::Warning), words.warning, Route::Items.with("health", "Warning")),
        (Some(Health::Pending), words.pending, Route::Items.with("health", "Pending")),
        (None, words.unprotected, Route::Machines.with("protection", "none")),
    ];
    let written = states.into_iter().filter_map(|(health, around, list)| {
        let count = overview.counts.of(health);
        let machines: Vec<&MachineHealth> = overview.named(health).collect();
        let (before, after) = around(count);
        let is_loud = matches!(health, Some(Health::Damaged | Health::Failed | Health::Overdue));
        let state = is_loud.then(|| health_shape(health).word());
        let names = names(s, (count, &machines), list);
        (count > 0).then(|| view! { <span data-state=state>{before}{names}{after}</span> ". " }.into_any())
    });
    written.collect()
}

/// "a, b and c", or "5 machines" as a link to the list.
fn names(s: &'static Strings, (count, machines): (u64, &[&MachineHealth]), whole: String) -> Vec<AnyView> {
    if count > NAMES_MAX {
        return vec![view! { <a href=whole>{(s.words.machines)(count)}</a> }.into_any()];
    }
    let last = machines.len().saturating_sub(1);
    let link = |(place, machine): (usize, &&MachineHealth)| {
        let joint = match place {
            0 => "",
            place if place == last => s.words.and,
            _ => ", ",
        };
        let hours = machine.overdue_hours.map(|hours| format!(" ({})", s.duration(hours * 3600)));
        view! { {joint} <a href=address(machine)>{machine.name.clone()}</a> {hours} }.into_any()
    };
    machines.iter().enumerate().map(link).collect()
}

/// The item of a machine, or the form that makes it one.
pub(super) fn address(machine: &MachineHealth) -> String {
    match machine.item_id {
        Some(item) => Route::Item(item).path(),
        None => Route::MachineBackup(machine.machine_id).path(),
    }
}

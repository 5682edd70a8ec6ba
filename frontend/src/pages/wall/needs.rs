//! Who needs someone: a few machines by name, worst first, and counts of the others.

use leptos::prelude::*;
use shared::health::Health;
use shared::job::JobKind;
use shared::overview::{MachineHealth, Overview};

use crate::clock;
use crate::i18n::{Strings, use_strings};
use crate::parts::state::health_shape;
use crate::ui::status::{Shape, StatusShape};

/// As many lines as are read from five metres.
const LINES: usize = 4;
/// The states that are an emergency.
const LOUD: [Health; 3] = [Health::Damaged, Health::Failed, Health::Overdue];

/// One line of the list.
#[derive(Clone, PartialEq)]
struct Need {
    shape: Shape,
    name: String,
    what: String,
    why: String,
}

/// Who needs someone.
#[component]
pub(super) fn Needs(
    /// What it is taken from.
    overview: Signal<Overview>,
    /// Whether the server's clock has jumped.
    is_clock_doubted: Memo<bool>,
) -> impl IntoView {
    let s = use_strings();
    let needs = Memo::new(move |_| overview.with(|it| needs(s, it, is_clock_doubted.get().then(|| clock_need(s)))));
    let line = |need: Need| {
        view! {
            <li data-state=need.shape.word()>
                <StatusShape shape=need.shape/>
                <span class="name">{need.name}</span>
                <span class="what">{need.what}</span>
                {(!need.why.is_empty()).then(|| view! { <span class="why">{need.why}</span> })}
            </li>
        }
    };
    let last_day = move || overview.with(|it| (s.wall.last_day)(it.jobs.completed_24h, it.jobs.failed_24h));
    let content = move || {
        let needs = needs.get();
        if needs.is_empty() {
            let shape = if overview.with(|it| it.counts.all() == 0) { Shape::None } else { Shape::Ok };
            let calm = view! { <p class="calm"><StatusShape shape/> {s.wall.nobody}</p> <p class="calm fine-print">{last_day}</p> };
            calm.into_any()
        } else {
            view! { <ul class="needs">{needs.into_iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section>
            <h2>{s.wall.needs}</h2>
            {content}
        </section>
    }
}

fn needs(s: &'static Strings, overview: &Overview, clock: Option<Need>) -> Vec<Need> {
    let named: Vec<_> = LOUD.into_iter().flat_map(|health| overview.named(Some(health))).collect();
    let loud: u64 = LOUD.iter().map(|health| overview.counts.of(Some(*health))).sum();
    let words = &s.overview;
    let quiet = [
        (None, words.group_unprotected),
        (Some(Health::Warning), (s.items.health)(Health::Warning)),
        (Some(Health::Pending), words.group_pending),
    ];
    let counted = quiet.into_iter().filter_map(|(health, what)| count(s, overview, health, what));
    // Before those that it counts: the line that is left for no emergency is the clock's.
    let counted: Vec<_> = clock.into_iter().chain(counted).collect();
    let (shown, hidden) = room(loud, counted.len());
    let shown = &named[..shown.min(named.len())];
    let mut lines: Vec<_> = shown.iter().map(|machine| line(s, overview, machine)).collect();
    if let Some(first) = named.get(shown.len()).filter(|_| hidden > 0) {
        let (name, why) = ((s.wall.more_machines)(hidden), states(s, overview, shown));
        lines.push(Need { shape: health_shape(first.health), name, what: String::new(), why });
    }
    let left = LINES - lines.len();
    lines.extend(counted.into_iter().take(left));
    lines
}

/// How many are shown by name, and how many are counted instead; one line is left for those that are no emergency.
fn room(loud: u64, counted: usize) -> (usize, u64) {
    let lines = LINES - counted.min(1);
    match usize::try_from(loud) {
        Ok(loud) if loud <= lines => (loud, 0),
        _ => (lines - 1, loud - (lines as u64 - 1)),
    }
}

/// "21 failed, 1 is overdue", of those that are not shown.
fn states(s: &Strings, overview: &Overview, shown: &[&MachineHealth]) -> String {
    let states = [
        (Health::Damaged, s.overview.damaged),
        (Health::Failed, s.overview.failed),
        (Health::Overdue, s.overview.overdue),
    ];
    let counted = states.into_iter().filter_map(|(health, around)| {
        let shown = shown.iter().filter(|machine| machine.health == Some(health)).count() as u64;
        let count = overview.counts.of(Some(health)).saturating_sub(shown);
        let (before, after) = around(count);
        (count > 0).then(|| format!("{before}{}{after}", s.count(count)))
    });
    counted.collect::<Vec<_>>().join(", ")
}

fn line(s: &'static Strings, overview: &Overview, machine: &MachineHealth) -> Need {
    let now = clock::now();
    let point = || machine.newest_point_at.map(|at| (s.wall.last_point)(&s.when(at, now)));
    let failure = machine.failure.filter(|_| machine.health == Some(Health::Failed));
    let (what, why) = if let Some(failure) = failure {
        let why = (s.problems.title)(failure.code).trim_end_matches('.');
        ((s.wall.failed_at)(&s.when(failure.at, now)), why.to_owned())
    } else if machine.health == Some(Health::Damaged) {
        (s.overview.group_damaged.to_owned(), point().unwrap_or_default())
    } else {
        let hours = machine.overdue_hours.filter(|hours| *hours > 0);
        let by = hours.map(|hours| (s.wall.overdue_by)(&s.duration(hours * 3600)));
        let no_point = || s.items.no_point.trim_end_matches('.').to_owned();
        (by.unwrap_or_else(|| s.overview.group_overdue.to_owned()), point().unwrap_or_else(no_point))
    };
    let runs = |job: &shared::job::Job| job.kind == JobKind::Backup && job.item_id == machine.item_id;
    let is_running = machine.item_id.is_some() && overview.active_jobs.iter().any(runs);
    let why = if is_running { (s.wall.running)(&why) } else { why };
    Need { shape: health_shape(machine.health), name: machine.name.clone(), what, why }
}

fn clock_need(s: &Strings) -> Need {
    let (name, what, why) = (s.clock.name.to_owned(), s.clock.jumped.to_owned(), s.clock.held_on_wall.to_owned());
    Need { shape: Shape::Warning, name, what, why }
}

fn count(s: &'static Strings, overview: &Overview, health: Option<Health>, what: &str) -> Option<Need> {
    let name = match (overview.counts.of(health), overview.named(health).next()) {
        (0, _) => return None,
        (1, Some(one)) => one.name.clone(),
        (many, _) => (s.words.machines)(many),
    };
    Some(Need { shape: health_shape(health), name, what: what.to_owned(), why: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_name_as_many_as_there_is_room_for() {
        assert_eq!(room(0, 2), (0, 0));
        assert_eq!(room(4, 0), (4, 0));
        assert_eq!(room(3, 1), (3, 0));
        assert_eq!(room(4, 1), (2, 2));
        assert_eq!(room(40, 0), (3, 37));
    }
}

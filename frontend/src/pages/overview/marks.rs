//! Every machine is one shape, worst first; many machines become a bar of proportions in the same order.

use leptos::prelude::*;
use shared::health::Health;
use shared::overview::Overview;

use crate::i18n::{Strings, use_strings};
use crate::parts::state::health_shape;
use crate::routes::Route;
use crate::ui::status::{Shape, StatusShape};

/// More shapes than this cannot be looked at one by one.
const SHAPES_MAX: u64 = 200;

struct Mark {
    state: Shape,
    word: &'static str,
    href: String,
    /// How many there are of each shape.
    shapes: Vec<(Shape, u64)>,
    note: String,
    /// Where machines without a backup get one.
    enable: Option<String>,
}

/// The groups of shapes.
#[component]
pub(crate) fn Marks(
    /// What they are over.
    overview: Signal<Overview>,
) -> impl IntoView {
    let s = use_strings();
    let marks = move || overview.with(|overview| groups(s, overview));
    let count = move || marks().len().to_string();
    view! {
        <ul class="marks" aria-label=s.overview.marks data-groups=count>
            {move || marks().into_iter().map(|shown| mark(s, shown)).collect_view()}
        </ul>
    }
}

fn groups(s: &Strings, overview: &Overview) -> Vec<Mark> {
    let of = |wanted: &[Option<Health>]| {
        let counted = wanted.iter().map(|health| (health_shape(*health), overview.counts.of(*health)));
        counted.filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    };
    let items = |health: &str| Route::Items.with("health", health);
    let warnings = overview.counts.warning;
    let overdue = overview.machines.iter().filter_map(|machine| machine.overdue_hours).max();
    let words = &s.overview;
    let all = [
        (Shape::Failed, words.group_damaged, items("Damaged"), of(&[Some(Health::Damaged)]), String::new()),
        (Shape::Failed, words.group_failed, items("Failed"), of(&[Some(Health::Failed)]), String::new()),
        (
            Shape::Overdue,
            words.group_overdue,
            items("Overdue"),
            of(&[Some(Health::Overdue)]),
            overdue.map(|hours| s.duration(hours * 3600)).unwrap_or_default(),
        ),
        (Shape::None, words.group_unprotected, Route::Machines.with("protection", "none"), of(&[None]), String::new()),
        (Shape::Pending, words.group_pending, items("Pending"), of(&[Some(Health::Pending)]), String::new()),
        (
            Shape::Ok,
            words.group_protected,
            Route::Items.path(),
            of(&[Some(Health::Warning), Some(Health::Healthy)]),
            if warnings > 0 { (words.with_warning)(warnings) } else { String::new() },
        ),
    ];
    let full = all.into_iter().filter(|(_, _, _, shapes, _)| !shapes.is_empty());
    let complete = |(state, word, href, shapes, note)| {
        let enable = (state == Shape::None).then(|| enable(overview));
        Mark { state, word, href, shapes, note, enable }
    };
    full.map(complete).collect()
}

/// The form of the only machine without a backup, or the list of them, which has the command in each row (F123).
fn enable(overview: &Overview) -> String {
    match (overview.counts.unprotected, overview.named(None).next()) {
        (1, Some(only)) => Route::MachineBackup(only.machine_id).path(),
        _ => Route::Machines.with("protection", "none"),
    }
}

fn mark(s: &'static Strings, mark: Mark) -> impl IntoView {
    let count: u64 = mark.shapes.iter().map(|(_, count)| count).sum();
    let shapes = if count > SHAPES_MAX {
        view! { <span class="proportion" data-state=mark.state.word()><i style:width="100%"></i></span> }.into_any()
    } else {
        let each = mark.shapes.into_iter().flat_map(|(shape, count)| (0..count).map(move |_| shape));
        let shapes = each.map(|shape| view! { <StatusShape shape/> }).collect_view();
        view! { <span class="set">{shapes}</span> }.into_any()
    };
    view! {
        <li data-state=mark.state.word()>
            <a href=mark.href>{count} " " <span class="word">{mark.word}</span></a>
            {shapes}
            <span class="note">{mark.note} {mark.enable.map(|href| view! { <a href=href>{s.machines.enable_backup}</a> })}</span>
        </li>
    }
}

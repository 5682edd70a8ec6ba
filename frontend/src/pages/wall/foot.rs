//! The last line: every machine as a shape, and the storage that is fullest.

use leptos::prelude::*;
use shared::overview::{MachineCounts, Overview};

use crate::i18n::use_strings;
use crate::parts::state::health_shape;
use crate::ui::status::{Shape, Status, StatusShape};

/// More shapes than this become a bar of proportions.
const SHAPES_MAX: u64 = 72;
/// Below this share of free room a storage is nearly full.
const NEARLY_FULL: f64 = 0.1;

/// The last line.
#[component]
pub(super) fn Foot(
    /// What it is over.
    overview: Signal<Overview>,
) -> impl IntoView {
    let s = use_strings();
    let shapes = Memo::new(move |_| overview.with(groups));
    let all = move || shapes.with(|shapes| shapes.iter().map(|(_, count)| count).sum::<u64>());
    let marks = move || {
        let groups = shapes.get();
        if all() > SHAPES_MAX {
            let part = |(shape, count): (Shape, u64)| {
                view! { <i data-state=shape.word() style:flex-grow=count.to_string()></i> }
            };
            view! { <span class="proportion">{groups.into_iter().map(part).collect_view()}</span> }.into_any()
        } else {
            let each = groups.into_iter().flat_map(|(shape, count)| (0..count).map(move |_| shape));
            each.map(|shape| view! { <StatusShape shape/> }).collect_view().into_any()
        }
    };
    let fullest = move || overview.with(fullest);
    let store = move || {
        fullest().map(|(name, free, share)| {
            let shape = if share < NEARLY_FULL { Shape::Warning } else { Shape::None };
            let text = format!("{name}: {}", (s.words.free)(&s.bytes(free)));
            match shape {
                Shape::Warning => view! { <span class="store"><Status shape word=text/></span> }.into_any(),
                _ => view! { <span class="store">{text}</span> }.into_any(),
            }
        })
    };
    view! {
        <footer>
            <span class="dots" role="img" aria-label=move || (s.words.machines)(all())>{marks}</span>
            {store}
        </footer>
    }
}

/// How many machines are in which state, worst first.
fn groups(overview: &Overview) -> Vec<(Shape, u64)> {
    let counted = MachineCounts::STATES.map(|health| (health_shape(health), overview.counts.of(health)));
    counted.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// The vault whose storage has the smallest share free: name, room, share.
#[expect(clippy::cast_precision_loss, reason = "a share has no use for more than 52 bits")]
fn fullest(overview: &Overview) -> Option<(String, u64, f64)> {
    let stores = overview.vaults.iter().filter_map(|store| {
        let capacity = store.usage.capacity_bytes.filter(|capacity| *capacity > 0)?;
        let free = store.usage.free_bytes?;
        Some((store.vault.name.clone(), free, free as f64 / capacity as f64))
    });
    stores.min_by(|one, other| one.2.total_cmp(&other.2))
}

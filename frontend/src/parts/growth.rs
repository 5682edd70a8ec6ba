//! How a vault's storage grows: a small line, and until when there is room.

use leptos::prelude::*;
use shared::growth::Outlook;
use shared::history::{History, VaultHistory};
use shared::id::VaultId;

use crate::i18n::{Strings, use_strings};
use crate::ui::spark::{Level, Spark};
use crate::ui::status::{Shape, Status};

/// A vault's growth, once its history is known.
#[component]
pub(crate) fn Growth(
    /// The last days of vaults, this one among them.
    history: Signal<Option<History>>,
    /// The vault.
    vault: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let level = Memo::new(move |_| find(history, vault).map(|of| level_of(&of)).unwrap_or_default());
    let outlook = Memo::new(move |_| find(history, vault).map(|of| of.outlook));
    let is_known = Memo::new(move |_| level.with(|level| level.past.len() > 1));
    let label = move || level.with(|level| sentence(s, level));
    view! {
        {move || is_known.get().then(|| view! { <Spark label level/> })}
        <span class="outlook">{move || outlook.get().map(|outlook| told(s, outlook))}</span>
    }
}

fn find(history: Signal<Option<History>>, vault: VaultId) -> Option<VaultHistory> {
    history.with(|history| history.as_ref()?.vaults.iter().find(|of| of.vault.id == vault).cloned())
}

fn level_of(of: &VaultHistory) -> Level {
    let Some(last) = of.storage.last() else { return Level::default() };
    let growth = match of.outlook {
        Outlook::FullOn { bytes_per_day, .. } | Outlook::Distant { bytes_per_day } => bytes_per_day,
        Outlook::Unknown | Outlook::Steady => 0,
    };
    let past = of.storage.iter().map(|sample| ((last.date - sample.date).num_days(), sample.used_bytes));
    Level { past: past.collect(), limit: last.capacity_bytes, growth }
}

/// "6.8 TiB 29 days ago, 7.0 TiB now, of 8.0 TiB"
fn sentence(s: &Strings, level: &Level) -> String {
    match (level.past.first(), level.past.last()) {
        (Some((days, first)), Some((_, last))) => {
            let days = (s.items.days)(days.unsigned_abs());
            (s.history.grew)(&days, &s.bytes(*first), &s.bytes(*last), &s.bytes(level.limit))
        }
        _ => String::new(),
    }
}

fn told(s: &'static Strings, outlook: Outlook) -> AnyView {
    match outlook {
        Outlook::Unknown => view! { <span class="fine">{s.history.too_few_days}</span> }.into_any(),
        Outlook::Steady => view! { <span class="fine">{s.history.steady}</span> }.into_any(),
        Outlook::Distant { bytes_per_day } => {
            view! { <span class="fine">{(s.history.distant)(&s.bytes(bytes_per_day))}</span> }.into_any()
        }
        Outlook::FullOn { date, days, bytes_per_day } => {
            let full = (s.history.full_by)(&s.day(date));
            let rest = (s.history.in_days)(days, &s.bytes(bytes_per_day));
            if outlook.is_soon() {
                view! { <Status shape=Shape::Warning word=full/> <span class="fine">{rest}</span> }.into_any()
            } else {
                view! { <span class="fine">{full} ", " {rest}</span> }.into_any()
            }
        }
    }
}

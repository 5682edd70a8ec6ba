//! What each vault stores, and how full the file system below it is.

use leptos::prelude::*;
use shared::history::History;
use shared::overview::{Overview, VaultUsage};
use shared::vault::Usage;

use crate::i18n::{Strings, use_strings};
use crate::parts::growth::Growth;
use crate::routes::Route;
use crate::ui::each::Each;
use crate::ui::progress::{Progress, Tone};
use crate::ui::region::Region;

/// Above this share a file system runs over soon.
const NEARLY_FULL: f64 = 0.9;

/// What each vault stores.
#[component]
pub(crate) fn Storage(
    /// What it is taken from.
    overview: Signal<Overview>,
    /// How it grew, once that is known.
    history: Signal<Option<History>>,
) -> impl IntoView {
    let s = use_strings();
    let vaults = Memo::new(move |_| overview.with(|overview| overview.vaults.clone()));
    view! {
        <Region title=s.overview.storage link=(s.overview.all_vaults, Route::Vaults.path())>
            {move || vaults.with(Vec::is_empty).then(|| view! { <p class="muted">{s.overview.no_vaults}</p> })}
            <ul class="stores">
                <Each entries=vaults key=|usage| usage.vault.id let:store>
                    <Store store history/>
                </Each>
            </ul>
        </Region>
    }
}

#[component]
fn Store(
    /// A vault and what it stores.
    store: Signal<VaultUsage>,
    /// How it grew.
    history: Signal<Option<History>>,
) -> impl IntoView {
    let s = use_strings();
    let usage = move || store.with(|store| store.usage);
    let share = Signal::derive(move || share_used(&usage()));
    let tone = Signal::derive(move || match share.get() {
        Some(share) if share >= NEARLY_FULL => Tone::Over,
        _ => Tone::Level,
    });
    let id = store.with_untracked(|store| store.vault.id);
    let name = move || store.with(|store| store.vault.name.clone());
    view! {
        <li>
            <div class="line">
                <a href=move || Route::Vault(store.with(|store| store.vault.id)).path()>{name}</a>
                <span>{move || s.bytes(usage().stored_bytes)}</span>
            </div>
            {move || share.get().is_some().then(|| view! { <Progress label=name share tone/> })}
            <span class="fine">{move || fine(s, &usage())}</span>
            <Growth history vault=id/>
        </li>
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bar has no use for more than 52 bits")]
fn share_used(usage: &Usage) -> Option<f64> {
    let (free, capacity) = (usage.free_bytes?, usage.capacity_bytes.filter(|capacity| *capacity > 0)?);
    Some(1.0 - free as f64 / capacity as f64)
}

/// "12 recovery points, 3.4 GiB stored for 96 GiB protected. 1.2 TiB of 8.0 TiB used"
fn fine(s: &Strings, usage: &Usage) -> String {
    let points = (s.overview.points)(usage.recovery_points);
    let stored = (s.overview.stored_for)(&s.bytes(usage.stored_bytes), &s.bytes(usage.protected_bytes));
    match (usage.free_bytes, usage.capacity_bytes) {
        (Some(free), Some(capacity)) => {
            let used = (s.overview.disk_used)(&s.bytes(capacity.saturating_sub(free)), &s.bytes(capacity));
            format!("{points}, {stored}. {used}")
        }
        _ => format!("{points}, {stored}"),
    }
}

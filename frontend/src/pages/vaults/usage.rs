//! What a vault stores, for how much, and how full the file system below it is.

use leptos::prelude::*;
use shared::history::History;
use shared::vault::{Usage, Vault};

use crate::i18n::use_strings;
use crate::parts::growth::Growth;
use crate::ui::progress::{Progress, Tone};

/// Above this share a file system runs over soon.
const NEARLY_FULL: f64 = 0.9;

/// What a vault stores.
#[component]
pub(super) fn UsageTile(
    /// The vault.
    vault: Signal<Vault>,
    /// How it grew, once that is known.
    history: Signal<Option<History>>,
) -> impl IntoView {
    let s = use_strings();
    let id = vault.with_untracked(|vault| vault.id);
    let usage = Memo::new(move |_| vault.with(|vault| vault.usage));
    let share = Signal::derive(move || used(&usage.get()));
    let tone = Signal::derive(move || match share.get() {
        Some(share) if share >= NEARLY_FULL => Tone::Over,
        _ => Tone::Level,
    });
    let ratio = move || ratio(&usage.get()).map_or_else(|| "–".to_owned(), |ratio| s.percent(ratio));
    let storage = move || {
        let usage = usage.get();
        match (usage.free_bytes, usage.capacity_bytes) {
            (Some(free), Some(capacity)) => {
                format!(
                    "{} · {}",
                    (s.overview.disk_used)(&s.bytes(capacity.saturating_sub(free)), &s.bytes(capacity)),
                    (s.words.free)(&s.bytes(free))
                )
            }
            _ => s.words.unknown.to_owned(),
        }
    };
    view! {
        <section class="tile wide">
            <header>
                <h2>{s.vaults.usage}</h2>
                <span class="fine quiet">{move || (s.overview.points)(usage.get().recovery_points)}</span>
            </header>
            <dl class="trio">
                <div><dd class="big">{move || s.bytes(usage.get().stored_bytes)}</dd><dt>{s.vaults.stored}</dt></div>
                <div><dd class="big">{move || s.bytes(usage.get().protected_bytes)}</dd><dt>{s.vaults.protected}</dt></div>
                <div><dd class="big">{ratio}</dd><dt>{s.vaults.ratio}</dt></div>
            </dl>
            {move || share.get().is_some().then(|| view! { <Progress label=s.vaults.storage share tone/> })}
            <p class="fine quiet">{s.vaults.storage} ": " {storage}</p>
            <div class="growth"><Growth history vault=id/></div>
        </section>
    }
}

/// The share of the file system that is used, by whatever.
#[expect(clippy::cast_precision_loss, reason = "a bar has no use for more than 52 bits")]
fn used(usage: &Usage) -> Option<f64> {
    let (free, capacity) = (usage.free_bytes?, usage.capacity_bytes.filter(|capacity| *capacity > 0)?);
    Some(1.0 - free as f64 / capacity as f64)
}

/// What is stored as a share of what is protected by it.
#[expect(clippy::cast_precision_loss, reason = "two figures are shown")]
fn ratio(usage: &Usage) -> Option<f64> {
    (usage.protected_bytes > 0).then(|| usage.stored_bytes as f64 / usage.protected_bytes as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_tell_shares_only_of_something() {
        let usage = Usage { stored_bytes: 1, protected_bytes: 4, ..Usage::default() };
        assert_eq!(ratio(&usage), Some(0.25));
        assert_eq!(ratio(&Usage::default()), None);
        assert_eq!(used(&Usage { free_bytes: Some(1), capacity_bytes: Some(4), ..usage }), Some(0.75));
        assert_eq!(used(&Usage { free_bytes: Some(0), capacity_bytes: Some(0), ..usage }), None);
    }
}

//! The choice of how often a vault's data is kept: the same wherever it is made.

use leptos::prelude::*;
use shared::vault::{Redundancy, Replication};

use crate::i18n::{Strings, use_strings};
use crate::ui::choices::{Choice, Choices};
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// How often the data is kept, and what is true of that today.
#[component]
pub(crate) fn RedundancyField(
    /// What is chosen.
    chosen: RwSignal<Option<Redundancy>>,
) -> impl IntoView {
    let s = use_strings();
    let is_geo = Memo::new(move |_| chosen.get() == Some(Redundancy::GeoRedundant));
    let truth = move || {
        is_geo.get().then(|| {
            view! {
                <Say
                    shape=Shape::Warning
                    title=(s.vaults.replication)(Replication::NoPairedLocation)
                    text=s.vaults.not_replicated_text
                />
            }
        })
    };
    view! {
        <Choices legend=s.vaults.redundancy choices=Signal::stored(choices(s)) chosen/>
        {truth}
        <p class="fine quiet">{s.vaults.redundancy_locked}</p>
    }
}

fn choices(s: &Strings) -> Vec<Choice<Redundancy>> {
    [Redundancy::GeoRedundant, Redundancy::LocallyRedundant]
        .map(|value| Choice {
            value,
            title: (s.vaults.redundancy_of)(value).to_owned(),
            hint: (s.vaults.redundancy_hint)(value).to_owned(),
            off: None,
        })
        .to_vec()
}

//! What was found in a vault before it is connected.

use leptos::prelude::*;
use shared::connect::{FoundItem, FoundVault};

use crate::i18n::use_strings;
use crate::ui::moment::Moment;
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// What was found in a vault.
#[component]
pub(super) fn Found(
    /// What.
    found: FoundVault,
) -> impl IntoView {
    let s = use_strings();
    let catalogue = match &found.catalogue {
        Some(note) => (s.connect.written)(&s.moment(note.written_at), &note.written_by),
        None => s.connect.no_catalogue.to_owned(),
    };
    let explained =
        found.catalogue.is_none().then(|| view! { <span class="fine">{s.connect.no_catalogue_text}</span> });
    let newest = found
        .newest_point_at
        .map(|at| view! { {s.moment(at)} <span class="fine"><Moment at=Signal::stored(at)/></span> });
    let strangers =
        (found.strangers > 0).then(|| view! { <p class="muted">{(s.connect.strangers)(found.strangers)}</p> });
    let damaged = (found.damaged > 0).then(|| {
        let text = s.problems.next_step;
        view! {
            <Say shape=Shape::Warning title=(s.connect.damaged)(found.damaged) text=text(shared::problem::Code::VaultDamaged)/>
        }
    });
    let item = |item: FoundItem| {
        let points = (s.connect.points)(item.recovery_points);
        view! { <li>{item.machine} <span class="fine">{points}</span></li> }
    };
    view! {
        <section class="found-vault" role="status">
            <h3>{s.connect.found}</h3>
            <dl class="facts">
                <dt>{s.connect.catalogue}</dt>
                <dd>{catalogue}{explained}</dd>
                <dt>{s.vaults.policies}</dt>
                <dd>{s.count(found.policies)}</dd>
                <dt>{s.items.title}</dt>
                <dd>
                    {s.count(found.items.len() as u64)}
                    <ul>{found.items.into_iter().map(item).collect_view()}</ul>
                </dd>
                <dt>{s.items.recovery_points}</dt>
                <dd>{s.count(found.recovery_points)}</dd>
                <dt>{s.items.newest_point}</dt>
                <dd>{newest}</dd>
            </dl>
            {strangers}
            {damaged}
        </section>
    }
}

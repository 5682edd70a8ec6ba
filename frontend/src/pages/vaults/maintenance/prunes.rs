//! The last prune of a vault, and the way to the next.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::id::VaultId;
use shared::maintenance::{Maintenance, PackCount, Prune};

use crate::clock;
use crate::i18n::{Strings, use_strings};
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::ButtonLink;
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};

/// What was pruned, and the way to the plan of the next prune.
#[component]
pub(super) fn Prunes(
    /// The vault.
    id: VaultId,
    /// How it is looked after.
    maintenance: Signal<Maintenance>,
) -> impl IntoView {
    let s = use_strings();
    let may = use_session().may(Permission::PruneVault);
    let last = Memo::new(move |_| maintenance.with(|it| it.prune));
    let shown = move || match last.get() {
        None => view! {
            <dt>{s.maintenance.last_prune}</dt>
            <dd><Status shape=Shape::None word=s.maintenance.never/></dd>
        }
        .into_any(),
        Some(prune) => view! { <Last prune/> }.into_any(),
    };
    let plan = may.then(|| {
        view! {
            <div class="after-facts">
                <ButtonLink href=Route::PruneVault(id).path()>{s.maintenance.plan}</ButtonLink>
            </div>
        }
    });
    view! {
        <Region title=s.maintenance.unneeded>
            <p class="muted">{s.maintenance.unneeded_text}</p>
            <dl class="facts after-facts">{shown}</dl>
            {plan}
        </Region>
    }
}

#[component]
fn Last(
    /// The prune.
    prune: Prune,
) -> impl IntoView {
    let s = use_strings();
    let until = prune.grace_ends_at.map(|at| (s.maintenance.until)(&s.moment(at)));
    view! {
        <dt>{s.maintenance.last_prune}</dt>
        <dd>
            {move || s.ago(prune.at, clock::tick())}
            <span class="fine"><a href=Route::Job(prune.job_id).path()>{s.items.see_job}</a></span>
        </dd>
        <dt>{s.maintenance.condemned}</dt>
        <dd>{amount(s, prune.condemned)}</dd>
        <dt>{s.maintenance.deleted}</dt>
        <dd>{amount(s, prune.deleted)}</dd>
        <dt>{s.maintenance.in_grace}</dt>
        <dd>{amount(s, prune.in_grace)} <span class="fine">{until}</span></dd>
    }
}

/// "3 packs, 41.2 MiB".
pub(super) fn amount(s: &Strings, count: PackCount) -> String {
    (s.maintenance.packs)(count.packs, &s.bytes(count.bytes))
}

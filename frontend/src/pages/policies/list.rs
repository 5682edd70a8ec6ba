//! The policies of a vault.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::policy::Policy;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::policy::{NoSchedules, retention_words, schedule_words};
use crate::parts::vault_menu::{VaultCrumbs, VaultMenu};
use crate::routes::Route;
use crate::ui::each::Each;
use crate::ui::page_head::PageHead;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

/// The policies of a vault.
#[component]
pub(crate) fn VaultPoliciesPage(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let policies = load(move || id, &[Topic::Vaults, Topic::Items], api::policies::of_vault);
    view! {
        <VaultMenu id/>
        <PageFrame>
            <VaultCrumbs id/>
            <PageHead title=s.vaults.policies intro=s.policies.intro/>
            <NoSchedules/>
            <Load from=policies let:policies>
                <PolicyTable policies/>
            </Load>
        </PageFrame>
    }
}

#[component]
fn PolicyTable(
    /// The policies.
    policies: Signal<Vec<Policy>>,
) -> impl IntoView {
    let s = use_strings();
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.policies.schedule),
        Column::text(s.policies.retention),
        Column::number(s.policies.items),
    ];
    view! {
        <Table label=s.vaults.policies columns>
            <Each entries=policies key=|policy| policy.id let:policy>
                <PolicyRow policy/>
            </Each>
        </Table>
    }
}

#[component]
fn PolicyRow(
    /// The policy.
    policy: Signal<Policy>,
) -> impl IntoView {
    let s = use_strings();
    let address = Route::Policy(policy.with_untracked(|policy| policy.id)).path();
    view! {
        <Row>
            <Cell kind=CellKind::Name><a href=address>{move || policy.with(|policy| policy.name.clone())}</a></Cell>
            <Cell label=s.policies.schedule>{move || policy.with(|policy| schedule_words(s, policy))}</Cell>
            <Cell label=s.policies.retention>{move || policy.with(|policy| retention_words(s, policy))}</Cell>
            <Cell kind=CellKind::Number label=s.policies.items>{move || s.count(policy.with(|policy| policy.items))}</Cell>
        </Row>
    }
}

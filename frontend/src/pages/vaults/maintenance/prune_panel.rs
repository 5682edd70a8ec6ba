//! What a prune would do with the vault as it stands, to the byte, and the command.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::id::VaultId;
use shared::job::{Job, JobKind};
use shared::maintenance::PrunePlan;

use super::prunes::amount;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::job::job_title;
use crate::parts::load::Load;
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::panel::Panel;
use crate::ui::toast::use_toasts;
use crate::{api, navigation};

/// The plan of a prune, and the button that does it.
#[component]
pub(crate) fn PruneVaultPanel(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let may = use_session().may(Permission::PruneVault);
    // It is a plan of the vault as it stands when the panel opens: nothing of the stream makes it anew.
    let plan = load(move || id, &[], api::maintenance::plan_prune);
    let vault = load(move || id, &[], api::vaults::get).value();
    let off = Signal::derive(move || sending.busy().get() || plan.value().with(Option::is_none));
    let submit = move |()| {
        if !may || off.get_untracked() {
            return;
        }
        sending.start(api::maintenance::prune(id), move |job: Job| {
            toasts.say((s.notifications.started)(&job_title(s, job.kind, &job.subject)));
            navigation::close_panel();
        });
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off>{(s.jobs.kind)(JobKind::Prune)}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel
            title=s.maintenance.plan
            subtitle=move || vault.get().map(|vault| vault.name).unwrap_or_default()
            on_submit=submit
            footer
        >
            <FailureBox failure=sending.failure()/>
            <Load from=plan let:plan><Plan plan/></Load>
        </Panel>
    }
}

#[component]
fn Plan(
    /// The plan.
    plan: Signal<PrunePlan>,
) -> impl IntoView {
    let s = use_strings();
    let exact = |bytes: u64| view! { <span class="fine">{(s.maintenance.exact)(&s.count(bytes))}</span> };
    move || {
        let plan = plan.get();
        let said = if plan.unneeded.packs + plan.to_copy.packs == 0 {
            s.maintenance.nothing_to_prune
        } else {
            s.maintenance.plan_text
        };
        view! {
            <dl class="facts">
                <dt>{s.maintenance.present}</dt>
                <dd>{amount(s, plan.present)} {exact(plan.present.bytes)}</dd>
                <dt>{s.items.recovery_points}</dt>
                <dd>{s.count(plan.points)}</dd>
                <dt>{s.maintenance.not_needed}</dt>
                <dd>{amount(s, plan.unneeded)} {exact(plan.unneeded.bytes)}</dd>
                <dt>{s.maintenance.to_copy}</dt>
                <dd>{amount(s, plan.to_copy)} {exact(plan.to_copy.bytes)}</dd>
                <dt>{s.maintenance.copies}</dt>
                <dd>{amount(s, plan.copies)} {exact(plan.copies.bytes)}</dd>
                <dt>{s.maintenance.in_grace}</dt>
                <dd>{amount(s, plan.in_grace)} {exact(plan.in_grace.bytes)}</dd>
                <dt>{s.maintenance.freed}</dt>
                <dd><b>{s.bytes(plan.freed_bytes)}</b> {exact(plan.freed_bytes)}</dd>
            </dl>
            <p class="muted">{said}</p>
        }
    }
}

//! The last verifications of a vault, and the commands that begin one.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::id::VaultId;
use shared::job::Job;
use shared::maintenance::{Maintenance, Verification, VerifyScope};

use super::integrity::{figures, found};
use crate::i18n::use_strings;
use crate::parts::job::job_title;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};
use crate::ui::toast::use_toasts;
use crate::{api, clock};

/// What was verified, and the commands.
#[component]
pub(super) fn Verifications(
    /// The vault.
    id: VaultId,
    /// How it is looked after.
    maintenance: Signal<Maintenance>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let may = use_session().may(Permission::VerifyVault);
    let off = Signal::derive(move || sending.busy().get() || maintenance.with(|it| it.active_job.is_some()));
    let verify = move |scope: VerifyScope| {
        sending.start(api::maintenance::verify(id, scope), move |job: Job| {
            toasts.say((s.notifications.started)(&job_title(s, job.kind, &job.subject)));
        });
    };
    let everything = Memo::new(move |_| maintenance.with(|it| it.everything.clone()));
    let sample = Memo::new(move |_| maintenance.with(|it| it.sample.clone()));
    let commands = may.then(|| {
        view! {
            <div class="after-facts">
                <Button kind=ButtonKind::Primary off on_press=move |()| verify(VerifyScope::Everything)>
                    {s.maintenance.verify_everything}
                </Button>
                <Button off on_press=move |()| verify(VerifyScope::Sample)>{s.maintenance.verify_sample}</Button>
            </div>
        }
    });
    view! {
        <Region title=s.maintenance.verification>
            <p class="muted">{s.maintenance.verification_text}</p>
            <FailureBox failure=sending.failure()/>
            <dl class="facts after-facts">
                <dt>{s.maintenance.last_everything}</dt>
                <dd><Last verification=everything/></dd>
                <dt>{s.maintenance.last_sample}</dt>
                <dd><Last verification=sample/></dd>
            </dl>
            {commands}
        </Region>
    }
}

/// What the last verification of a scope found.
#[component]
fn Last(
    /// The verification.
    verification: Memo<Option<Verification>>,
) -> impl IntoView {
    let s = use_strings();
    move || match verification.get() {
        None => view! { <Status shape=Shape::None word=s.maintenance.never/> }.into_any(),
        Some(last) => {
            let (shape, word) = found(s, &last);
            view! {
                <Status shape word/>
                <span class="fine">
                    {figures(s, &last, clock::tick())} " " <a href=Route::Job(last.job_id).path()>{s.items.see_job}</a>
                </span>
            }
            .into_any()
        }
    }
}

//! The panel: the row of steps, the step that one is at, and the buttons between them.

use leptos::html;
use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::vault::VaultState;

use crate::browser;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::opened::Opened;
use crate::parts::trouble::FailureBox;
use crate::routes::{MACHINES, Route};
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::panel::Panel;
use crate::ui::say::Say;
use crate::ui::status::Shape;
use crate::ui::steps::Steps;
use crate::{api, navigation};

use super::goal::GoalStep;
use super::machines::MachinesStep;
use super::outcome::OutcomeStep;
use super::policy::PolicyStep;
use super::review::ReviewStep;
use super::wizard::{Offer, Step, Wizard, fetch};

/// The panel that protects many machines by one vault.
#[component]
pub(crate) fn ProtectMachinesPanel(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let offer = load(move || id, &[Topic::Vaults, Topic::Machines], fetch);
    view! { <Opened from=offer title=s.machines.enable_backup let:offer><Form offer/></Opened> }
}

#[component]
fn Form(
    /// What there is to choose among.
    offer: Signal<Offer>,
) -> impl IntoView {
    let s = use_strings();
    let sending = Sending::new();
    let asked = untrack(|| navigation::here().parameter(MACHINES)).unwrap_or_default();
    let asked = asked.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect();
    let wizard = Wizard::new(s, offer, asked);
    let step = Memo::new(move |_| wizard.step.get());
    let is_ready = Memo::new(move |_| offer.with(|offer| offer.vault.state == VaultState::Ready));
    let titles = vec![s.protect.goal, s.policies.policy, s.protect.select, s.machines.enable_backup];
    let submit = move |()| match step.get_untracked() {
        _ if !is_ready.get_untracked() => {}
        // Someone else may have protected the last of them meanwhile.
        Step::Review if untrack(|| wizard.refusal(s)).is_some() => {
            wizard.tried.set(true);
            wizard.go(-1);
        }
        Step::Review => {
            let Some(request) = wizard.read() else { return };
            let asked = wizard.chosen.get_untracked();
            let id = offer.with_untracked(|offer| offer.vault.id);
            sending.start(api::vaults::protect(id, request), move |answer| wizard.end(&asked, answer));
        }
        Step::Done => navigation::close_panel(),
        _ => wizard.next(s),
    };
    let footer = move || view! { <Buttons wizard step off=sending.busy() is_ready/> };
    let body = move || match step.get() {
        Step::Goal => view! { <GoalStep/> }.into_any(),
        Step::Policy => view! { <PolicyStep wizard/> }.into_any(),
        Step::Machines => view! { <MachinesStep wizard/> }.into_any(),
        Step::Review => view! { <ReviewStep wizard/> }.into_any(),
        Step::Done => view! { <OutcomeStep wizard/> }.into_any(),
    };
    let content = move || {
        if !is_ready.get() && step.get() != Step::Done {
            return view! { <NotReady/> }.into_any();
        }
        view! {
            <StepHead wizard step/>
            {body}
        }
        .into_any()
    };
    view! {
        <Panel
            title=s.machines.enable_backup
            subtitle=move || offer.with(|offer| offer.vault.name.clone())
            wide=true
            on_submit=submit
            footer
        >
            <Steps label=s.protect.steps titles current=Signal::derive(move || step.get().number())/>
            <FailureBox failure=sending.failure()/>
            {content}
        </Panel>
    }
}

/// The vault can take no machine yet, or never will.
#[component]
fn NotReady() -> impl IntoView {
    let s = use_strings();
    let code = shared::problem::Code::VaultNotReady;
    view! { <Say shape=Shape::Warning title=(s.problems.title)(code) text=(s.problems.next_step)(code)/> }
}

/// The name of the step; it takes the focus when one comes to it.
#[component]
fn StepHead(
    /// What is filled in.
    wizard: Wizard,
    /// Where one is.
    step: Memo<Step>,
) -> impl IntoView {
    let s = use_strings();
    let heading = NodeRef::<html::H3>::new();
    Effect::new(move |_| {
        step.track();
        if let (true, Some(heading)) = (wizard.moved.get_untracked(), heading.get()) {
            browser::focus_element(&heading);
        }
    });
    let title = move || match step.get() {
        Step::Goal => s.protect.goal,
        Step::Policy => s.policies.policy,
        Step::Machines => s.protect.select,
        Step::Review | Step::Done => s.machines.enable_backup,
    };
    view! { <h3 class="unseen" tabindex="-1" node_ref=heading>{title}</h3> }
}

/// On, back, away.
#[component]
fn Buttons(
    /// What is filled in.
    wizard: Wizard,
    /// Where one is.
    step: Memo<Step>,
    /// Whether the request is under way.
    off: Signal<bool>,
    /// Whether the vault can take machines.
    is_ready: Memo<bool>,
) -> impl IntoView {
    let s = use_strings();
    let is_done = Memo::new(move |_| step.get() == Step::Done);
    let word = move || match step.get() {
        Step::Review => (s.protect.enable)(wizard.chosen.with(Vec::len) as u64),
        Step::Done => s.words.close.to_owned(),
        _ => s.protect.next.to_owned(),
    };
    let off = Signal::derive(move || off.get() || !(is_ready.get() || is_done.get()));
    let items = Route::VaultItems(wizard.offer.with_untracked(|offer| offer.vault.id)).path();
    view! {
        <Button submit=true kind=ButtonKind::Primary off>{word}</Button>
        {move || matches!(step.get(), Step::Policy | Step::Machines | Step::Review).then(|| view! {
            <Button on_press=move |()| wizard.go(-1)>{s.protect.back}</Button>
        })}
        {move || if is_done.get() {
            view! { <ButtonLink href=items.clone()>{s.protect.open_items}</ButtonLink> }.into_any()
        } else {
            view! {
                <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
            }
            .into_any()
        }}
    }
}

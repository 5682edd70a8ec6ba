//! The third step: the machines, many at once (C-077); which are offered, and how many are not (C-078, C-079).

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shared::machine::{Machine, Presence};

use crate::i18n::{Strings, use_strings};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::filter::{Filter, passes};
use crate::ui::pick::{PickEntry, PickList};
use crate::ui::say::Say;
use crate::ui::status::{Shape, Status, StatusShape};

use super::wizard::Wizard;

/// The most rows that are drawn; the filter finds the others.
const SHOWN_MAX: usize = 200;

/// The choice of machines.
#[component]
pub(super) fn MachinesStep(
    /// What is filled in.
    wizard: Wizard,
) -> impl IntoView {
    let s = use_strings();
    let is_empty = Memo::new(move |_| wizard.offer.with(|offer| offer.machines.items.is_empty()));
    let region = move || wizard.offer.with(|offer| (s.protect.region)(&offer.vault.location.name));
    let left_out = move || {
        let left_out = wizard.offer.with(|offer| offer.machines.left_out);
        (s.protect.left_out)(left_out.protected, left_out.elsewhere)
    };
    let content = move || {
        if is_empty.get() {
            view! { <Say shape=Shape::None title=s.protect.none text=s.protect.none_text/> }.into_any()
        } else {
            view! { <Choice wizard/> }.into_any()
        }
    };
    let fault = move || {
        wizard.tried.get().then(|| wizard.refusal(s)).flatten().map(|refusal| {
            view! { <p class="fault"><StatusShape shape=Shape::Failed size="small"/> {refusal}</p> }
        })
    };
    let left_behind = move || {
        let count = wizard.left_behind.get() as u64;
        (count > 0).then(|| {
            view! { <p><Status shape=Shape::Warning word=(s.protect.left_behind)(count)/></p> }
        })
    };
    view! {
        <p class="muted">{region}</p>
        {left_behind}
        {content}
        <div class="field">
            <div role="alert">{fault}</div>
            <p class="hint">{left_out}</p>
        </div>
    }
}

#[component]
fn Choice(
    /// What is filled in.
    wizard: Wizard,
) -> impl IntoView {
    let s = use_strings();
    let typed = RwSignal::new(String::new());
    let passing = Memo::new(move |_| {
        let typed = typed.get();
        wizard.offer.with(|offer| {
            let wanted = |machine: &&Machine| passes(&words_of(machine), &typed);
            offer.machines.items.iter().filter(wanted).map(|machine| entry(s, machine)).collect::<Vec<_>>()
        })
    });
    let shown = Memo::new(move |_| passing.with(|all| all.iter().take(SHOWN_MAX).cloned().collect::<Vec<_>>()));
    let hidden = move || passing.with(Vec::len).saturating_sub(SHOWN_MAX) as u64;
    let total = move || wizard.offer.with(|offer| offer.machines.items.len()) as u64;
    let select = move |()| {
        let keys: Vec<_> = shown.with_untracked(|shown| shown.iter().map(|entry| entry.key.clone()).collect());
        wizard.ticked.update(|ticked| ticked.extend(keys));
    };
    // Enter in the field narrows the list; it does not leave the step.
    let keys = |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    };
    view! {
        <div on:keydown=keys><Filter label=s.protect.filter text=typed/></div>
        <div>
            <div class="pick-head">
                <b role="status">{move || (s.protect.selected)(wizard.chosen.with(Vec::len) as u64, total())}</b>
                <span class="actions">
                    <Button kind=ButtonKind::Quiet on_press=select>{s.protect.select_shown}</Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| wizard.ticked.update(std::collections::BTreeSet::clear)>
                        {s.protect.clear}
                    </Button>
                </span>
            </div>
            <PickList label=s.protect.select entries=shown chosen=wizard.ticked/>
        </div>
        {move || shown.with(Vec::is_empty).then(|| view! { <p class="muted">{s.machines.nothing}</p> })}
        {move || (hidden() > 0).then(|| view! { <p class="muted">{(s.protect.more)(hidden())}</p> })}
    }
}

/// What the filter looks through.
fn words_of(machine: &Machine) -> String {
    format!("{} {} {}", machine.name, machine.resource_group.name, machine.host.name)
}

fn entry(s: &Strings, machine: &Machine) -> PickEntry {
    let state = match machine.presence {
        Presence::Present => (Shape::Ok, s.machines.present),
        Presence::Missing { .. } => (Shape::Warning, s.machines.missing),
        Presence::Unusable { .. } => (Shape::Failed, s.machines.unusable),
    };
    PickEntry {
        key: machine.id.to_string(),
        name: machine.name.clone(),
        about: (s.protect.on_host)(&machine.resource_group.name, &machine.host.name),
        state: (state.0, state.1.to_owned()),
        size: format!("{}, {}", (s.words.disks)(machine.disks.len() as u64), s.bytes(machine.size_bytes())),
    }
}

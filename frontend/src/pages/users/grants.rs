//! The fields of what someone may do: a role and where it counts, as often as needed.

use leptos::prelude::*;
use shared::auth::{Grant, Role, Scope};
use shared::problem::FieldReason;

use crate::i18n::{Strings, use_strings};
use crate::parts::{role, scope};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::form::Entry;
use crate::ui::icon::IconName;
use crate::ui::select::{Entries, SelectField, chosen_or_first};

/// A role and where it counts.
#[derive(Clone, Copy)]
struct GrantRow {
    /// Tells it from the others.
    number: u64,
    role: Entry<Role>,
    scope: Entry<Scope>,
}

/// The rows of a form.
#[derive(Clone, Copy)]
pub(super) struct GrantRows {
    s: &'static Strings,
    rows: RwSignal<Vec<GrantRow>>,
    next: StoredValue<u64>,
    offer: Signal<Entries>,
}

impl GrantRows {
    /// Rows of these grants; one that is empty when there are none.
    pub(super) fn new(s: &'static Strings, grants: &[Grant], offer: Signal<Entries>) -> Self {
        let rows = Self { s, rows: RwSignal::new(Vec::new()), next: StoredValue::new(1), offer };
        for grant in grants {
            rows.add(&role::key(grant.role), &scope::key(grant.scope));
        }
        if grants.is_empty() {
            rows.add("", "");
        }
        rows
    }

    fn add(self, role: &str, scope: &str) {
        let (s, offer) = (self.s, self.offer);
        let needed = move || (s.problems.field)(&FieldReason::Required);
        let chosen = move |key: &str| offer.with(|offer| scope::scope(&chosen_or_first(key, offer)?));
        let row = GrantRow {
            number: self.next.get_value(),
            role: Entry::new(role, move |key| role::role(key).ok_or_else(needed)),
            scope: Entry::new(scope, move |key| chosen(key).ok_or_else(needed)),
        };
        self.next.set_value(row.number + 1);
        self.rows.update(|rows| rows.push(row));
    }

    fn remove(self, number: u64) {
        self.rows.update(|rows| rows.retain(|row| row.number != number));
    }

    /// What the rows say; nothing while one of them is refused.
    pub(super) fn check(self) -> Option<Vec<Grant>> {
        let rows = self.rows.get_untracked();
        rows.into_iter().map(|row| Some(Grant { role: row.role.check()?, scope: row.scope.check()? })).collect()
    }
}

/// The fields of what someone may do.
#[component]
pub(super) fn GrantsField(
    /// The rows.
    rows: GrantRows,
) -> impl IntoView {
    let s = use_strings();
    let is_alone = Memo::new(move |_| rows.rows.with(|all| all.len() == 1));
    let row = move |row: GrantRow| {
        let place = Memo::new(move |_| {
            rows.rows.with(|all| all.iter().position(|one| one.number == row.number)).map_or(0, |place| place + 1)
        });
        let number = move || place.get().to_string();
        let remove = move || {
            (!is_alone.get()).then(|| {
                view! {
                    <IconButton
                        label=move || (s.users.remove_role)(&number())
                        icon=IconName::Close
                        on_press=move |()| rows.remove(row.number)
                    />
                }
            })
        };
        let hint = move || row.role.value().map_or("", |role| (s.users.role_text)(role));
        view! {
            <div class="grant" role="group" aria-label=move || (s.users.role_number)(&number())>
                <SelectField label=s.users.role hint entries=Signal::stored(role::entries(s)) entry=row.role/>
                <SelectField label=s.users.scope entries=rows.offer entry=row.scope/>
                {remove}
            </div>
        }
    };
    view! {
        <fieldset class="field">
            <legend>{s.users.access}</legend>
            <For each=move || rows.rows.get() key=|row| row.number children=row/>
            <Button kind=ButtonKind::Quiet icon=IconName::Plus on_press=move |()| rows.add("", "")>
                {s.users.add_role}
            </Button>
        </fieldset>
    }
}

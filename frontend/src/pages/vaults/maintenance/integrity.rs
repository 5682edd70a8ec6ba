//! What is proved of a vault's data, as a shape, words and figures.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::maintenance::{Maintenance, Verification};

use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::routes::Route;
use crate::ui::status::{Shape, Status};
use crate::{api, clock};

/// What the newest verification proved, for the vault's dashboard; damage that is known comes first.
#[component]
pub(in crate::pages::vaults) fn Integrity(
    /// The vault.
    id: VaultId,
) -> impl IntoView {
    let s = use_strings();
    let known = load(move || id, &[Topic::Vaults], api::maintenance::of_vault).value();
    let known = Memo::new(move |_| known.get().unwrap_or_default());
    let standing = Memo::new(move |_| known.with(|known| standing(s, known)));
    let newest = Memo::new(move |_| known.with(|known| newest(known).cloned()));
    let figures = move || newest.get().map(|newest| figures(s, &newest, clock::tick()));
    view! {
        <a href=Route::VaultMaintenance(id).path()>
            <Status
                shape=Signal::derive(move || standing.with(|standing| standing.0))
                word=move || standing.with(|standing| standing.1.clone())
            />
        </a>
        <span class="fine">{figures}</span>
    }
}

fn newest(known: &Maintenance) -> Option<&Verification> {
    [known.sample.as_ref(), known.everything.as_ref()].into_iter().flatten().max_by_key(|verification| verification.at)
}

fn standing(s: &Strings, known: &Maintenance) -> (Shape, String) {
    match (known.damaged_points, newest(known)) {
        (0, None) => (Shape::None, s.maintenance.never.to_owned()),
        (0, Some(newest)) => found(s, newest),
        (points, _) => (Shape::Failed, (s.maintenance.points_hurt)(points)),
    }
}

/// What a verification found.
pub(super) fn found(s: &Strings, verification: &Verification) -> (Shape, String) {
    match (verification.points_hurt, verification.problems) {
        (0, 0) => (Shape::Ok, s.maintenance.whole.to_owned()),
        (0, problems) => (Shape::Warning, (s.maintenance.problems)(problems)),
        (points, _) => (Shape::Failed, (s.maintenance.points_hurt)(points)),
    }
}

/// How long ago it was, and how much it read.
pub(super) fn figures(s: &Strings, verification: &Verification, now: DateTime<Utc>) -> String {
    let (read, packs) = (s.count(verification.read_packs), s.count(verification.packs));
    let read = (s.maintenance.read_packs)(&read, &packs, &s.bytes(verification.read_bytes));
    format!("{} · {read}", s.ago(verification.at, now))
}

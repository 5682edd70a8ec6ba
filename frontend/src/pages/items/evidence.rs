//! The evidence for an item: backed up, consistent, verified, each with its age.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::downgrade::Downgrade;
use shared::health::Health;
use shared::item::Item;
use shared::recovery_point::RecoveryPoint;

use super::proof::proved;
use crate::clock;
use crate::i18n::use_strings;
use crate::ui::moment::Moment;
use crate::ui::status::{Shape, Status};

/// The row of evidence.
#[component]
pub(super) fn Evidence(
    /// The item.
    item: Signal<Item>,
    /// Its newest point.
    newest: Signal<Option<RecoveryPoint>>,
) -> impl IntoView {
    let s = use_strings();
    let backed_up = Memo::new(move |_| item.with(|item| item.newest_point_at));
    let shape = Signal::derive(move || match (backed_up.get(), item.with(|item| item.health)) {
        (None, _) => Shape::None,
        (_, Health::Failed) => Shape::Failed,
        (_, Health::Overdue) => Shape::Overdue,
        _ => Shape::Ok,
    });
    let consistency = Memo::new(move |_| newest.with(|point| point.as_ref().map(|point| point.consistency)));
    let proof = Memo::new(move |_| {
        let validated_at = newest.with(|point| point.as_ref().and_then(|point| point.validated_at));
        item.with(|item| proved(s, &item.verdict, validated_at, clock::tick()))
    });
    let proof_word = move || proof.with(|proof| if proof.at.is_some() { proof.word } else { s.items.verified });
    let is_there = |there: bool| if there { Shape::Ok } else { Shape::None };
    let downgrades = Memo::new(move |_| item.with(|item| item.downgrades.clone()));
    let downgrade = move |downgrade: Downgrade| {
        let Downgrade::NotReplicated { why } = downgrade;
        view! { <li><Status shape=Shape::Warning word=(s.vaults.replication)(why)/></li> }
    };
    let consistent = move || consistency.get().map_or(s.items.not_yet, s.items.consistency);
    view! {
        <ul class="evidence" aria-label=s.items.evidence>
            <li>
                <Status shape word=s.items.backed_up/>
                <span class="age">{move || age(backed_up.get(), s.items.not_yet)}</span>
            </li>
            <li>
                <Status shape=Signal::derive(move || is_there(consistency.get().is_some())) word=s.items.consistent/>
                <span class="age">{consistent}</span>
            </li>
            <li title=move || proof.with(|proof| proof.sentence.clone())>
                <Status shape=Signal::derive(move || proof.with(|proof| proof.shape)) word=proof_word/>
                <span class="age">{move || age(proof.with(|proof| proof.at), s.items.not_yet)}</span>
            </li>
            {move || downgrades.get().into_iter().map(downgrade).collect_view()}
        </ul>
    }
}

fn age(at: Option<DateTime<Utc>>, none: &'static str) -> AnyView {
    match at {
        Some(at) => view! { <Moment at=Signal::stored(at) is_alone=true/> }.into_any(),
        None => none.into_any(),
    }
}

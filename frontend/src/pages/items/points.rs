//! The recovery points of an item.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::item::Item;
use shared::recovery_point::{Consistency, RecoveryPoint};
use uuid::Uuid;

use super::point_details::Details;
use super::proof::proved;
use crate::i18n::{Strings, use_strings};
use crate::paging::{asked, load_pages, sort};
use crate::parts::list_filters::{PERIOD, ParameterFilter, PeriodFilter, since};
use crate::parts::list_frame::{About, ListFrame};
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::icon::IconName;
use crate::ui::list::ListColumn;
use crate::ui::menu::{Menu, MenuButton, MenuLink};
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};
use crate::{api, clock};

const CONSISTENCIES: [Consistency; 3] =
    [Consistency::AppConsistent, Consistency::FileSystemConsistent, Consistency::CrashConsistent];
/// What the address may narrow the list by.
const NARROWED_BY: &[&str] = &["consistency", "verified", PERIOD];

/// Points whose details are shown.
type Opened = RwSignal<HashSet<Uuid>>;

/// The recovery points of an item.
#[component]
pub(super) fn Points(
    /// The item.
    item: Signal<Item>,
) -> impl IntoView {
    let s = use_strings();
    let id = item.with_untracked(|item| item.id);
    let opened = Opened::new(HashSet::new());
    let since = since();
    let question = move || asked(&["consistency", "verified"]).maybe("since", since.get()).maybe("sort", sort());
    let fetch = move |query| api::recovery_points::listed(id, query);
    let points = load_pages(question, &[Topic::RecoveryPoints, Topic::Items], fetch);
    let below = move |key: Uuid| {
        let point = move || points.entries().with(|all| all.iter().find(|point| point.id.uuid() == key).cloned());
        let is_open = move || opened.with(|opened| opened.contains(&key));
        (move || is_open().then(point).flatten().map(|point| view! { <Details point/> })).into_any()
    };
    view! {
        <Region title=s.items.recovery_points>
            <div class="points">
                <ListFrame
                    about=about(s)
                    fetched=points.rows(|point| point.id.uuid(), move |point| point_cells(point, opened))
                    filters=|| view! { <Filters/> }
                    below=below
                    empty=move || view! { <p class="muted">{s.items.no_point} " " {s.items.no_points_text}</p> }
                />
            </div>
        </Region>
    }
}

fn about(s: &Strings) -> About {
    About {
        label: s.items.recovery_points,
        name: "points",
        columns: vec![
            ListColumn::name(s.items.time).sorts("taken"),
            ListColumn::text(s.items.consistency_label).key("consistency"),
            ListColumn::number(s.items.new_data).sorts("new_data").key("new"),
            ListColumn::number(s.items.stored).sorts("stored").key("stored").leaves(3),
            ListColumn::text(s.items.expires).sorts("expires").key("expires").leaves(2),
            ListColumn::text(s.items.proof).key("proof"),
            ListColumn::actions(s.words.actions),
        ],
        first_sort: "-taken",
        narrowed_by: NARROWED_BY,
        looks_through: None,
    }
}

#[component]
fn Filters() -> impl IntoView {
    let s = use_strings();
    let consistency = |one: Consistency| (format!("{one:?}"), (s.items.consistency)(one).to_owned());
    let verified = [("true", s.items.verified), ("false", s.items.not_yet)];
    let verified = verified.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec();
    view! {
        <ParameterFilter
            name="consistency"
            label=s.items.consistency_label
            entries=Signal::stored(CONSISTENCIES.map(consistency).to_vec())
        />
        <ParameterFilter name="verified" label=s.items.proof entries=Signal::stored(verified)/>
        <PeriodFilter/>
    }
}

fn point_cells(point: Signal<RecoveryPoint>, opened: Opened) -> Vec<AnyView> {
    let s = use_strings();
    let taken = Memo::new(move |_| point.with(|point| point.taken_at));
    let time = move || {
        let at = taken.get();
        view! { <time datetime=clock::iso(at) title=s.moment_long(at)>{s.moment(at)}</time> }
    };
    let consistency = move || (s.items.consistency)(point.with(|point| point.consistency));
    let expires = move || {
        let (at, on_hold) = point.with(|point| (point.expires_at, point.on_hold));
        let word = if on_hold { s.resume.on_hold.to_owned() } else { s.moment(at) };
        view! { <time datetime=clock::iso(at) title=ends(s, at, on_hold)>{word}</time> }
    };
    // When it was taken stands beside: how long ago says nothing more when it is pointed at.
    let ago = move || s.ago(taken.get(), clock::tick());
    vec![
        view! { <span tabindex="-1">{time} " " <small class="quiet">{ago}</small></span> }.into_any(),
        view! { <Status shape=Shape::Ok word=consistency/> }.into_any(),
        (move || s.bytes(point.with(|point| point.new_bytes))).into_any(),
        (move || s.bytes(point.with(|point| point.stored_bytes))).into_any(),
        expires.into_any(),
        view! { <Proof point/> }.into_any(),
        view! { <PointMenu point opened/> }.into_any(),
    ]
}

/// Until when a point is kept, in full.
pub(super) fn ends(s: &Strings, at: DateTime<Utc>, on_hold: bool) -> String {
    let end = s.moment_long(at);
    if on_hold { (s.resume.after_hold)(&end) } else { end }
}

#[component]
fn Proof(
    /// The point.
    point: Signal<RecoveryPoint>,
) -> impl IntoView {
    let s = use_strings();
    let proof = Memo::new(move |_| point.with(|point| proved(s, &point.verdict, point.validated_at, clock::tick())));
    let shape = Signal::derive(move || proof.with(|proof| proof.shape));
    let title = move || proof.with(|proof| proof.sentence.clone());
    view! { <span title=title><Status shape word=move || proof.with(|proof| proof.word)/></span> }
}

#[component]
fn PointMenu(
    /// The point.
    point: Signal<RecoveryPoint>,
    /// Points whose details are shown.
    opened: Opened,
) -> impl IntoView {
    let s = use_strings();
    let (id, item, job) = point.with_untracked(|point| (point.id, point.item_id, point.job_id));
    let session = use_session();
    let restore = untrack(move || session.may(Permission::Restore)).then(|| {
        view! {
            <MenuLink href=Route::Restore(item).with("point", &id.to_string()) icon=IconName::Restore>
                {s.restore.command}
            </MenuLink>
        }
    });
    let key = id.uuid();
    let word = move || if opened.with(|opened| opened.contains(&key)) { s.items.hide_details } else { s.items.details };
    let toggle = move |()| {
        opened.update(|opened| {
            if !opened.remove(&key) {
                opened.insert(key);
            }
        });
    };
    view! {
        <Menu label=move || (s.words.more_actions)(&s.moment(point.with(|point| point.taken_at)))>
            {restore}
            <MenuButton on_press=toggle icon=IconName::File>{word}</MenuButton>
            {job.map(|job| view! {
                <MenuLink href=Route::Job(job).path() icon=IconName::Job>{s.items.see_job}</MenuLink>
            })}
        </Menu>
    }
}

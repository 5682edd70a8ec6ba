//! The recovery points of an item, newest first.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::downgrade::Downgrade;
use shared::item::Item;
use shared::recovery_point::RecoveryPoint;

use super::page::PointList;
use crate::clock;
use crate::i18n::use_strings;
use crate::parts::load::Load;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::copy::CopyButton;
use crate::ui::each::Each;
use crate::ui::icon::IconName;
use crate::ui::menu::{Menu, MenuButton, MenuLink};
use crate::ui::moment::Moment;
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

/// The recovery points of an item.
#[component]
pub(super) fn Points(
    /// The item.
    item: Signal<Item>,
    /// Its points.
    points: PointList,
) -> impl IntoView {
    let s = use_strings();
    let count = Memo::new(move |_| item.with(|item| item.recovery_points));
    let note = move || match count.get() {
        0 => String::new(),
        count => (s.items.newest_first)(&(s.items.points)(count)),
    };
    view! {
        <Region title=s.items.recovery_points note>
            <Load from=points let:points>
                {move || if points.with(Vec::is_empty) {
                    view! { <p class="muted">{s.items.no_point} " " {s.items.no_points_text}</p> }.into_any()
                } else {
                    view! { <PointTable points/> }.into_any()
                }}
            </Load>
        </Region>
    }
}

#[component]
fn PointTable(
    /// The points.
    points: Signal<Vec<RecoveryPoint>>,
) -> impl IntoView {
    let s = use_strings();
    let columns = vec![
        Column::name(s.items.time),
        Column::text(s.items.consistency_label),
        Column::number(s.items.new_data),
        Column::number(s.items.stored).leaves(3),
        Column::text(s.items.expires).leaves(2),
        Column::text(s.items.proof),
        Column::actions(s.words.actions),
    ];
    view! {
        <div class="points">
            <Table label=s.items.recovery_points columns>
                <Each entries=points key=|point| point.id let:point>
                    <PointRow point/>
                </Each>
            </Table>
        </div>
    }
}

#[component]
fn PointRow(
    /// The point.
    point: Signal<RecoveryPoint>,
) -> impl IntoView {
    let s = use_strings();
    let is_open = RwSignal::new(false);
    let taken = Memo::new(move |_| point.with(|point| point.taken_at));
    let time = move || {
        let at = taken.get();
        view! { <time datetime=clock::iso(at) title=s.moment_long(at)>{s.moment(at)}</time> }
    };
    let consistency = move || (s.items.consistency)(point.with(|point| point.consistency));
    view! {
        <Row>
            <Cell kind=CellKind::Name>
                <span>{time} " " <small class="quiet"><Moment at=taken/></small></span>
            </Cell>
            <Cell><Status shape=Shape::Ok word=consistency/></Cell>
            <Cell kind=CellKind::Number label=s.items.new_data>{move || s.bytes(point.with(|point| point.new_bytes))}</Cell>
            <Cell kind=CellKind::Number label=s.items.stored leaves=3>
                {move || s.bytes(point.with(|point| point.stored_bytes))}
            </Cell>
            <Cell label=s.items.expires leaves=2>
                {move || {
                    let at = point.with(|point| point.expires_at);
                    view! { <time datetime=clock::iso(at) title=s.moment_long(at)>{s.moment(at)}</time> }
                }}
            </Cell>
            <Cell><Proof point/></Cell>
            <Cell kind=CellKind::Actions><PointMenu point is_open/></Cell>
        </Row>
        {move || is_open.get().then(|| view! { <Details point/> })}
    }
}

#[component]
fn Proof(
    /// The point.
    point: Signal<RecoveryPoint>,
) -> impl IntoView {
    let s = use_strings();
    let checked = Memo::new(move |_| point.with(|point| point.validated_at));
    let shape = Signal::derive(move || if checked.get().is_some() { Shape::Ok } else { Shape::None });
    let word = move || if checked.get().is_some() { s.items.verified } else { s.items.not_yet };
    let title = move || checked.get().map(|at| (s.items.verified_ago)(&s.ago(at, clock::tick())));
    view! { <span title=title><Status shape word/></span> }
}

#[component]
fn PointMenu(
    /// The point.
    point: Signal<RecoveryPoint>,
    /// Whether its details are shown.
    is_open: RwSignal<bool>,
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
    let word = move || if is_open.get() { s.items.hide_details } else { s.items.details };
    view! {
        <Menu label=move || (s.words.more_actions)(&s.moment(point.with(|point| point.taken_at)))>
            {restore}
            <MenuButton on_press=move |()| is_open.update(|open| *open = !*open) icon=IconName::File>{word}</MenuButton>
            <MenuLink href=Route::Job(job).path() icon=IconName::Job>{s.items.see_job}</MenuLink>
        </Menu>
    }
}

/// What else there is to know of a point, in a row of its own below it.
#[component]
fn Details(
    /// The point.
    point: Signal<RecoveryPoint>,
) -> impl IntoView {
    let s = use_strings();
    let snapshot = Signal::derive(move || point.with(|point| point.snapshot.clone()));
    let disks = move || {
        point.with(|point| {
            let disk = |disk: &shared::recovery_point::PointDisk| format!("{} {}", disk.name, s.bytes(disk.size_bytes));
            point.disks.iter().map(disk).collect::<Vec<_>>().join(", ")
        })
    };
    let downgrades = move || {
        let told = |downgrade: &Downgrade| {
            let Downgrade::NotReplicated { why } = downgrade;
            view! { <dt>{s.vaults.redundancy}</dt><dd><Status shape=Shape::Warning word=(s.vaults.replication)(*why)/></dd> }
        };
        point.with(|point| point.downgrades.iter().map(told).collect_view())
    };
    view! {
        <tr role="row" class="details">
            <td role="cell" colspan="7">
                <dl class="facts">
                    <dt>{s.items.snapshot}</dt>
                    <dd class="copyable"><code>{snapshot}</code> <CopyButton text=snapshot/></dd>
                    <dt>{s.machines.disks}</dt><dd>{disks}</dd>
                    <dt>{s.items.read}</dt><dd>{move || s.bytes(point.with(|point| point.read_bytes))}</dd>
                    <dt>{s.items.stored}</dt><dd>{move || s.bytes(point.with(|point| point.stored_bytes))}</dd>
                    {downgrades}
                    <dt>{s.items.expires}</dt><dd>{move || s.moment_long(point.with(|point| point.expires_at))}</dd>
                </dl>
            </td>
        </tr>
    }
}

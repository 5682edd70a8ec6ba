//! The list of hosts, each with a button that looks at it now.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::host::{Host, HostKind, HostState};

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::parts::trouble::FailureBox;
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::status::{Shape, Status};
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::ui::toast::use_toasts;

/// The list of hosts.
#[component]
pub(crate) fn HostsPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let hosts = load(|| (), &[Topic::Hosts], |()| api::hosts::all());
    let add = move || {
        session.may(Permission::ManageInventory).then(|| {
            view! {
                <ButtonLink href=Route::AddHost.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.hosts.add}
                </ButtonLink>
            }
        })
    };
    view! {
        <PageFrame>
            <PageHead title=s.hosts.title intro=s.hosts.intro>{add}</PageHead>
            <Load from=hosts let:hosts>
                {move || if hosts.with(Vec::is_empty) {
                    view! { <Empty icon=IconName::Host title=s.hosts.empty text=s.hosts.empty_text/> }.into_any()
                } else {
                    view! { <HostTable hosts/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

#[component]
fn HostTable(
    /// The hosts.
    hosts: Signal<Vec<Host>>,
) -> impl IntoView {
    let s = use_strings();
    let discovering = Sending::new();
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.words.status),
        Column::text(s.hosts.folder).leaves(2),
        Column::text(s.words.location).leaves(3),
        Column::number(s.hosts.machines),
        Column::actions(s.words.actions),
    ];
    view! {
        <FailureBox failure=discovering.failure()/>
        <Table label=s.hosts.title columns>
            <Each entries=hosts key=|host| host.id let:host>
                <HostRow host discovering/>
            </Each>
        </Table>
    }
}

#[component]
fn HostRow(
    /// The host.
    host: Signal<Host>,
    /// The look that is under way, one at a time.
    discovering: Sending,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let may = use_session().may(Permission::ManageInventory);
    let folder = move || {
        host.with(|host| match &host.kind {
            HostKind::DiskImages { folder } => folder.clone(),
        })
    };
    let discover = move |()| {
        let id = host.with_untracked(|host| host.id);
        discovering.start(api::hosts::discover(id), move |host| {
            toasts.say((s.hosts.discovered)(&host.name, &(s.words.machines)(host.machines)));
        });
    };
    let button = move || {
        view! {
            <Button icon=IconName::Refresh off=discovering.busy() on_press=discover>
                {s.hosts.discover}
                <span class="unseen">{move || host.get().name}</span>
            </Button>
        }
    };
    view! {
        <Row>
            <Cell kind=CellKind::Name>{move || host.get().name}</Cell>
            <Cell><HostStatus host/></Cell>
            <Cell label=s.hosts.folder leaves=2><code>{folder}</code></Cell>
            <Cell label=s.words.location leaves=3>{move || host.get().location.name}</Cell>
            <Cell kind=CellKind::Number label=s.hosts.machines>{move || s.count(host.with(|host| host.machines))}</Cell>
            <Cell kind=CellKind::Actions>{may.then(button)}</Cell>
        </Row>
    }
}

#[component]
fn HostStatus(
    /// The host.
    host: Signal<Host>,
) -> impl IntoView {
    let s = use_strings();
    let state = Memo::new(move |_| host.with(|host| host.state.clone()));
    let shape = Signal::derive(move || match state.get() {
        HostState::New => Shape::Pending,
        HostState::Reachable { .. } => Shape::Ok,
        HostState::Unreachable { .. } => Shape::Failed,
    });
    let word = move || match state.get() {
        HostState::New => s.hosts.new,
        HostState::Reachable { .. } => s.hosts.reachable,
        HostState::Unreachable { .. } => s.hosts.unreachable,
    };
    let reason = move || match state.get() {
        HostState::New => String::new(),
        HostState::Reachable { at } => s.ago(at, crate::clock::tick()),
        HostState::Unreachable { code, .. } => (s.problems.title)(code).to_owned(),
    };
    view! { <Status shape word reason/> }
}

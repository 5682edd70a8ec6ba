//! The list of resource groups.

use std::collections::HashMap;

use leptos::prelude::*;
use shared::auth::Permission;
use shared::event::Topic;
use shared::id::SubscriptionId;
use shared::resource_group::ResourceGroup;
use shared::subscription::Subscription;

use super::of_points::GroupsOfPoints;
use crate::api::{self, Failure};
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::routes::Route;
use crate::session::use_session;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

type Data = (Vec<ResourceGroup>, Vec<Subscription>);

async fn fetch() -> Result<Data, Failure> {
    Ok((api::resource_groups::all().await?, api::subscriptions::all().await?))
}

/// The list of resource groups.
#[component]
pub(crate) fn ResourceGroupsPage() -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let data = load(|| (), &[Topic::ResourceGroups], |()| fetch());
    let create = move || {
        session.may(Permission::ManageInventory).then(|| {
            view! {
                <ButtonLink href=Route::CreateResourceGroup.path() kind=ButtonKind::Primary icon=IconName::Plus>
                    {s.words.create}
                </ButtonLink>
            }
        })
    };
    view! {
        <PageFrame>
            <PageHead title=s.resource_groups.title intro=s.resource_groups.intro>{create}</PageHead>
            <Load from=data let:data>
                {move || if data.with(|(groups, _)| groups.is_empty()) {
                    view! { <Empty icon=IconName::Group title=s.resource_groups.empty text=s.resource_groups.empty_text/> }
                        .into_any()
                } else {
                    view! { <GroupTable data/> }.into_any()
                }}
            </Load>
            <GroupsOfPoints/>
        </PageFrame>
    }
}

#[component]
fn GroupTable(
    /// The groups and the subscriptions.
    data: Signal<Data>,
) -> impl IntoView {
    let s = use_strings();
    let groups = Memo::new(move |_| data.with(|(groups, _)| groups.clone()));
    let names = Memo::new(move |_| {
        let name = |subscription: &Subscription| (subscription.id, subscription.name.clone());
        data.with(|(_, subscriptions)| subscriptions.iter().map(name).collect::<HashMap<SubscriptionId, String>>())
    });
    let subscription = move |id| names.with(|names| names.get(&id).cloned()).unwrap_or_default();
    view! {
        <Table
            label=s.resource_groups.title
            columns=vec![Column::name(s.words.name), Column::text(s.words.subscription)]
        >
            <Each entries=groups key=|group| group.id let:group>
                <Row>
                    <Cell kind=CellKind::Name>{move || group.get().name}</Cell>
                    <Cell label=s.words.subscription>{move || subscription(group.with(|it| it.subscription_id))}</Cell>
                </Row>
            </Each>
        </Table>
    }
}

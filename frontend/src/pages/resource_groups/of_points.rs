//! The virtual groups that restore point collections are in, once there is a point.

use leptos::html;
use leptos::prelude::*;
use shared::event::Topic;
use shared::resource_group::CollectionGroup;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::point_groups::GROUP;
use crate::ui::each::Each;
use crate::ui::region::Region;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};
use crate::{api, navigation};

/// The groups of restore points; nothing while there is none.
#[component]
pub(super) fn GroupsOfPoints() -> impl IntoView {
    let groups = load(|| (), &[Topic::Vaults], |()| api::resource_groups::of_points()).value();
    let groups = Memo::new(move |_| groups.get().unwrap_or_default());
    let is_there = Memo::new(move |_| groups.with(|groups| !groups.is_empty()));
    move || is_there.get().then(|| view! { <Shown groups/> })
}

#[component]
fn Shown(
    /// The groups.
    groups: Memo<Vec<CollectionGroup>>,
) -> impl IntoView {
    let s = use_strings();
    let columns =
        vec![Column::name(s.words.name), Column::text(s.words.location), Column::number(s.resource_groups.collections)];
    view! {
        <Region title=s.resource_groups.of_points>
            <p class="muted">{s.resource_groups.of_points_text}</p>
            <Table label=s.resource_groups.of_points columns>
                <Each entries=groups key=|group| group.name.clone() let:group>
                    <Row>
                        <Cell kind=CellKind::Name><GroupName name=group.get_untracked().name/></Cell>
                        <Cell label=s.words.location>{move || group.get().location.name}</Cell>
                        <Cell kind=CellKind::Number label=s.resource_groups.collections>
                            {move || s.count(group.with(|group| group.collections))}
                        </Cell>
                    </Row>
                </Each>
            </Table>
        </Region>
    }
}

/// The name of a group; an address that names it leads to it.
#[component]
fn GroupName(
    /// The name.
    name: String,
) -> impl IntoView {
    let own = name.clone();
    let is_asked = Memo::new(move |_| navigation::page().parameter(GROUP).is_some_and(|asked| asked == own));
    let place = NodeRef::<html::Mark>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            place.scroll_into_view();
        }
    });
    move || {
        let name = name.clone();
        if is_asked.get() { view! { <mark node_ref=place>{name}</mark> }.into_any() } else { name.into_any() }
    }
}

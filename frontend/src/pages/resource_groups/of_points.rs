//! The virtual groups that restore point collections are in, once there is a point.

use leptos::prelude::*;
use shared::event::Topic;
use shared::resource_group::CollectionGroup;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::ui::each::Each;
use crate::ui::region::Region;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

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
                        <Cell kind=CellKind::Name>{move || group.get().name}</Cell>
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

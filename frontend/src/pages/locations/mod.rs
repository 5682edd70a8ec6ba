//! The list of locations. They are named in `cofre.toml`, so nothing is made here.

use leptos::prelude::*;
use shared::event::Topic;
use shared::location::Location;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::parts::page_frame::PageFrame;
use crate::ui::each::Each;
use crate::ui::empty::Empty;
use crate::ui::icon::IconName;
use crate::ui::page_head::PageHead;
use crate::ui::table::{Cell, CellKind, Column, Row, Table};

/// The list of locations.
#[component]
pub(crate) fn LocationsPage() -> impl IntoView {
    let s = use_strings();
    let locations = load(|| (), &[Topic::Locations], |()| api::locations::all());
    view! {
        <PageFrame>
            <PageHead title=s.locations.title intro=s.locations.intro/>
            <Load from=locations let:locations>
                {move || if locations.with(Vec::is_empty) {
                    view! { <Empty icon=IconName::Location title=s.locations.empty text=s.locations.empty_text/> }.into_any()
                } else {
                    view! { <LocationTable locations/> }.into_any()
                }}
            </Load>
        </PageFrame>
    }
}

#[component]
fn LocationTable(
    /// The locations.
    locations: Signal<Vec<Location>>,
) -> impl IntoView {
    let s = use_strings();
    let columns = vec![
        Column::name(s.words.name),
        Column::text(s.locations.storage_root),
        Column::number(s.locations.free),
        Column::number(s.locations.capacity),
    ];
    let size = move |bytes: Option<u64>| bytes.map_or_else(|| s.words.unknown.to_owned(), |bytes| s.bytes(bytes));
    view! {
        <Table label=s.locations.title columns>
            <Each entries=locations key=|location| location.id let:location>
                <Row>
                    <Cell kind=CellKind::Name>{move || location.get().name}</Cell>
                    <Cell label=s.locations.storage_root><code>{move || location.get().storage_root}</code></Cell>
                    <Cell kind=CellKind::Number label=s.locations.free>{move || size(location.with(|it| it.free_bytes))}</Cell>
                    <Cell kind=CellKind::Number label=s.locations.capacity>
                        {move || size(location.with(|it| it.capacity_bytes))}
                    </Cell>
                </Row>
            </Each>
        </Table>
    }
}

//! A table of one line a row, whose rows become cards where there is no room.
//!
//! ```ignore
//! <Table label=s.title columns=vec![Column::name(s.name), Column::number(s.size).leaves(2), Column::actions(s.actions)]>
//!     <Each entries key=|host| host.id let:host>
//!         <Row>
//!             <Cell kind=CellKind::Name>…</Cell>
//!             <Cell kind=CellKind::Number label=s.size leaves=2>…</Cell>
//!             <Cell kind=CellKind::Actions>…</Cell>
//!         </Row>
//!     </Each>
//! </Table>
//! ```

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// What stands in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CellKind {
    /// A text.
    #[default]
    Text,
    /// The name of the row, which leads.
    Name,
    /// A figure, aligned at the end.
    Number,
    /// A state with its reason, which needs room.
    State,
    /// The commands of the row, at the end.
    Actions,
}

impl CellKind {
    pub(super) const fn word(self) -> &'static str {
        match self {
            CellKind::Text => "text",
            CellKind::Name => "name",
            CellKind::Number => "number",
            CellKind::State => "state",
            CellKind::Actions => "actions",
        }
    }
}

/// The head of a column.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    title: &'static str,
    kind: CellKind,
    leaves: u8,
}

impl Column {
    /// A column of names.
    pub(crate) const fn name(title: &'static str) -> Self {
        Self { title, kind: CellKind::Name, leaves: 0 }
    }

    /// A column of texts.
    pub(crate) const fn text(title: &'static str) -> Self {
        Self { title, kind: CellKind::Text, leaves: 0 }
    }

    /// A column of figures.
    pub(crate) const fn number(title: &'static str) -> Self {
        Self { title, kind: CellKind::Number, leaves: 0 }
    }

    /// The column of commands; its title is for screen readers.
    pub(crate) const fn actions(title: &'static str) -> Self {
        Self { title, kind: CellKind::Actions, leaves: 0 }
    }

    /// The column leaves when room gets scarce: 3 first, then 2. Its cells carry the same number.
    pub(crate) const fn leaves(mut self, order: u8) -> Self {
        self.leaves = order;
        self
    }
}

/// A table.
#[component]
pub(crate) fn Table(
    /// What it lists, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// Its columns.
    columns: Vec<Column>,
    /// Its rows.
    children: Children,
) -> impl IntoView {
    let head = columns.into_iter().map(|column| {
        let title = match column.kind {
            CellKind::Actions => view! { <span class="unseen">{column.title}</span> }.into_any(),
            _ => column.title.into_any(),
        };
        view! {
            <th scope="col" role="columnheader" data-cell=column.kind.word() data-leave=order(column.leaves)>{title}</th>
        }
    });
    view! {
        <div class="table-frame"><table class="table" role="table" aria-label=move || label.get().into_owned()>
            <thead role="rowgroup"><tr role="row">{head.collect_view()}</tr></thead>
            <tbody role="rowgroup">{children()}</tbody>
        </table></div>
    }
}

/// A row of a table. The roles are said aloud because cards are no table to a browser.
#[component]
pub(crate) fn Row(
    /// Its cells.
    children: Children,
) -> impl IntoView {
    view! { <tr role="row">{children()}</tr> }
}

/// A cell of a row.
#[component]
pub(crate) fn Cell(
    /// What stands in it.
    #[prop(optional)]
    kind: CellKind,
    /// The column's title, which stands before it on a card.
    #[prop(optional, into)]
    label: Option<&'static str>,
    /// As of its column.
    #[prop(optional)]
    leaves: u8,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <td role="cell" data-cell=kind.word() data-label=label data-leave=order(leaves)>{children()}</td>
    }
}

fn order(leaves: u8) -> Option<String> {
    (leaves > 0).then(|| leaves.to_string())
}

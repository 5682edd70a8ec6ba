//! The pieces of an article as elements. Nothing that was sent is ever read as markup.

use leptos::prelude::*;
use shared::help::{Block, BlockKind, Cell, Span, SpanStyle};

/// The pieces of an article.
#[component]
pub(super) fn Blocks(
    /// The pieces, in their order.
    blocks: Vec<Block>,
) -> impl IntoView {
    blocks.into_iter().map(block).collect_view()
}

fn block(block: Block) -> AnyView {
    let Block { kind, rows } = block;
    match kind {
        BlockKind::Heading => view! { <h2>{only(rows)}</h2> }.into_any(),
        BlockKind::Paragraph => view! { <p>{only(rows)}</p> }.into_any(),
        BlockKind::Code => view! { <pre tabindex="0"><code>{only(rows)}</code></pre> }.into_any(),
        BlockKind::Bullets => view! { <ul>{entries(rows)}</ul> }.into_any(),
        BlockKind::Steps => view! { <ol>{entries(rows)}</ol> }.into_any(),
        BlockKind::Table => table(rows),
    }
}

/// The one cell of a piece that has no rows.
fn only(rows: Vec<Vec<Cell>>) -> Vec<AnyView> {
    rows.into_iter().flatten().flatten().map(span).collect()
}

fn entries(rows: Vec<Vec<Cell>>) -> Vec<AnyView> {
    let entry = |row: Vec<Cell>| {
        let spans: Vec<_> = row.into_iter().flatten().map(span).collect();
        view! { <li>{spans}</li> }.into_any()
    };
    rows.into_iter().map(entry).collect()
}

fn table(rows: Vec<Vec<Cell>>) -> AnyView {
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default().into_iter().map(|cell| {
        let spans: Vec<_> = cell.into_iter().map(span).collect();
        view! { <th scope="col">{spans}</th> }
    });
    let body = rows.map(|row| {
        let cells = row.into_iter().map(|cell| {
            let spans: Vec<_> = cell.into_iter().map(span).collect();
            view! { <td>{spans}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="sheet" tabindex="0">
            <table>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{body.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn span(span: Span) -> AnyView {
    let Span { style, text, to } = span;
    match style {
        SpanStyle::Strong => view! { <strong>{text}</strong> }.into_any(),
        SpanStyle::Code => view! { <code>{text}</code> }.into_any(),
        SpanStyle::Link if to.starts_with('/') || to.starts_with("https://") => {
            view! { <a href=to>{text}</a> }.into_any()
        }
        SpanStyle::Plain | SpanStyle::Link => text.into_any(),
    }
}

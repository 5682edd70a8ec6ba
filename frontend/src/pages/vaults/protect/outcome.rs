//! What came of it: of each machine, and first of those that are not protected.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::routes::Route;
use crate::ui::say::Say;
use crate::ui::status::{Shape, Status};

use super::wizard::{Line, Wizard};

/// What came of it.
#[component]
pub(super) fn OutcomeStep(
    /// What was filled in.
    wizard: Wizard,
) -> impl IntoView {
    let s = use_strings();
    let lines = wizard.lines.get_untracked();
    let refused = lines.iter().filter(|line| line.result.is_err()).count() as u64;
    let enabled = lines.len() as u64 - refused;
    let row = move |line: Line| match line.result {
        Ok(item) => view! {
            <li>
                <a class="strong" href=Route::Item(item).path()>{line.name}</a>
                <Status shape=Shape::Pending word=s.protect.enabled_one reason=s.items.initial_pending/>
            </li>
        }
        .into_any(),
        Err(problem) => view! {
            <li>
                <span class="strong">{line.name}</span>
                <Status shape=Shape::Failed word=(s.problems.title)(problem.code)/>
                <span class="fine muted">{(s.problems.next_step)(problem.code)}</span>
            </li>
        }
        .into_any(),
    };
    view! {
        <div class="outcomes" role="status">
            {(refused > 0).then(|| view! {
                <h4><Status shape=Shape::Failed word=(s.protect.refused)(refused)/></h4>
            })}
            {(enabled > 0).then(|| view! {
                <Say shape=Shape::Pending title=(s.protect.enabled)(enabled) text=s.machines.enable_note/>
            })}
            <ul>{lines.into_iter().map(row).collect_view()}</ul>
        </div>
    }
}

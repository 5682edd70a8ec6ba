//! Failures and problems in the reader's words.

use leptos::prelude::*;
use shared::problem::{Code, FieldReason, Problem};

use crate::api::Failure;
use crate::i18n::{Strings, use_strings};
use crate::ui::form::Entry;
use crate::ui::problem::{ProblemBox, Trouble};

/// What there is to say of a failed request.
pub(crate) fn of_failure(s: &Strings, failure: &Failure) -> Trouble {
    match failure {
        Failure::Problem(problem) => of_problem(s, problem),
        Failure::Unreachable => plain(s.problems.unreachable, s.problems.unreachable_step),
        Failure::Unreadable => plain(s.problems.unreadable, s.problems.unreadable_step),
    }
}

/// What there is to say of a code: of a job, of a host. The cause is untrusted text.
pub(crate) fn of_code(s: &Strings, code: Code, cause: Option<String>) -> Trouble {
    Trouble {
        what: (s.problems.title)(code).to_owned(),
        code: Some(code.as_str()),
        why: cause,
        steps: vec![(s.problems.next_step)(code).to_owned()],
        trace: None,
    }
}

fn of_problem(s: &Strings, problem: &Problem) -> Trouble {
    let trace = problem.trace_id.as_ref().map(|trace| (s.problems.trace)(trace));
    Trouble { trace, ..of_code(s, problem.code, problem.detail.clone()) }
}

fn plain(what: &str, step: &str) -> Trouble {
    Trouble { what: what.to_owned(), steps: vec![step.to_owned()], ..Trouble::default() }
}

/// The box of a failed request, while there is one.
#[component]
pub(crate) fn FailureBox(
    /// Why it failed.
    #[prop(into)]
    failure: Signal<Option<Failure>>,
) -> impl IntoView {
    let s = use_strings();
    move || failure.get().map(|failure| view! { <ProblemBox trouble=of_failure(s, &failure)/> })
}

/// Puts what the server has against a field below that field: `field` is its name in the request.
pub(crate) fn refuse<T>(s: &Strings, failure: &Failure, field: &str, entry: Entry<T>)
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let Failure::Problem(problem) = failure else { return };
    let named = problem.errors.iter().find(|error| error.field == field).map(|error| &error.reason);
    let taken = (problem.code == Code::NameTaken && field == "name").then_some(&FieldReason::Taken);
    if let Some(reason) = named.or(taken) {
        entry.refuse((s.problems.field)(reason));
    }
}

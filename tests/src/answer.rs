//! An answer of the server, and what a test wants of it.

use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use shared::problem::{Code, FieldProblem, FieldReason, Problem};

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub text: String,
}

impl Answer {
    /// Sends the request and reads the answer.
    pub(crate) async fn to(request: reqwest::RequestBuilder) -> Self {
        let response = request.send().await.expect("the server answers");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, text: response.text().await.expect("the answer has an end") }
    }

    /// The body of an answer with this status.
    #[track_caller]
    pub fn body<T: DeserializeOwned>(&self, status: u16) -> T {
        assert_eq!(self.status, status, "{}", self.text);
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The answer has this status and nothing else matters.
    #[track_caller]
    pub fn is(&self, status: u16) {
        assert_eq!(self.status, status, "{}", self.text);
    }

    /// The problem of this code, in the form of every problem.
    #[track_caller]
    pub fn problem(&self, code: Code) -> Problem {
        let problem: Problem = serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no problem: {self:?}"));
        assert_eq!(problem.code, code, "{}", self.text);
        assert_eq!((self.status, problem.status), (code.status(), code.status()));
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert!(!problem.title.is_empty() && !problem.next_step.is_empty());
        problem
    }

    /// The problem of this code names this field, for this reason, and no other.
    #[track_caller]
    pub fn field(&self, code: Code, field: &str, reason: FieldReason) {
        let problem = self.problem(code);
        assert_eq!(problem.errors, [FieldProblem { field: field.to_owned(), reason }]);
    }

    /// A header's text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

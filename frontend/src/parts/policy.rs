//! A policy in words, and the notice that its schedule is not followed yet.

use leptos::prelude::*;
use shared::policy::{ON_DEMAND_DAYS, Policy, RangeLine, Schedule};

use crate::i18n::{Strings, use_strings};
use crate::ui::say::Say;
use crate::ui::status::Shape;

/// When a policy takes points: "Daily at 02:00, Europe/Stockholm".
pub(crate) fn schedule_words(s: &Strings, policy: &Policy) -> String {
    match policy.schedule {
        Schedule::Hourly(_) => (s.policies.hourly)(&policy.time_zone),
        Schedule::Daily { at } => (s.policies.daily_at)(&at.to_string(), &policy.time_zone),
        Schedule::Weekly { at, .. } => (s.policies.weekly_at)(&at.to_string(), &policy.time_zone),
    }
}

/// How long a policy keeps points: "Kept for 30 days".
pub(crate) fn retention_words(s: &Strings, policy: &Policy) -> String {
    let mut lines = policy.retention.lines();
    match (lines.next(), lines.next()) {
        (None, _) => s.policies.kept_for_ever.to_owned(),
        (Some(RangeLine::Daily(days)), None) => (s.policies.kept_days)(days.get().into()),
        _ => s.policies.kept_in_ranges.to_owned(),
    }
}

/// What a policy says, as pairs of label and value.
#[component]
pub(crate) fn PolicyFacts(
    /// The policy.
    #[prop(into)]
    policy: Signal<Policy>,
) -> impl IntoView {
    let s = use_strings();
    view! {
        <dl class="facts">
            <dt>{s.policies.schedule}</dt>
            <dd>{move || policy.with(|policy| schedule_words(s, policy))}</dd>
            <dt>{s.policies.retention}</dt>
            <dd>{move || policy.with(|policy| retention_words(s, policy))}</dd>
            <dt>{s.items.backup_now}</dt>
            <dd>{(s.policies.on_demand)(u64::from(ON_DEMAND_DAYS))}</dd>
            <dt>{s.policies.time_zone}</dt>
            <dd>{move || policy.with(|policy| policy.time_zone.clone())}</dd>
        </dl>
    }
}

/// Says that points are taken by Backup now only.
#[component]
pub(crate) fn NoSchedules() -> impl IntoView {
    let s = use_strings();
    view! { <Say shape=Shape::Warning title=s.policies.no_schedules text=s.policies.no_schedules_text/> }
}

//! The verdict over everything, in one sentence and one shape.

use shared::health::Health;
use shared::overview::Overview;

use crate::i18n::Strings;
use crate::parts::state::health_shape;
use crate::ui::status::Shape;

/// The shape of the worst machine, or of having nothing.
pub(crate) fn worst(overview: &Overview) -> Shape {
    let verdict = overview.verdict();
    match verdict.worst() {
        None | Some(Health::Healthy) if !verdict.unprotected.is_empty() || verdict.machines == 0 => Shape::None,
        worst => health_shape(worst),
    }
}

/// The verdict in one sentence.
pub(crate) fn headline(s: &Strings, overview: &Overview) -> String {
    let verdict = overview.verdict();
    let (protected, all) = (verdict.protected as u64, verdict.machines as u64);
    match (protected, all) {
        (_, 0) if overview.vaults.is_empty() => s.overview.nothing.to_owned(),
        (_, 0) => s.overview.no_machines.to_owned(),
        (0, all) => (s.overview.no_machine)(all),
        (protected, all) if protected == all => (s.overview.every)(all),
        (protected, all) => (s.overview.some)(protected, all),
    }
}

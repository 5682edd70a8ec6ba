//! The verdict over everything, in one sentence and one shape.

use shared::health::Health;
use shared::overview::Overview;

use crate::i18n::Strings;
use crate::parts::state::health_shape;
use crate::ui::status::Shape;

/// The shape of the worst machine, or of having nothing.
pub(crate) fn worst(overview: &Overview) -> Shape {
    let counts = overview.counts;
    match counts.worst() {
        None | Some(Health::Healthy) if counts.unprotected > 0 || counts.all() == 0 => Shape::None,
        worst => health_shape(worst),
    }
}

/// The verdict in one sentence.
pub(crate) fn headline(s: &Strings, overview: &Overview) -> String {
    match (overview.counts.protected(), overview.counts.all()) {
        (_, 0) if overview.vaults.is_empty() => s.overview.nothing.to_owned(),
        (_, 0) => s.overview.no_machines.to_owned(),
        (0, all) => (s.overview.no_machine)(all),
        (protected, all) if protected == all => (s.overview.every)(all),
        (protected, all) => (s.overview.some)(protected, all),
    }
}

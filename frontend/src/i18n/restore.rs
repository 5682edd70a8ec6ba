//! Restoring from a recovery point.

/// Restoring from a recovery point.
#[derive(Clone, Copy)]
pub(crate) struct Restore {
    /// The command and its panel.
    pub(crate) restore: &'static str,
    /// A label.
    pub(crate) recovery_point: &'static str,
    /// A label.
    pub(crate) folder: &'static str,
    /// A label.
    pub(crate) format: &'static str,
}

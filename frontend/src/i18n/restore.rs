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
    /// The command that opens the panel.
    pub(crate) command: &'static str,
    /// The panel.
    pub(crate) title: &'static str,
    /// A field.
    pub(crate) root: &'static str,
    /// A root and the room on it.
    pub(crate) root_entry: fn(&str, &str) -> String,
    /// No root is configured.
    pub(crate) no_roots: &'static str,
    /// No root is configured.
    pub(crate) no_roots_text: &'static str,
    /// The rule.
    pub(crate) folder_hint: &'static str,
    /// A field.
    pub(crate) disks: &'static str,
    /// Every disk is left out.
    pub(crate) no_disk: &'static str,
    /// A format.
    pub(crate) raw: &'static str,
    /// What it means.
    pub(crate) raw_text: &'static str,
    /// A format.
    pub(crate) qcow2: &'static str,
    /// What it means.
    pub(crate) qcow2_text: &'static str,
    /// Needed and free.
    pub(crate) needs: fn(&str, &str) -> String,
    /// Needed; what is free is unknown.
    pub(crate) needs_only: fn(&str) -> String,
    /// Nothing to restore from.
    pub(crate) no_points: &'static str,
    /// A badge.
    pub(crate) unverified: &'static str,
    /// Said after the button.
    pub(crate) started: fn(&str) -> String,
    /// Below the fields.
    pub(crate) untouched: &'static str,
}

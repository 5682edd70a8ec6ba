//! Items whose protection is stopped, and resuming it.

/// Items whose protection is stopped, and resuming it.
#[derive(Clone, Copy)]
pub(crate) struct Resume {
    /// The reason of a warning, in brackets.
    pub(crate) disabled: &'static str,
    /// The state.
    pub(crate) stopped: &'static str,
    /// Since when, and what it means.
    pub(crate) stopped_text: fn(&str) -> String,
    /// Of a point, in place of its end.
    pub(crate) on_hold: &'static str,
    /// Where the end stands besides.
    pub(crate) after_hold: fn(&str) -> String,
    /// The command, and its panel.
    pub(crate) resume: &'static str,
    /// What comes of it.
    pub(crate) resume_text: &'static str,
    /// It was done; with the machine.
    pub(crate) resumed: fn(&str) -> String,
}

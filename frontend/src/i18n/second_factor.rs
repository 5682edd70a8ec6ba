//! The second factor of an account.

/// The second factor of an account.
#[derive(Clone, Copy)]
pub(crate) struct SecondFactor {
    /// The region, a label and a column.
    pub(crate) title: &'static str,
    /// What it is good for.
    pub(crate) off_text: &'static str,
    /// A state.
    pub(crate) on: &'static str,
    /// A state.
    pub(crate) off: &'static str,
    /// So many recovery codes are left.
    pub(crate) codes_left: fn(u64) -> String,
    /// The panel and a button.
    pub(crate) add: &'static str,
    /// A button.
    pub(crate) next: &'static str,
    /// What to do with the picture.
    pub(crate) scan: &'static str,
    /// The picture, for screen readers.
    pub(crate) qr: &'static str,
    /// A label.
    pub(crate) secret: &'static str,
    /// A label.
    pub(crate) code: &'static str,
    /// The rule.
    pub(crate) code_hint: &'static str,
    /// A button.
    pub(crate) confirm: &'static str,
    /// The recovery codes are shown once.
    pub(crate) codes_title: &'static str,
    /// What they are for.
    pub(crate) codes_text: &'static str,
    /// A button.
    pub(crate) done: &'static str,
    /// The panel and a button.
    pub(crate) remove: &'static str,
    /// What it means.
    pub(crate) remove_text: &'static str,
    /// Said after it.
    pub(crate) removed: &'static str,
    /// The box.
    pub(crate) remove_of_title: fn(&str) -> String,
    /// At the door: what to type.
    pub(crate) ask_text: &'static str,
    /// A button at the door.
    pub(crate) another: &'static str,
}

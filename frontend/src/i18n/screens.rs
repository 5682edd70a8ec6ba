//! The list of shared screens, and pairing one.

/// The list of shared screens, and pairing one.
#[derive(Clone, Copy)]
pub(crate) struct Screens {
    /// The page.
    pub(crate) title: &'static str,
    /// What they are.
    pub(crate) intro: &'static str,
    /// The panel.
    pub(crate) pair: &'static str,
    /// A link.
    pub(crate) open_wall: &'static str,
    /// A column: the scope.
    pub(crate) shows: &'static str,
    /// A scope.
    pub(crate) everything: &'static str,
    /// A scope.
    pub(crate) of_group: fn(&str) -> String,
    /// A scope.
    pub(crate) of_vault: fn(&str) -> String,
    /// What the screen showed has been deleted.
    pub(crate) gone: &'static str,
    /// A column.
    pub(crate) paired_by: &'static str,
    /// A column.
    pub(crate) last_seen: &'static str,
    /// It has read nothing.
    pub(crate) never: &'static str,
    /// A column.
    pub(crate) browser: &'static str,
    /// A browser and its system.
    pub(crate) browser_on: fn(&str, &str) -> String,
    /// A browser that names itself in no way that is known.
    pub(crate) unknown_browser: &'static str,
    /// The button.
    pub(crate) revoke: &'static str,
    /// The box.
    pub(crate) revoke_title: fn(&str) -> String,
    /// What is lost.
    pub(crate) revoke_text: &'static str,
    /// Said after it.
    pub(crate) revoked: fn(&str) -> String,
    /// None.
    pub(crate) empty: &'static str,
    /// None: the wall's address.
    pub(crate) empty_text: fn(&str) -> String,
    /// A label.
    pub(crate) code: &'static str,
    /// Where the code stands: the wall's address.
    pub(crate) code_hint: fn(&str) -> String,
    /// The rule.
    pub(crate) code_rule: &'static str,
    /// A button.
    pub(crate) find: &'static str,
    /// What was found: browser, address.
    pub(crate) found: fn(&str, &str) -> String,
    /// What to do about it.
    pub(crate) found_text: &'static str,
    /// What the name is good for.
    pub(crate) name_hint: &'static str,
    /// What the scope means.
    pub(crate) shows_hint: &'static str,
    /// A button.
    pub(crate) another: &'static str,
    /// Said after it.
    pub(crate) paired: fn(&str) -> String,
}

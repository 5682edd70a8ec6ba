//! Groups of vaults and machines.

/// Groups of vaults and machines.
#[derive(Clone, Copy)]
pub(crate) struct ResourceGroups {
    /// The page.
    pub(crate) title: &'static str,
    /// What they are.
    pub(crate) intro: &'static str,
    /// The panel.
    pub(crate) create: &'static str,
    /// The rule.
    pub(crate) name_hint: &'static str,
    /// Said after it was made.
    pub(crate) created: fn(&str) -> String,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
    /// A region.
    pub(crate) of_points: &'static str,
    /// What they are.
    pub(crate) of_points_text: &'static str,
    /// A label: the group that restore points are in.
    pub(crate) of_points_short: &'static str,
    /// A column.
    pub(crate) collections: &'static str,
}

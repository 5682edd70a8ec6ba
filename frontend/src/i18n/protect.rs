//! Protecting machines: the steps from a vault, and a new vault from a machine.

/// Protecting machines.
#[derive(Clone, Copy)]
pub(crate) struct Protect {
    /// The first step (C-074).
    pub(crate) goal: &'static str,
    /// A label (C-074).
    pub(crate) where_runs: &'static str,
    /// Where they run.
    pub(crate) local_hosts: &'static str,
    /// Below it.
    pub(crate) local_hosts_hint: &'static str,
    /// A label (C-074).
    pub(crate) what: &'static str,
    /// The third step (C-077).
    pub(crate) select: &'static str,
    /// The row of steps, for screen readers.
    pub(crate) steps: &'static str,
    /// To the next step.
    pub(crate) next: &'static str,
    /// To the step before.
    pub(crate) back: &'static str,
    /// Which machines are offered; with the vault’s location (C-078).
    pub(crate) region: fn(&str) -> String,
    /// The field above the machines.
    pub(crate) filter: &'static str,
    /// How many are chosen, of how many.
    pub(crate) selected: fn(u64, u64) -> String,
    /// Chooses all that the filter lets through.
    pub(crate) select_shown: &'static str,
    /// Chooses none.
    pub(crate) clear: &'static str,
    /// Those that are not listed (C-079): protected here, in other locations.
    pub(crate) left_out: fn(u64, u64) -> String,
    /// There is nothing to choose.
    pub(crate) none: &'static str,
    /// What to check (C-079).
    pub(crate) none_text: &'static str,
    /// Behind the first of a long list.
    pub(crate) more: fn(u64) -> String,
    /// Where a machine belongs: group, host.
    pub(crate) on_host: fn(&str, &str) -> String,
    /// Beside the button of several machines: so many of them need nothing.
    pub(crate) already: fn(u64) -> String,
    /// So many that were chosen before cannot be chosen here.
    pub(crate) left_behind: fn(u64) -> String,
    /// Nothing is chosen.
    pub(crate) choose_one: &'static str,
    /// More are chosen than go at once.
    pub(crate) too_many: fn(u64) -> String,
    /// The last step’s button.
    pub(crate) enable: fn(u64) -> String,
    /// What came of it: how many.
    pub(crate) enabled: fn(u64) -> String,
    /// What came of it: how many.
    pub(crate) refused: fn(u64) -> String,
    /// What came of one.
    pub(crate) enabled_one: &'static str,
    /// Where they are now.
    pub(crate) open_items: &'static str,
    /// A choice (C-025).
    pub(crate) select_existing: &'static str,
    /// Below it.
    pub(crate) select_existing_hint: &'static str,
    /// A choice (C-026).
    pub(crate) create_new: &'static str,
    /// Below it: group, location (C-027).
    pub(crate) create_new_hint: fn(&str, &str) -> String,
    /// A label.
    pub(crate) new_name: &'static str,
    /// The new vault was accepted; with its name.
    pub(crate) coming: fn(&str) -> String,
    /// Below it; with the machine’s name.
    pub(crate) coming_text: fn(&str) -> String,
    /// It could not be made; with its name.
    pub(crate) coming_failed: fn(&str) -> String,
}

//! Looking after vaults: verifications and prunes.

/// Looking after vaults: verifications and prunes.
#[derive(Clone, Copy)]
pub(crate) struct Maintenance {
    /// Looking after a vault.
    pub(crate) title: &'static str,
    /// Below the title.
    pub(crate) intro: &'static str,
    /// A label.
    pub(crate) integrity: &'static str,
    /// A heading.
    pub(crate) verification: &'static str,
    /// What a verification is.
    pub(crate) verification_text: &'static str,
    /// A label.
    pub(crate) last_everything: &'static str,
    /// A label.
    pub(crate) last_sample: &'static str,
    /// It has not been done.
    pub(crate) never: &'static str,
    /// What a verification found.
    pub(crate) whole: &'static str,
    /// What a verification found.
    pub(crate) points_hurt: fn(u64) -> String,
    /// What a verification found, which hurts no point.
    pub(crate) problems: fn(u64) -> String,
    /// How much a verification read: so many of so many, so large.
    pub(crate) read_packs: fn(&str, &str, &str) -> String,
    /// A command.
    pub(crate) verify_everything: &'static str,
    /// A command.
    pub(crate) verify_sample: &'static str,
    /// What to do about damage.
    pub(crate) hurt_text: &'static str,
    /// A link.
    pub(crate) show_items: &'static str,
    /// A heading.
    pub(crate) unneeded: &'static str,
    /// What a prune is.
    pub(crate) unneeded_text: &'static str,
    /// A label.
    pub(crate) last_prune: &'static str,
    /// A label.
    pub(crate) condemned: &'static str,
    /// A label.
    pub(crate) deleted: &'static str,
    /// A label.
    pub(crate) in_grace: &'static str,
    /// Until when it waits.
    pub(crate) until: fn(&str) -> String,
    /// So many packs, so large.
    pub(crate) packs: fn(u64, &str) -> String,
    /// A command.
    pub(crate) plan: &'static str,
    /// A label.
    pub(crate) present: &'static str,
    /// A label.
    pub(crate) not_needed: &'static str,
    /// A label.
    pub(crate) to_copy: &'static str,
    /// A label.
    pub(crate) copies: &'static str,
    /// A label.
    pub(crate) freed: &'static str,
    /// A size to the byte.
    pub(crate) exact: fn(&str) -> String,
    /// There is nothing to do.
    pub(crate) nothing_to_prune: &'static str,
    /// What the plan means.
    pub(crate) plan_text: &'static str,
}

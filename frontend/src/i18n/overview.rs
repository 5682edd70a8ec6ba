//! The verdict and what it is made of.

/// The verdict and what it is made of.
#[derive(Clone, Copy)]
pub(crate) struct Overview {
    /// The page.
    pub(crate) title: &'static str,
    /// An empty server.
    pub(crate) nothing: &'static str,
    /// An empty server.
    pub(crate) nothing_text: &'static str,
    /// The verdict.
    pub(crate) some: fn(u64, u64) -> String,
    /// The verdict when all is well.
    pub(crate) every: fn(u64) -> String,
    /// The verdict when none is.
    pub(crate) no_machine: fn(u64) -> String,
    /// Vaults and no machines.
    pub(crate) no_machines: &'static str,
    /// Around names: a verification found their backups damaged.
    pub(crate) damaged: fn(u64) -> (&'static str, &'static str),
    /// Around names: the last backup failed.
    pub(crate) failed: fn(u64) -> (&'static str, &'static str),
    /// Around names with hours.
    pub(crate) overdue: fn(u64) -> (&'static str, &'static str),
    /// Around names.
    pub(crate) warning: fn(u64) -> (&'static str, &'static str),
    /// Around names.
    pub(crate) pending: fn(u64) -> (&'static str, &'static str),
    /// Around names.
    pub(crate) unprotected: fn(u64) -> (&'static str, &'static str),
    /// The row of shapes, for screen readers.
    pub(crate) marks: &'static str,
    /// A group of shapes.
    pub(crate) group_damaged: &'static str,
    /// A group of shapes.
    pub(crate) group_failed: &'static str,
    /// A group of shapes.
    pub(crate) group_overdue: &'static str,
    /// A group of shapes.
    pub(crate) group_unprotected: &'static str,
    /// A group of shapes.
    pub(crate) group_pending: &'static str,
    /// A group of shapes.
    pub(crate) group_protected: &'static str,
    /// Below the protected ones.
    pub(crate) with_warning: fn(u64) -> String,
    /// A region.
    pub(crate) in_progress: &'static str,
    /// A link.
    pub(crate) all_jobs: &'static str,
    /// Nothing is under way.
    pub(crate) no_jobs: &'static str,
    /// So many jobs, so fast.
    pub(crate) together: fn(&str, &str) -> String,
    /// A count.
    pub(crate) jobs: fn(u64) -> String,
    /// A region.
    pub(crate) storage: &'static str,
    /// A link.
    pub(crate) all_vaults: &'static str,
    /// No vault yet.
    pub(crate) no_vaults: &'static str,
    /// A count.
    pub(crate) points: fn(u64) -> String,
    /// What a vault takes for what it protects.
    pub(crate) stored_for: fn(&str, &str) -> String,
    /// The file system below a vault.
    pub(crate) disk_used: fn(&str, &str) -> String,
    /// A way to begin.
    pub(crate) create_vault: &'static str,
    /// A way to begin.
    pub(crate) create_vault_text: &'static str,
    /// A way to begin.
    pub(crate) create_vault_need: &'static str,
    /// A way to begin.
    pub(crate) add_host: &'static str,
    /// A way to begin.
    pub(crate) add_host_text: &'static str,
    /// A way to begin.
    pub(crate) add_host_need: &'static str,
    /// A way to begin.
    pub(crate) samples: &'static str,
    /// A way to begin.
    pub(crate) samples_text: &'static str,
    /// A way to begin.
    pub(crate) samples_button: &'static str,
    /// A way to begin.
    pub(crate) samples_need: &'static str,
    /// Said after the button.
    pub(crate) samples_started: &'static str,
    /// A heading.
    pub(crate) how: &'static str,
    /// A step.
    pub(crate) how_host: &'static str,
    /// A step.
    pub(crate) how_machines: &'static str,
    /// A step.
    pub(crate) how_policy: &'static str,
    /// A step.
    pub(crate) how_vault: &'static str,
    /// A step.
    pub(crate) how_restore: &'static str,
}

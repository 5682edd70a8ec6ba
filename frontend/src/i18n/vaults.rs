//! Recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

/// Recovery Services vaults.
#[derive(Clone, Copy)]
pub(crate) struct Vaults {
    /// The list.
    pub(crate) title: &'static str,
    /// What it is.
    pub(crate) vault: &'static str,
    /// The panel.
    pub(crate) create: &'static str,
    /// The rule.
    pub(crate) name_hint: &'static str,
    /// The command of a vault.
    pub(crate) backup: &'static str,
    /// A label.
    pub(crate) redundancy: &'static str,
    /// What was asked for.
    pub(crate) redundancy_of: fn(Redundancy) -> &'static str,
    /// What is true.
    pub(crate) replication: fn(Replication) -> &'static str,
    /// A state.
    pub(crate) creating: &'static str,
    /// A state.
    pub(crate) ready: &'static str,
    /// A state.
    pub(crate) creation_failed: &'static str,
    /// A tile.
    pub(crate) usage: &'static str,
    /// An entry of a vault’s menu.
    pub(crate) policies: &'static str,
    /// An entry of a vault’s menu.
    pub(crate) properties: &'static str,
    /// A heading of a vault’s menu.
    pub(crate) manage: &'static str,
    /// A heading of a vault’s menu.
    pub(crate) settings: &'static str,
    /// A heading of a vault’s menu.
    pub(crate) protected_items: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
    /// Below the title.
    pub(crate) intro: &'static str,
    /// A label.
    pub(crate) jobs_in_progress: &'static str,
    /// A command.
    pub(crate) open: &'static str,
    /// A command.
    pub(crate) open_job: &'static str,
    /// Below the only subscription.
    pub(crate) only_subscription: &'static str,
    /// Below the resource group.
    pub(crate) group_hint: &'static str,
    /// A command (C-046).
    pub(crate) create_new: &'static str,
    /// A label.
    pub(crate) new_group: &'static str,
    /// A command.
    pub(crate) create_group: &'static str,
    /// Below the location.
    pub(crate) location_hint: &'static str,
    /// Which one to take (C-062).
    pub(crate) redundancy_hint: fn(Redundancy) -> &'static str,
    /// What geo-redundant means today.
    pub(crate) not_replicated_text: &'static str,
    /// A rule.
    pub(crate) redundancy_locked: &'static str,
    /// It was accepted; with the name.
    pub(crate) being_created: fn(&str) -> String,
    /// Below a state.
    pub(crate) creating_text: &'static str,
    /// What to do.
    pub(crate) creation_failed_step: &'static str,
    /// What was asked for, where it is not what is true.
    pub(crate) set_to: fn(&str) -> String,
    /// A label.
    pub(crate) encryption: &'static str,
    /// A state.
    pub(crate) encrypted_stored: &'static str,
    /// A state.
    pub(crate) encrypted_unstored: &'static str,
    /// Below it, with a moment.
    pub(crate) confirmed: fn(&str) -> String,
    /// Below it.
    pub(crate) not_confirmed: &'static str,
    /// A label.
    pub(crate) stored: &'static str,
    /// A label.
    pub(crate) protected: &'static str,
    /// A label: what is stored as a share.
    pub(crate) ratio: &'static str,
    /// A label: the file system.
    pub(crate) storage: &'static str,
    /// A command.
    pub(crate) delete: &'static str,
    /// Before a loss; with the name.
    pub(crate) delete_title: fn(&str) -> String,
    /// What is lost: folder, points, bytes.
    pub(crate) delete_text: fn(&str, &str, &str) -> String,
    /// It was done; with the name.
    pub(crate) deleted: fn(&str) -> String,
    /// A label.
    pub(crate) password: &'static str,
    /// The banner.
    pub(crate) password_title: &'static str,
    /// Why.
    pub(crate) password_text: &'static str,
    /// To those who cannot.
    pub(crate) owner_reads: &'static str,
    /// A command.
    pub(crate) show_password: &'static str,
    /// A command.
    pub(crate) download: &'static str,
    /// A command.
    pub(crate) stored_elsewhere: &'static str,
    /// It was done; with the name.
    pub(crate) password_confirmed: fn(&str) -> String,
    /// A label.
    pub(crate) id: &'static str,
    /// A label.
    pub(crate) folder: &'static str,
    /// A label.
    pub(crate) created: &'static str,
    /// A heading.
    pub(crate) configuration: &'static str,
    /// An entry of a vault’s menu (C-063).
    pub(crate) infrastructure: &'static str,
    /// Below its title.
    pub(crate) infrastructure_intro: &'static str,
    /// A command (C-064).
    pub(crate) update: &'static str,
    /// A command (C-064).
    pub(crate) save: &'static str,
    /// It was done; with the name.
    pub(crate) configured: fn(&str) -> String,
    /// A heading.
    pub(crate) by_hand: &'static str,
    /// What a vault is.
    pub(crate) by_hand_text: &'static str,
    /// The heading of the file; with the name.
    pub(crate) kit_title: fn(&str) -> String,
    /// A step.
    pub(crate) kit_check: &'static str,
    /// A step.
    pub(crate) kit_list: &'static str,
    /// A step.
    pub(crate) kit_restore: &'static str,
    /// A step.
    pub(crate) kit_join: &'static str,
}

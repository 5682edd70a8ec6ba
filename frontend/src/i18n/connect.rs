//! Connecting a vault that there is.

/// Connecting a vault that there is.
#[derive(Clone, Copy)]
pub(crate) struct Connect {
    /// The panel, and the command that opens it.
    pub(crate) title: &'static str,
    /// Below the title.
    pub(crate) intro: &'static str,
    /// Below the folder.
    pub(crate) folder_hint: &'static str,
    /// In place of the folder: none there.
    pub(crate) none_found: &'static str,
    /// Below the password.
    pub(crate) password_hint: &'static str,
    /// A command.
    pub(crate) check: &'static str,
    /// A heading.
    pub(crate) found: &'static str,
    /// A label.
    pub(crate) catalogue: &'static str,
    /// When it was written, and on which host.
    pub(crate) written: fn(&str, &str) -> String,
    /// There is none.
    pub(crate) no_catalogue: &'static str,
    /// What that means.
    pub(crate) no_catalogue_text: &'static str,
    /// Before the first time.
    pub(crate) not_written: &'static str,
    /// A machine with so many points.
    pub(crate) points: fn(u64) -> String,
    /// Snapshots of others.
    pub(crate) strangers: fn(u64) -> String,
    /// Snapshots that cannot be read.
    pub(crate) damaged: fn(u64) -> String,
    /// A rule.
    pub(crate) one_server: &'static str,
    /// Why, and what comes of it.
    pub(crate) one_server_text: &'static str,
    /// A command.
    pub(crate) connect: &'static str,
    /// It was done; with the name.
    pub(crate) connected: fn(&str) -> String,
}

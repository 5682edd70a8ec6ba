//! The frame around every page.

/// The frame around every page.
#[derive(Clone, Copy)]
pub(crate) struct Shell {
    /// The first link.
    pub(crate) skip: &'static str,
    /// The button of the folded menu.
    pub(crate) menu: &'static str,
    /// The side menu, for screen readers.
    pub(crate) main_menu: &'static str,
    /// An entry of the menu.
    pub(crate) overview: &'static str,
    /// An entry of the menu.
    pub(crate) all_services: &'static str,
    /// A heading of the menu.
    pub(crate) protection: &'static str,
    /// An entry of the menu.
    pub(crate) machines: &'static str,
    /// An entry of the menu.
    pub(crate) vaults: &'static str,
    /// An entry of the menu.
    pub(crate) items: &'static str,
    /// An entry of the menu.
    pub(crate) jobs: &'static str,
    /// A heading of the menu.
    pub(crate) infrastructure: &'static str,
    /// An entry of the menu.
    pub(crate) locations: &'static str,
    /// An entry of the menu.
    pub(crate) resource_groups: &'static str,
    /// An entry of the menu.
    pub(crate) hosts: &'static str,
    /// A heading of the menu.
    pub(crate) administration: &'static str,
    /// An entry of the menu.
    pub(crate) users: &'static str,
    /// An entry of the menu.
    pub(crate) tokens: &'static str,
    /// An entry of the menu.
    pub(crate) screens: &'static str,
    /// An entry of the menu.
    pub(crate) activity: &'static str,
    /// The stream is open.
    pub(crate) live: &'static str,
    /// The stream is open, said longer.
    pub(crate) live_title: &'static str,
    /// The stream is not open yet.
    pub(crate) connecting: &'static str,
    /// The stream is lost.
    pub(crate) reconnecting: &'static str,
    /// The stream is lost, said longer.
    pub(crate) reconnecting_title: &'static str,
    /// The menu of languages.
    pub(crate) language: &'static str,
    /// The menu of colours.
    pub(crate) theme: &'static str,
    /// As the system is.
    pub(crate) theme_system: &'static str,
    /// Light colours.
    pub(crate) theme_light: &'static str,
    /// Dark colours.
    pub(crate) theme_dark: &'static str,
    /// As much contrast as there is.
    pub(crate) theme_contrast: &'static str,
    /// The menu of the user.
    pub(crate) account: fn(&str) -> String,
    /// Who is signed in.
    pub(crate) signed_in_as: fn(&str) -> String,
    /// Ends the session.
    pub(crate) sign_out: &'static str,
    /// The server is newer than the page.
    pub(crate) newer_title: &'static str,
    /// What to do about it.
    pub(crate) newer_text: &'static str,
    /// Loads the page again.
    pub(crate) reload: &'static str,
    /// No page at this address.
    pub(crate) not_found_title: &'static str,
    /// What to do about it.
    pub(crate) not_found_text: &'static str,
    /// Leads to the overview.
    pub(crate) to_overview: &'static str,
}

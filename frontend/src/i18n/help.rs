//! The help around its articles, which the server has.

/// The help around its articles.
#[derive(Clone, Copy)]
pub(crate) struct Help {
    /// The page, and an entry of the menu.
    pub(crate) title: &'static str,
    /// What it is.
    pub(crate) intro: &'static str,
    /// The field.
    pub(crate) filter: &'static str,
    /// No article is like this.
    pub(crate) nothing: fn(&str) -> String,
    /// Leads to the article about the page that is shown.
    pub(crate) about_page: &'static str,
    /// Leads to those who run the server.
    pub(crate) feedback: &'static str,
}

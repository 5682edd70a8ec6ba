//! Dark, light or high contrast: the system decides unless someone chose.

use leptos::prelude::document;

use crate::{browser, navigation};

const STORED: &str = "cofre.theme";

/// A choice of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Light or dark as the system is, with as much contrast as there is.
    Contrast,
}

impl Theme {
    /// All choices, in the order of the menu.
    pub(crate) const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];

    const fn name(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
            Theme::Contrast => Some("contrast"),
        }
    }
}

/// What the wall's address asks for, or else what was chosen in this browser.
pub(crate) fn initial() -> Theme {
    let name = navigation::asked_of_the_wall("theme").or_else(|| browser::stored(STORED));
    Theme::ALL.into_iter().find(|theme| theme.name() == name.as_deref()).unwrap_or_default()
}

/// Shows the page in these colours, and keeps the choice.
pub(crate) fn choose(theme: Theme) {
    browser::store(STORED, theme.name());
    apply(theme);
}

/// Shows the page in these colours.
pub(crate) fn apply(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let _ = match theme.name() {
        Some(name) => root.set_attribute("data-theme", name),
        None => root.remove_attribute("data-theme"),
    };
}

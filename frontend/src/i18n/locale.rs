//! The five languages, and which one a browser begins with.

use leptos::prelude::window;

use super::{Strings, en, es, nl, pt, sv};
use crate::{browser, navigation};

const STORED: &str = "cofre.language";

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Locale {
    /// English.
    English,
    /// Portuguese of Portugal.
    Portuguese,
    /// Spanish.
    Spanish,
    /// Swedish.
    Swedish,
    /// Dutch.
    Dutch,
}

impl Locale {
    /// All languages, in the order of the menu.
    pub(crate) const ALL: [Locale; 5] =
        [Locale::English, Locale::Portuguese, Locale::Spanish, Locale::Swedish, Locale::Dutch];

    /// The language's tag, as HTML and `Intl` know it.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Portuguese => "pt-PT",
            Locale::Spanish => "es-ES",
            Locale::Swedish => "sv-SE",
            Locale::Dutch => "nl-NL",
        }
    }

    /// The language's two letters.
    pub(crate) fn letters(self) -> &'static str {
        &self.tag()[..2]
    }

    /// The language's own name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Locale::English => "English",
            Locale::Portuguese => "Português",
            Locale::Spanish => "Español",
            Locale::Swedish => "Svenska",
            Locale::Dutch => "Nederlands",
        }
    }

    /// The texts.
    pub(crate) fn strings(self) -> &'static Strings {
        match self {
            Locale::English => &en::STRINGS,
            Locale::Portuguese => &pt::STRINGS,
            Locale::Spanish => &es::STRINGS,
            Locale::Swedish => &sv::STRINGS,
            Locale::Dutch => &nl::STRINGS,
        }
    }

    /// The tag that dates and numbers are written by: the viewer's own variant of the language, if they have one.
    pub(crate) fn format_tag(self) -> String {
        asked_for().into_iter().find(|tag| self.is_of(tag)).unwrap_or_else(|| self.tag().to_owned())
    }

    pub(super) fn initial() -> Self {
        let of_address = navigation::asked_of_the_wall("lang");
        let wanted = of_address.into_iter().chain(browser::stored(STORED)).chain(asked_for());
        let known = |tag: String| Locale::ALL.into_iter().find(|locale| locale.is_of(&tag));
        wanted.into_iter().find_map(known).unwrap_or(Locale::English)
    }

    pub(super) fn keep(self) {
        browser::store(STORED, Some(self.tag()));
    }

    fn is_of(self, tag: &str) -> bool {
        tag.get(..2).is_some_and(|letters| letters.eq_ignore_ascii_case(self.letters()))
    }
}

/// The languages that the browser asks for, best first.
fn asked_for() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

#[cfg(test)]
mod tests {
    use shared::problem::Code;

    use super::*;

    #[test]
    fn should_say_every_problem_in_every_language() {
        for locale in Locale::ALL {
            for code in Code::ALL {
                let problems = &locale.strings().problems;
                for text in [(problems.title)(*code), (problems.next_step)(*code)] {
                    assert!(text.ends_with('.'), "{locale:?} {code:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn should_know_a_language_by_any_of_its_tags() {
        assert!(Locale::Portuguese.is_of("pt-BR") && Locale::Swedish.is_of("SV"));
        assert!(!Locale::Swedish.is_of("s") && !Locale::English.is_of("es-MX"));
    }

    #[test]
    fn should_count_in_every_language() {
        for locale in Locale::ALL {
            let words = &locale.strings().words;
            assert_ne!((words.machines)(1), (words.machines)(2).replace('2', "1"), "{locale:?}");
        }
    }
}

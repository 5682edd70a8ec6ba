//! Names that people give to things, checked by the same constructor in the form and on the server.

use serde::{Deserialize, Serialize};

/// Why a name is refused. The screen turns each variant into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "rule")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum NameRefused {
    /// Fewer characters than the rule asks for.
    #[error("must have at least {min} characters")]
    TooShort {
        /// The least number of characters.
        min: usize,
    },
    /// More characters than the rule allows.
    #[error("must have at most {max} characters")]
    TooLong {
        /// The greatest number of characters.
        max: usize,
    },
    /// The first character is not a letter.
    #[error("must start with a letter")]
    MustStartWithLetter,
    /// The last character is not allowed at the end.
    #[error("must not end with '{character}'")]
    MustNotEndWith {
        /// The character at the end.
        character: char,
    },
    /// A character that is not allowed anywhere.
    #[error("must not contain '{}'", character.escape_default())]
    Character {
        /// The first such character.
        character: char,
    },
    /// Spaces at the beginning or at the end.
    #[error("must not begin or end with a space")]
    OuterSpace,
}

impl std::str::FromStr for NameRefused {
    type Err = ();

    /// Reads what `Display` writes: a refusal reaches the server's edge as the text of a serde error.
    fn from_str(text: &str) -> Result<Self, ()> {
        let between = |before: &str, after: &str| text.strip_prefix(before)?.strip_suffix(after);
        let number = |text: &str| text.parse().map_err(|_| ());
        if let Some(min) = between("must have at least ", " characters") {
            return Ok(Self::TooShort { min: number(min)? });
        }
        if let Some(max) = between("must have at most ", " characters") {
            return Ok(Self::TooLong { max: number(max)? });
        }
        if let Some(escaped) = between("must not contain '", "'") {
            return Ok(Self::Character { character: unescaped(escaped).ok_or(())? });
        }
        if let Some(character) = between("must not end with '", "'") {
            return Ok(Self::MustNotEndWith { character: character.chars().next().ok_or(())? });
        }
        [Self::MustStartWithLetter, Self::OuterSpace].into_iter().find(|refused| refused.to_string() == text).ok_or(())
    }
}

/// The character that `char::escape_default` wrote.
fn unescaped(text: &str) -> Option<char> {
    match text.strip_prefix('\\') {
        None => text.chars().next(),
        Some("n") => Some('\n'),
        Some("r") => Some('\r'),
        Some("t") => Some('\t'),
        Some(code) => match code.strip_prefix("u{").and_then(|code| code.strip_suffix('}')) {
            Some(hex) => char::from_u32(u32::from_str_radix(hex, 16).ok()?),
            None => code.chars().next(),
        },
    }
}

/// What a kind of name may look like.
struct Rule {
    min: usize,
    max: usize,
    letter_first: bool,
    /// Characters allowed beside ASCII letters and digits; `None` allows every printable character.
    also: Option<&'static str>,
    not_last: &'static str,
}

impl Rule {
    fn check(&self, text: &str) -> Result<(), NameRefused> {
        let length = text.chars().count();
        if length < self.min {
            return Err(NameRefused::TooShort { min: self.min });
        }
        if length > self.max {
            return Err(NameRefused::TooLong { max: self.max });
        }
        if self.letter_first && !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(NameRefused::MustStartWithLetter);
        }
        if let Some(character) = text.chars().find(|c| !self.allows(*c)) {
            return Err(NameRefused::Character { character });
        }
        if text.trim() != text {
            return Err(NameRefused::OuterSpace);
        }
        match text.chars().last() {
            Some(character) if self.not_last.contains(character) => Err(NameRefused::MustNotEndWith { character }),
            _ => Ok(()),
        }
    }

    fn allows(&self, character: char) -> bool {
        match self.also {
            Some(also) => character.is_ascii_alphanumeric() || also.contains(character),
            None => !character.is_control() && !is_invisible(character),
        }
    }
}

/// Characters that change how the text around them is shown, and can make one name look like another.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $rule:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name, when the rule allows it.
            pub fn new(text: impl Into<String>) -> Result<Self, NameRefused> {
                const RULE: Rule = $rule;
                let text = text.into();
                RULE.check(&text).map(|()| Self(text))
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The form by which two names are compared: letters' case does not tell them apart.
            pub fn key(&self) -> String {
                self.0.to_lowercase()
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameRefused;

            fn try_from(text: String) -> Result<Self, NameRefused> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

names! {
    /// A vault's name: 2 to 50 letters, digits and hyphens, a letter first (C-044).
    VaultName = Rule { min: 2, max: 50, letter_first: true, also: Some("-"), not_last: "" };
    /// A policy's name: 3 to 150 letters, digits and hyphens, a letter first, no hyphen last.
    PolicyName = Rule { min: 3, max: 150, letter_first: true, also: Some("-"), not_last: "-" };
    /// A resource group's name: 1 to 90 letters, digits and `-_.()`, no full stop last.
    ResourceGroupName = Rule { min: 1, max: 90, letter_first: false, also: Some("-_.()"), not_last: "." };
    /// A subscription's name: 1 to 64 printable characters.
    SubscriptionName = Rule { min: 1, max: 64, letter_first: false, also: None, not_last: "" };
    /// A host's name: 1 to 64 letters, digits and `-_.`.
    HostName = Rule { min: 1, max: 64, letter_first: false, also: Some("-_."), not_last: "." };
    /// The name that someone signs in with: 2 to 64 letters, digits and `-_.@`, a letter first.
    UserName = Rule { min: 2, max: 64, letter_first: true, also: Some("-_.@"), not_last: "." };
    /// What a token is called: 1 to 64 printable characters.
    TokenName = Rule { min: 1, max: 64, letter_first: false, also: None, not_last: "" };
    /// What a shared screen is called: 1 to 64 printable characters.
    ScreenName = Rule { min: 1, max: 64, letter_first: false, also: None, not_last: "" };
    /// A folder that a vault lies in, in its location's storage: 1 to 100 letters, digits and `-_.`, no full stop last.
    VaultFolder = Rule { min: 1, max: 100, letter_first: false, also: Some("-_."), not_last: "." };
    /// A folder that a restore makes: 1 to 100 letters, digits and `-_.`, a letter first.
    RestoreFolder = Rule { min: 1, max: 100, letter_first: true, also: Some("-_."), not_last: "." };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_follow_the_rule_of_vault_names() {
        let fifty = "a".repeat(50);
        let fifty_one = "a".repeat(51);
        for good in ["ab", "a-", "stockholm-prod", "A1", fifty.as_str()] {
            assert!(VaultName::new(good).is_ok(), "{good}");
        }
        let refused = |text: &str| VaultName::new(text).unwrap_err();
        assert_eq!(refused("a"), NameRefused::TooShort { min: 2 });
        assert_eq!(refused(""), NameRefused::TooShort { min: 2 });
        assert_eq!(refused(&fifty_one), NameRefused::TooLong { max: 50 });
        assert_eq!(refused("1ab"), NameRefused::MustStartWithLetter);
        assert_eq!(refused("-ab"), NameRefused::MustStartWithLetter);
        assert_eq!(refused("a_b"), NameRefused::Character { character: '_' });
        assert_eq!(refused("aé"), NameRefused::Character { character: 'é' });
        assert_eq!(refused("a/../b"), NameRefused::Character { character: '/' });
    }

    #[test]
    fn should_read_a_refusal_from_its_text() {
        let characters = ['_', 'é', '\n', '\'', '\\', '\u{202e}'];
        let refusals =
            [NameRefused::TooShort { min: 2 }, NameRefused::TooLong { max: 50 }, NameRefused::MustStartWithLetter]
                .into_iter()
                .chain([NameRefused::OuterSpace, NameRefused::MustNotEndWith { character: '-' }])
                .chain(characters.map(|character| NameRefused::Character { character }));
        for refused in refusals {
            assert_eq!(refused.to_string().parse(), Ok(refused));
        }
        assert!("anything else".parse::<NameRefused>().is_err());
    }

    #[test]
    fn should_refuse_what_cannot_be_seen() {
        assert!(TokenName::new("nightly report").is_ok());
        assert!(TokenName::new("a\u{202e}b").is_err());
        assert!(TokenName::new("line\nbreak").is_err());
        assert_eq!(TokenName::new(" x"), Err(NameRefused::OuterSpace));
    }

    #[test]
    fn should_check_names_that_arrive_as_json() {
        assert!(serde_json::from_str::<VaultName>("\"ok-name\"").is_ok());
        assert!(serde_json::from_str::<VaultName>("\"no name\"").is_err());
    }

    #[test]
    fn should_never_let_a_restore_folder_leave_its_place() {
        for bad in ["..", ".", "a/b", "/etc", "a\\b", "a."] {
            assert!(RestoreFolder::new(bad).is_err(), "{bad}");
        }
    }
}

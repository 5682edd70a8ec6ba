//! What was typed, as patterns of SQL's `like`.

use shared::search::SEARCH_CHARACTERS_MAX;

/// The patterns that a name is held against. What means something in a pattern stands for itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// Anywhere in a name in small letters.
    pub(super) anywhere: String,
    /// Anywhere in a name as it is: SQLite makes small letters of ASCII only.
    pub(super) as_typed: String,
    /// At the beginning of a name in small letters.
    pub(super) beginning: String,
}

impl Words {
    /// The patterns of a text; nothing when it holds nothing to search for, or more than a name does.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > SEARCH_CHARACTERS_MAX {
            return None;
        }
        let (small, typed) = (literal(&text.to_lowercase()), literal(text));
        Some(Self { anywhere: format!("%{small}%"), as_typed: format!("%{typed}%"), beginning: format!("{small}%") })
    }
}

/// The text with `!` before each character that a pattern gives a meaning.
fn literal(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_take_every_character_for_itself() {
        let words = Words::of(" 50%_Off! ").unwrap();
        assert_eq!(words.beginning, "50!%!_off!!%");
        assert_eq!(words.as_typed, "%50!%!_Off!!%");
    }

    #[test]
    fn should_search_for_nothing_without_a_word_or_with_a_book() {
        assert_eq!(Words::of("  "), None);
        assert_eq!(Words::of(&"a".repeat(SEARCH_CHARACTERS_MAX + 1)), None);
    }
}

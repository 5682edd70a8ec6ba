//! What someone looks for in a list: words, each of which has to be in a name.

use shared::problem::{Code, FieldReason, Problem};

use crate::error::Result;

/// Nobody types more into a filter.
const CHARACTERS_MAX: usize = 200;

/// What someone looks for; letters' case does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a parameter `q`.
    pub fn read(text: Option<&str>) -> Result<Self> {
        let text = text.unwrap_or_default();
        if text.chars().count() > CHARACTERS_MAX || text.contains('\0') {
            return Err(Problem::new(Code::InvalidInput).at("q", FieldReason::Refused).into());
        }
        Ok(Self(text.to_lowercase().split_whitespace().map(str::to_owned).collect()))
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is in the name.
    pub fn are_in(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.0.iter().all(|word| name.contains(word))
    }

    /// Each as a pattern of `like … escape '\'`, in which `%` and `_` mean themselves.
    pub fn patterns(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|word| {
            let escaped = word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
            format!("%{escaped}%")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_take_signs_of_patterns_for_what_they_are() {
        let words = Words::read(Some(r" Web_1  50%\ ")).unwrap();
        assert_eq!(words.patterns().collect::<Vec<_>>(), [r"%web\_1%", r"%50\%\\%"]);
        assert!(words.are_in(r"a 50%\ of WEB_1"));
        assert!(!words.are_in("webx1 50%"));
    }

    #[test]
    fn should_refuse_a_text_that_nobody_types() {
        assert_eq!(Words::read(Some(&"a".repeat(201))).unwrap_err().code(), Code::InvalidInput);
        assert!(Words::read(Some("a\0b")).is_err());
        assert!(Words::read(None).unwrap().is_empty());
    }
}

//! What a choice among many means when nobody has chosen yet, or when what was chosen is gone.

use std::str::FromStr;

use crate::ui::select::Entries;

/// The id that is chosen: the one of this key while it is on the list, else the first there is.
pub(crate) fn listed_or_first<T: FromStr>(key: &str, entries: &Entries) -> Option<T> {
    let listed = entries.iter().find(|(listed, _)| listed == key);
    listed.or_else(|| entries.first())?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_choose_the_first_unless_another_is_on_the_list() {
        let entries: Entries = vec![("7".into(), "seven".into()), ("8".into(), "eight".into())];
        assert_eq!(listed_or_first::<u8>("", &entries), Some(7));
        assert_eq!(listed_or_first::<u8>("8", &entries), Some(8));
        assert_eq!(listed_or_first::<u8>("9", &entries), Some(7));
        assert_eq!(listed_or_first::<u8>("9", &Vec::new()), None);
    }
}

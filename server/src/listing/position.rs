//! The order of a list, and a place in it.
//!
//! A place is the sort key and the id of the entry before it, not the entry itself: it stays where it is when that entry changes or goes.

use shared::problem::{Code, FieldReason, Problem};
use uuid::Uuid;

use crate::error::Result;

/// What a list is sorted by: an expression of SQL over its tables. Entries of the same key stand by their ids.
#[derive(Clone, Debug)]
pub struct Order {
    /// The expression; never made of anything that someone sent.
    pub key: String,
    /// Whether it is a number; otherwise a text.
    pub is_number: bool,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

/// The sort key of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
}

/// A place in a list: behind the entry of this key and id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The entry's sort key.
    pub key: Key,
    /// The entry's id.
    pub id: String,
}

impl After {
    /// The place that a `next` of this list named; nothing for the first page.
    pub fn read(text: &str, order: &Order) -> Result<Option<Self>> {
        if text.is_empty() {
            return Ok(None);
        }
        let unknown = || Problem::new(Code::InvalidInput).at("after", FieldReason::Unknown);
        let (id, key) = text.split_once('.').ok_or_else(unknown)?;
        let id = id.parse::<Uuid>().map_err(|_| unknown())?.to_string();
        let key =
            if order.is_number { Key::Number(key.parse().map_err(|_| unknown())?) } else { Key::Text(key.to_owned()) };
        Ok(Some(Self { key, id }))
    }

    /// What the next page is asked for with.
    pub fn text(&self) -> String {
        match &self.key {
            Key::Text(key) => format!("{}.{key}", self.id),
            Key::Number(key) => format!("{}.{key}", self.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(is_number: bool) -> Order {
        Order { key: "key".to_owned(), is_number, is_descending: false }
    }

    #[test]
    fn should_read_what_it_writes() {
        let id = Uuid::from_u128(7).to_string();
        for (key, is_number) in [(Key::Text("web.1 ' %".to_owned()), false), (Key::Number(-3), true)] {
            let after = After { key, id: id.clone() };
            assert_eq!(After::read(&after.text(), &order(is_number)).unwrap(), Some(after));
        }
        assert_eq!(After::read("", &order(true)).unwrap(), None);
    }

    #[test]
    fn should_refuse_a_place_of_another_list() {
        let id = Uuid::from_u128(7);
        for text in ["x", "x.1", &format!("{id}"), &format!("{id}.web")] {
            assert_eq!(After::read(text, &order(true)).unwrap_err().code(), Code::InvalidInput, "{text}");
        }
    }
}

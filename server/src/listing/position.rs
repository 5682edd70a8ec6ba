//! The order of a list, and a place in it.
//!
//! A place is the sort key and the id of the entry before it, not the entry itself: it stays where it is when that entry changes or goes.

use std::fmt;

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

/// What names the entries of a table, each once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Id {
    /// A UUID in the column `id`.
    Uuid,
    /// A number in the column `number`.
    Number,
}

impl Id {
    /// The column.
    pub const fn column(self) -> &'static str {
        match self {
            Id::Uuid => "id",
            Id::Number => "number",
        }
    }

    fn read(self, text: &str) -> Option<Key> {
        match self {
            Id::Uuid => Some(Key::Text(text.parse::<Uuid>().ok()?.to_string())),
            Id::Number => text.parse().ok().map(Key::Number),
        }
    }
}

/// The sort key of an entry, or its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Text(text) => f.write_str(text),
            Key::Number(number) => number.fmt(f),
        }
    }
}

/// A place in a list: behind the entry of this key and id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The entry's sort key.
    pub key: Key,
    /// The entry's id.
    pub id: Key,
}

impl After {
    /// The place that a `next` of this list named; nothing for the first page.
    pub fn read(text: &str, order: &Order, id: Id) -> Result<Option<Self>> {
        if text.is_empty() {
            return Ok(None);
        }
        let unknown = || Problem::new(Code::InvalidInput).at("after", FieldReason::Unknown);
        let (own, key) = text.split_once('.').ok_or_else(unknown)?;
        let id = id.read(own).ok_or_else(unknown)?;
        let key =
            if order.is_number { Key::Number(key.parse().map_err(|_| unknown())?) } else { Key::Text(key.to_owned()) };
        Ok(Some(Self { key, id }))
    }

    /// What the next page is asked for with.
    pub fn text(&self) -> String {
        format!("{}.{}", self.id, self.key)
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
        let uuid = (Id::Uuid, Key::Text(Uuid::from_u128(7).to_string()));
        for (of, id) in [uuid, (Id::Number, Key::Number(12))] {
            for (key, is_number) in [(Key::Text("web.1 ' %".to_owned()), false), (Key::Number(-3), true)] {
                let after = After { key, id: id.clone() };
                assert_eq!(After::read(&after.text(), &order(is_number), of).unwrap(), Some(after));
            }
        }
        assert_eq!(After::read("", &order(true), Id::Uuid).unwrap(), None);
    }

    #[test]
    fn should_refuse_a_place_of_another_list() {
        let id = Uuid::from_u128(7);
        for (text, of) in [
            ("x", Id::Uuid),
            ("x.1", Id::Uuid),
            (&format!("{id}"), Id::Uuid),
            (&format!("{id}.web"), Id::Uuid),
            (&format!("{id}.1"), Id::Number),
            ("7.1", Id::Uuid),
            ("7.x", Id::Number),
        ] {
            assert_eq!(After::read(text, &order(true), of).unwrap_err().code(), Code::InvalidInput, "{text}");
        }
    }
}

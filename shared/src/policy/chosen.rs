//! A choice of at least one of a few things.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use crate::policy::PolicyRefused;

/// One of at most 32 things in an order, as a choice counts them.
pub trait Member: Copy {
    /// Its place, from 0.
    fn position(self) -> u32;

    /// What is at that place.
    fn at(position: u32) -> Option<Self>;
}

/// At least one of a few things, each once; a list in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<T>", into = "Vec<T>")]
#[serde(bound(serialize = "T: Member + Serialize", deserialize = "T: Member + Deserialize<'de>"))]
pub struct Chosen<T> {
    /// A bit for each place, never none.
    bits: u32,
    of: PhantomData<T>,
}

impl<T: Member> Chosen<T> {
    /// Chooses these, of which there must be one.
    pub fn new(members: impl IntoIterator<Item = T>) -> Result<Self, PolicyRefused> {
        let bits = members.into_iter().fold(0, |bits, member| bits | 1 << member.position());
        if bits == 0 { Err(PolicyRefused::NothingChosen) } else { Ok(Self { bits, of: PhantomData }) }
    }

    /// Whether it is chosen.
    pub fn has(self, member: T) -> bool {
        self.bits & 1 << member.position() != 0
    }

    /// Whether all that the other chose is chosen here, too.
    pub fn has_all(self, other: Self) -> bool {
        self.bits & other.bits == other.bits
    }

    /// What is chosen, in order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        (0..u32::BITS).filter(move |position| self.bits & 1 << position != 0).filter_map(T::at)
    }
}

impl<T: Member> TryFrom<Vec<T>> for Chosen<T> {
    type Error = PolicyRefused;

    fn try_from(members: Vec<T>) -> Result<Self, PolicyRefused> {
        Self::new(members)
    }
}

impl<T: Member> From<Chosen<T>> for Vec<T> {
    fn from(chosen: Chosen<T>) -> Vec<T> {
        chosen.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{DayOfMonth, Weekday};

    #[test]
    fn should_be_a_list_of_each_once_in_order() {
        let chosen: Chosen<Weekday> = serde_json::from_str(r#"["Sunday","Monday","Sunday"]"#).unwrap();
        assert_eq!(serde_json::to_string(&chosen).unwrap(), r#"["Monday","Sunday"]"#);
        assert!(chosen.has(Weekday::Sunday) && !chosen.has(Weekday::Tuesday));
    }

    #[test]
    fn should_hold_the_last_of_the_longest_list() {
        let all = Chosen::new((1..=31).map(|number| DayOfMonth::new(number).unwrap())).unwrap();
        assert_eq!(all.iter().last().map(DayOfMonth::number), Some(31));
    }

    #[test]
    fn should_not_be_empty() {
        assert_eq!(Chosen::<Weekday>::new([]), Err(PolicyRefused::NothingChosen));
        assert!(serde_json::from_str::<Chosen<Weekday>>("[]").is_err());
    }
}

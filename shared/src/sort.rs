//! The orders of lists: `name`, or `-name` the other way round.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a list can be sorted by: a closed list of columns with the names that an address has for them.
pub trait Column: Copy + PartialEq + 'static {
    /// Every column by its name.
    const ALL: &'static [(&'static str, Self)];

    /// The order when none is asked for.
    const FIRST: Sort<Self>;
}

/// A column and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort<C> {
    /// The column.
    pub by: C,
    /// Whether the largest, the latest, the last of the alphabet comes first.
    pub is_descending: bool,
}

impl<C> Sort<C> {
    /// The smallest first.
    pub const fn ascending(by: C) -> Self {
        Self { by, is_descending: false }
    }

    /// The largest first.
    pub const fn descending(by: C) -> Self {
        Self { by, is_descending: true }
    }
}

impl<C: Column> Default for Sort<C> {
    fn default() -> Self {
        C::FIRST
    }
}

/// A list has no such column to be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchColumn;

impl fmt::Display for NoSuchColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the list cannot be sorted by this")
    }
}

impl std::error::Error for NoSuchColumn {}

impl<C: Column> FromStr for Sort<C> {
    type Err = NoSuchColumn;

    fn from_str(text: &str) -> Result<Self, NoSuchColumn> {
        let (name, is_descending) = match text.strip_prefix('-') {
            Some(name) => (name, true),
            None => (text, false),
        };
        let found = C::ALL.iter().find(|(known, _)| *known == name).ok_or(NoSuchColumn)?;
        Ok(Self { by: found.1, is_descending })
    }
}

impl<C: Column> fmt::Display for Sort<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = C::ALL.iter().find(|(_, column)| *column == self.by).map_or("", |(name, _)| *name);
        write!(f, "{}{name}", if self.is_descending { "-" } else { "" })
    }
}

impl<C: Column> Serialize for Sort<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, C: Column> Deserialize<'de> for Sort<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// What the list of items can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemColumn {
    /// The machine's name.
    Name,
    /// How it is, the worst first, then the name.
    Health,
    /// The newest point's time; an item without one has the oldest.
    NewestPoint,
    /// The policy's name, then the machine's.
    Policy,
    /// The vault's name, then the machine's.
    Vault,
}

impl Column for ItemColumn {
    const ALL: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("health", Self::Health),
        ("newest_point", Self::NewestPoint),
        ("policy", Self::Policy),
        ("vault", Self::Vault),
    ];
    const FIRST: Sort<Self> = Sort::ascending(Self::Name);
}

/// What the list of machines can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MachineColumn {
    /// Its name.
    Name,
    /// How its item is, the worst first; those in no policy come last.
    Protection,
    /// The host's name, then its own.
    Host,
    /// The location's name, then its own.
    Location,
    /// The resource group's name, then its own.
    ResourceGroup,
}

impl Column for MachineColumn {
    const ALL: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("protection", Self::Protection),
        ("host", Self::Host),
        ("location", Self::Location),
        ("resource_group", Self::ResourceGroup),
    ];
    const FIRST: Sort<Self> = Sort::ascending(Self::Name);
}

/// What the list of vaults can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultColumn {
    /// Its name.
    Name,
    /// The location's name, then its own.
    Location,
    /// The resource group's name, then its own.
    ResourceGroup,
    /// When it was made.
    Created,
}

impl Column for VaultColumn {
    const ALL: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("location", Self::Location),
        ("resource_group", Self::ResourceGroup),
        ("created", Self::Created),
    ];
    const FIRST: Sort<Self> = Sort::ascending(Self::Name);
}

/// What the list of jobs can be sorted by. There are too many of them for an order that no index has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobColumn {
    /// When it was accepted.
    Created,
}

impl Column for JobColumn {
    const ALL: &'static [(&'static str, Self)] = &[("created", Self::Created)];
    const FIRST: Sort<Self> = Sort::descending(Self::Created);
}

/// What the activity log can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditColumn {
    /// When it was done.
    Time,
}

impl Column for AuditColumn {
    const ALL: &'static [(&'static str, Self)] = &[("time", Self::Time)];
    const FIRST: Sort<Self> = Sort::descending(Self::Time);
}

/// What the list of notifications can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotificationColumn {
    /// When it happened.
    Time,
}

impl Column for NotificationColumn {
    const ALL: &'static [(&'static str, Self)] = &[("time", Self::Time)];
    const FIRST: Sort<Self> = Sort::descending(Self::Time);
}

/// What an item's recovery points can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointColumn {
    /// When it was taken.
    Taken,
    /// What of it was new.
    NewData,
    /// What it added to the vault's storage.
    Stored,
    /// Until when it is kept.
    Expires,
}

impl Column for PointColumn {
    const ALL: &'static [(&'static str, Self)] =
        &[("taken", Self::Taken), ("new_data", Self::NewData), ("stored", Self::Stored), ("expires", Self::Expires)];
    const FIRST: Sort<Self> = Sort::descending(Self::Taken);
}

/// What the list of users can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserColumn {
    /// The name.
    Name,
    /// When they last signed in; who never did comes first.
    LastSignedIn,
    /// When they were added.
    Added,
}

impl Column for UserColumn {
    const ALL: &'static [(&'static str, Self)] =
        &[("name", Self::Name), ("last_signed_in", Self::LastSignedIn), ("added", Self::Added)];
    const FIRST: Sort<Self> = Sort::ascending(Self::Name);
}

/// What the list of tokens can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenColumn {
    /// The name.
    Name,
    /// When it was last used; what never was comes first.
    LastUsed,
    /// When it was made.
    Created,
}

impl Column for TokenColumn {
    const ALL: &'static [(&'static str, Self)] =
        &[("name", Self::Name), ("last_used", Self::LastUsed), ("created", Self::Created)];
    const FIRST: Sort<Self> = Sort::ascending(Self::Created);
}

/// What the list of screens can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenColumn {
    /// The name.
    Name,
    /// When it last read something; what never did comes first.
    LastSeen,
    /// When it was paired.
    Paired,
}

impl Column for ScreenColumn {
    const ALL: &'static [(&'static str, Self)] =
        &[("name", Self::Name), ("last_seen", Self::LastSeen), ("paired", Self::Paired)];
    const FIRST: Sort<Self> = Sort::ascending(Self::Paired);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_read_what_it_writes() {
        for (name, by) in ItemColumn::ALL {
            for text in [(*name).to_owned(), format!("-{name}")] {
                let sort: Sort<ItemColumn> = text.parse().unwrap();
                assert_eq!((sort.by, sort.to_string()), (*by, text));
            }
        }
    }

    #[test]
    fn should_know_no_other_column() {
        for text in ["", "-", "--name", "Name", "name; drop table items"] {
            assert_eq!(text.parse::<Sort<ItemColumn>>(), Err(NoSuchColumn), "{text}");
        }
    }
}

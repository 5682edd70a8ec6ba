//! Which clock a policy goes by.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::policy::{PolicyRefused, Zone};

/// The clock of a policy; a text in JSON, `Europe/Stockholm` or `UTC+01:00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PolicyZone {
    /// The local clock of a zone, which is put forward and back.
    Local(ZoneName),
    /// A clock that is never changed, as Azure Backup's (C-083).
    Fixed(UtcOffset),
}

/// A name in the form of the IANA time zones. Whether there is such a zone says who has their data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneName(String);

impl ZoneName {
    /// The longest name; the longest of a zone has 32 characters.
    const MAX: usize = 64;

    /// The name, in its form.
    pub fn new(name: &str) -> Result<Self, PolicyRefused> {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
        let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let fits = starts && name.len() <= Self::MAX && name.chars().all(is_of_name) && !name.ends_with('/');
        if fits { Ok(Self(name.to_owned())) } else { Err(PolicyRefused::NotAZone) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How far a clock is ahead of UTC for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UtcOffset {
    minutes: i32,
}

impl UtcOffset {
    /// So many minutes ahead of UTC: from 12 hours behind to 14 hours ahead, as the clocks of the world are.
    pub const fn new(minutes: i32) -> Result<Self, PolicyRefused> {
        match minutes {
            -720..=840 => Ok(Self { minutes }),
            _ => Err(PolicyRefused::NotAZone),
        }
    }

    /// The offset of a zone's winter, in the half year that begins at an instant: what a fixed clock "of that zone" is.
    pub fn standard_of(zone: &dyn Zone, at: DateTime<Utc>) -> Result<Self, PolicyRefused> {
        let offset = zone.offset_at(at).min(zone.offset_at(at + TimeDelta::days(182)));
        i32::try_from(offset.num_minutes()).map_err(|_| PolicyRefused::NotAZone).and_then(Self::new)
    }

    /// Its minutes.
    pub const fn minutes(self) -> i32 {
        self.minutes
    }
}

impl Zone for UtcOffset {
    fn offset_at(&self, _: DateTime<Utc>) -> TimeDelta {
        TimeDelta::minutes(self.minutes.into())
    }
}

impl fmt::Display for PolicyZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Local(name) => f.write_str(name.as_str()),
            Self::Fixed(UtcOffset { minutes }) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl From<PolicyZone> for String {
    fn from(zone: PolicyZone) -> String {
        zone.to_string()
    }
}

impl TryFrom<String> for PolicyZone {
    type Error = PolicyRefused;

    fn try_from(text: String) -> Result<Self, PolicyRefused> {
        match text.strip_prefix("UTC") {
            Some(offset) if offset.contains(':') => offset_in(offset).map(Self::Fixed),
            _ => ZoneName::new(&text).map(Self::Local),
        }
    }
}

/// The offset in `+01:00`.
fn offset_in(text: &str) -> Result<UtcOffset, PolicyRefused> {
    let (sign, digits) = match text.split_at_checked(1) {
        Some(("+", digits)) => (1, digits),
        Some(("-", digits)) => (-1, digits),
        _ => return Err(PolicyRefused::NotAZone),
    };
    let number = |part: &str| match part.len() {
        2 if part.bytes().all(|b| b.is_ascii_digit()) => part.parse::<i32>().map_err(|_| PolicyRefused::NotAZone),
        _ => Err(PolicyRefused::NotAZone),
    };
    let (hours, minutes) = digits.split_once(':').ok_or(PolicyRefused::NotAZone)?;
    match (number(hours)?, number(minutes)?) {
        (hours, minutes @ 0..60) => UtcOffset::new(sign * (hours * 60 + minutes)),
        _ => Err(PolicyRefused::NotAZone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::zone::tests::{Lisbon, instant};

    fn read(text: &str) -> Result<PolicyZone, PolicyRefused> {
        PolicyZone::try_from(text.to_owned())
    }

    #[test]
    fn should_read_what_it_writes() {
        for text in [
            "UTC",
            "Europe/Stockholm",
            "America/Argentina/ComodRivadavia",
            "Etc/GMT+12",
            "UTC+01:00",
            "UTC-03:30",
            "UTC+14:00",
        ] {
            assert_eq!(read(text).map(String::from).as_deref(), Ok(text));
        }
        assert_eq!(read("UTC+05:45"), UtcOffset::new(345).map(PolicyZone::Fixed));
    }

    #[test]
    fn should_refuse_what_is_no_clock() {
        let long = "A".repeat(65);
        for text in [
            "",
            "Europe/",
            "/etc/passwd",
            "../x",
            "Europe Stockholm",
            "UTC+1:00",
            "UTC+15:00",
            "UTC-13:00",
            "UTC01:00",
            "UTC+00:60",
            "UTC+é:00",
            &long,
        ] {
            assert_eq!(read(text), Err(PolicyRefused::NotAZone), "{text}");
        }
    }

    #[test]
    fn should_be_fixed_to_the_winter_of_a_zone() {
        for at in ["2026-07-01T00:00:00Z", "2026-01-01T00:00:00Z"] {
            assert_eq!(UtcOffset::standard_of(&Lisbon, instant(at)), UtcOffset::new(0));
        }
    }
}

//! How many days, weeks, months or years.

use serde::{Deserialize, Serialize};

use crate::policy::PolicyRefused;

/// The most that a range may be told to keep (`azure-backup.md` §2.1).
pub const COUNT_MAX: u32 = 9999;

/// How many of its units a range keeps points for: 1 to [`COUNT_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Count(u32);

impl Count {
    /// So many.
    pub const fn new(count: u32) -> Result<Self, PolicyRefused> {
        match count {
            1..=COUNT_MAX => Ok(Self(count)),
            _ => Err(PolicyRefused::OutOfRange { min: 1, max: COUNT_MAX }),
        }
    }

    /// How many.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Count {
    type Error = PolicyRefused;

    fn try_from(count: u32) -> Result<Self, PolicyRefused> {
        Self::new(count)
    }
}

impl From<Count> for u32 {
    fn from(count: Count) -> u32 {
        count.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_be_within_the_documented_bounds() {
        for count in [1, 7, COUNT_MAX] {
            assert_eq!(Count::new(count).map(Count::get), Ok(count));
        }
        for count in [0, COUNT_MAX + 1, u32::MAX] {
            assert_eq!(Count::new(count), Err(PolicyRefused::OutOfRange { min: 1, max: COUNT_MAX }));
        }
    }
}

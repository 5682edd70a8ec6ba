//! How hard chunks are compressed.

use std::str::FromStr;
use std::sync::atomic::{AtomicI32, AtomicU64, Ordering};
use std::time::Duration;

/// The least and the most that *auto* takes: beyond it zstd costs far more than it saves.
const AUTO: std::ops::RangeInclusive<i32> = 1..=9;
/// Where nothing else is asked for: trees, and a vault's first packs.
pub(super) const USUAL_LEVEL: i32 = 3;

/// How hard chunks are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compression {
    /// By zstd at this level, 1 to 19.
    Level(i32),
    /// By zstd at a level that follows the store: harder while storing takes longer than compressing.
    Auto,
}

/// Neither *auto* nor a level that zstd has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("choose auto, or a level from 1 to 19")]
pub struct NotACompression;

/// `auto`, or a level.
impl FromStr for Compression {
    type Err = NotACompression;

    fn from_str(text: &str) -> Result<Self, NotACompression> {
        match text.parse() {
            Ok(level @ 1..=19) => Ok(Compression::Level(level)),
            _ if text == "auto" => Ok(Compression::Auto),
            _ => Err(NotACompression),
        }
    }
}

impl Default for Compression {
    fn default() -> Self {
        Compression::Level(USUAL_LEVEL)
    }
}

/// The level at which the running backups of a vault compress, and what moves it.
pub(super) struct Pace {
    auto: bool,
    level: AtomicI32,
    /// How long workers compressed since a pack was written.
    compressing_nanos: AtomicU64,
}

impl Pace {
    pub(super) fn new(compression: Compression) -> Self {
        let (auto, level) = match compression {
            Compression::Level(level) => (false, level.clamp(1, 19)),
            Compression::Auto => (true, USUAL_LEVEL),
        };
        Pace { auto, level: AtomicI32::new(level), compressing_nanos: AtomicU64::new(0) }
    }

    pub(super) fn level(&self) -> i32 {
        self.level.load(Ordering::Relaxed)
    }

    pub(super) fn compressed(&self, took: Duration) {
        self.compressing_nanos.fetch_add(nanos(took), Ordering::Relaxed);
    }

    /// A pack was written; `took` is what the store took for it.
    pub(super) fn stored(&self, took: Duration) {
        let compressing = self.compressing_nanos.swap(0, Ordering::Relaxed);
        if self.auto {
            let level = next_level(self.level(), compressing, nanos(took));
            self.level.store(level, Ordering::Relaxed);
        }
    }
}

/// A worker that waits for the store could have compressed meanwhile; one that seldom waits had better compress less.
fn next_level(level: i32, compressing: u64, storing: u64) -> i32 {
    let wanted = if storing > compressing {
        level + 1
    } else if storing < compressing / 4 {
        level - 1
    } else {
        level
    };
    wanted.clamp(*AUTO.start(), *AUTO.end())
}

fn nanos(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level_after(packs: u64, compressing: u64, storing: u64) -> i32 {
        let pace = Pace::new(Compression::Auto);
        for _ in 0..packs {
            pace.compressed(Duration::from_millis(compressing));
            pace.stored(Duration::from_millis(storing));
        }
        pace.level()
    }

    #[test]
    fn auto_follows_the_store() {
        assert_eq!(level_after(20, 100, 1000), 9, "far slower than compressing");
        assert_eq!(level_after(20, 100, 10), 1, "far faster");
        assert_eq!(level_after(20, 100, 60), 3, "about as fast");
        assert_eq!(level_after(2, 100, 1000), 5, "a step a pack");
    }

    #[test]
    fn a_fixed_level_stays_and_an_impossible_one_is_none() {
        for (asked, level) in [(7, 7), (0, 1), (99, 19)] {
            let pace = Pace::new(Compression::Level(asked));
            pace.stored(Duration::from_secs(9));
            assert_eq!(pace.level(), level);
        }
    }
}

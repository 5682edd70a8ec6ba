//! Which rows of a long list can be seen.

use std::ops::Range;

/// So many rows before and behind what can be seen are in the page too, for a quick hand and for the keyboard.
const AROUND: usize = 12;

/// What was measured of a list, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// Where the first row begins, from the upper edge of the screen; negative when it is above.
    pub(super) top: f64,
    /// How high the screen is.
    pub(super) screen: f64,
    /// How high a row is.
    pub(super) row: f64,
}

impl Measure {
    /// The rows of so many that are in the page.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows above the first are the first")]
    pub(super) fn window(self, count: usize) -> Range<usize> {
        let row = self.row.max(1.0);
        let first = ((-self.top / row).max(0.0) as usize).saturating_sub(AROUND);
        let last = (((self.screen - self.top) / row).max(0.0) as usize + 1 + AROUND).min(count);
        first.min(last)..last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_hold_what_can_be_seen_and_a_little_around_it() {
        let at = |top| Measure { top, screen: 800.0, row: 40.0 };
        assert_eq!(at(200.0).window(5000), 0..28);
        assert_eq!(at(-40_000.0).window(5000), 988..1033);
        assert_eq!(at(-199_600.0).window(5000), 4978..5000);
        assert_eq!(at(200.0).window(3), 0..3);
        assert_eq!(at(-9000.0).window(3), 3..3);
        assert_eq!(at(2000.0).window(5000), 0..13);
    }
}

//! What is proved of a point or an item: that a verification found it whole or damaged, or that it was checked when it was made.

use chrono::{DateTime, Utc};
use shared::health::Health;
use shared::maintenance::Verdict;

use crate::i18n::Strings;
use crate::ui::status::Shape;

/// What is proved, how it looks, when that was, and in a sentence.
#[derive(Clone, PartialEq)]
pub(super) struct Proved {
    pub(super) shape: Shape,
    pub(super) word: &'static str,
    pub(super) at: Option<DateTime<Utc>>,
    pub(super) sentence: String,
}

/// What the verdict proves, and without one the check of a new point.
pub(super) fn proved(
    s: &Strings,
    verdict: &Verdict,
    validated_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Proved {
    let (shape, word, at, sentence) = match (verdict, validated_at) {
        (Verdict::Damaged { at, .. }, _) => {
            (Shape::Failed, (s.items.health)(Health::Damaged), Some(*at), s.moment_long(*at))
        }
        (Verdict::Verified { at, scope }, _) => {
            (Shape::Ok, s.items.verified, Some(*at), (s.items.verified_by)(*scope, &s.ago(*at, now)))
        }
        (Verdict::NotVerified, Some(at)) => {
            let sentence = format!("{}, {}", (s.items.verified_ago)(&s.ago(at, now)), s.items.checked_when_made);
            (Shape::Ok, s.items.verified, Some(at), sentence)
        }
        (Verdict::NotVerified, None) => (Shape::None, s.items.not_yet, None, s.items.not_yet.to_owned()),
    };
    Proved { shape, word, at, sentence }
}

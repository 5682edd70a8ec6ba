//! Shared screens: how one is paired, and what it is told of itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::auth::Scope;
use crate::id::ScreenId;
use crate::name::ScreenName;

/// A code that nobody types is void after so many minutes.
pub const PAIRING_MINUTES: i64 = 5;
/// A code has so many digits.
pub const CODE_DIGITS: usize = 6;

/// The digits of a code as someone types them, with or without spaces; nothing when it cannot be one.
pub fn code_digits(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (digits.len() == CODE_DIGITS && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// A screen that was paired: it reads what the wall shows, within its scope, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Screen {
    /// Its id.
    pub id: ScreenId,
    /// What it is called.
    pub name: String,
    /// What it shows, at most what the one who paired it may operate.
    pub scope: Scope,
    /// The name of the vault or group that it shows; nothing for everything, or when it is gone.
    pub scope_name: Option<String>,
    /// Where it asked to be paired from.
    pub address: String,
    /// Its browser, as it names itself: untrusted text.
    pub browser: String,
    /// Who paired it.
    pub paired_by: String,
    /// When it was paired.
    pub paired_at: DateTime<Utc>,
    /// When it last read something, to the minute.
    pub last_seen_at: Option<DateTime<Utc>>,
}

/// A screen that waits for someone to type its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Pairing {
    /// The six digits that it shows. They only find it: what lets it in is a secret that it alone has.
    pub code: String,
    /// When the code is void.
    pub expires_at: DateTime<Utc>,
}

/// What someone who typed the code sees of the screen before they let it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WaitingScreen {
    /// Its code.
    pub code: String,
    /// Where it asks from.
    pub address: String,
    /// Its browser, as it names itself: untrusted text.
    pub browser: String,
    /// When the code is void.
    pub expires_at: DateTime<Utc>,
}

/// Lets a waiting screen in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PairScreen {
    /// The six digits that it shows.
    pub code: String,
    /// What it is called.
    pub name: ScreenName,
    /// What it shows.
    pub scope: Scope,
}

/// What a browser that opened the wall may show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ScreenState {
    /// What the person sees who is signed in here.
    SignedIn,
    /// What it was paired for.
    Paired {
        /// What it is called.
        name: String,
    },
    /// Nothing: it waits for someone to type its code.
    Waiting {
        /// Its pairing.
        pairing: Pairing,
    },
    /// Nothing any more.
    Revoked {
        /// What it was called.
        name: String,
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Nothing: it has not asked to be paired.
    Unpaired,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_read_a_code_as_people_type_it() {
        for typed in ["042317", "042 317", " 042-317 "] {
            assert_eq!(code_digits(typed).as_deref(), Some("042317"), "{typed}");
        }
        for typed in ["", "04231", "0423170", "04231x", "０４２３１７"] {
            assert_eq!(code_digits(typed), None, "{typed}");
        }
    }
}

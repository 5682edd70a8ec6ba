//! The second factor of a user: codes of an authenticator app (RFC 6238), and recovery codes for when it is lost.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How one's own second factor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SecondFactorState {
    /// Since when it is asked for; nothing while it is not.
    pub since: Option<DateTime<Utc>>,
    /// How many recovery codes have not been used.
    pub recovery_codes: u64,
}

/// Begins to add a second factor to one's own account.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginSecondFactor {
    /// One's password.
    pub password: String,
}

/// What goes into an authenticator app, shown this once. It counts when a code has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewSecondFactor {
    /// The secret, in base 32.
    pub secret: String,
    /// The secret as an `otpauth://` address.
    pub address: String,
    /// The address as a QR code.
    pub qr: QrCode,
}

/// A QR code: a square of modules, the dark ones as the path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QrCode {
    /// The number of modules along an edge, with the quiet zone around.
    pub modules: u32,
    /// The dark modules, each a unit square: the `d` of a path.
    pub path: String,
}

/// Confirms a second factor.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmSecondFactor {
    /// A code that the app shows.
    pub code: String,
}

/// New recovery codes, shown this once. Each signs in once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// The codes.
    pub codes: Vec<String>,
}

/// Removes one's own second factor.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RemoveSecondFactor {
    /// One's password.
    pub password: String,
}

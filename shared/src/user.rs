//! Changing users: what they may do, and their passwords.

use serde::{Deserialize, Serialize};

use crate::auth::Grant;

/// Changes what a user may do.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeUser {
    /// All that they may do from now on; at least one.
    pub grants: Vec<Grant>,
}

/// Gives someone else a new password.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    /// The new password, at least [`crate::auth::PASSWORD_CHARS_MIN`] characters.
    pub password: String,
}

/// Changes one's own password.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    pub old_password: String,
    /// The new password, at least [`crate::auth::PASSWORD_CHARS_MIN`] characters.
    pub password: String,
}

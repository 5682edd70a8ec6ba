//! Signing in with an identity provider (OpenID Connect).

use serde::{Deserialize, Serialize};

/// Whether there is an identity provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProviderState {
    /// What it is called; nothing when there is none.
    pub name: Option<String>,
}

/// Where the browser goes to sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Departure {
    /// The address at the identity provider.
    pub address: String,
}

/// Whether one's own account is linked to one at the identity provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IdentityState {
    /// What the provider is called; nothing when there is none.
    pub provider: Option<String>,
    /// Whether the account is linked.
    pub linked: bool,
}

/// Links one's own account to one at the identity provider.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkIdentity {
    /// One's password.
    pub password: String,
}

/// Shows the second factor after the identity provider has said who it is.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowSecondFactor {
    /// A code of the authenticator app, or a recovery code.
    pub code: String,
}

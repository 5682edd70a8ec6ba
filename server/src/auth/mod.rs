//! Who people are and what they may do: users, sessions, tokens, the one-time link, and the check of roles.
//!
//! The check itself is [`Principal`]; which route asks for which permission is `http::access`, one table for all.

mod account;
pub mod api;
mod identity;
mod password;
mod place;
mod principal;
mod refusals;
mod second_factor;
mod secret;
mod setup_link;
mod sign_in;
mod sign_in_limit;
mod store;
mod tokens;
mod users;

pub use identity::{IdentityProvider, JOURNEY_MINUTES, Provider};
pub use place::Place;
pub use principal::Principal;
pub use refusals::Refusals;
pub use second_factor::{remove_by_operator, sealed, set_sealed};
pub use secret::Secret;
pub use setup_link::SetupLink;
pub use sign_in::{SESSION_HOURS, by_session, by_token, sign_in, sign_out};
pub use sign_in_limit::SignInLimit;
pub use store::{scope, scope_columns};
pub use users::{any_user, first_owner};

//! Second factors: one's own, and someone else's that is removed.

use gloo_net::http::Method;
use shared::id::UserId;
use shared::second_factor::{
    BeginSecondFactor, ConfirmSecondFactor, NewSecondFactor, RecoveryCodes, RemoveSecondFactor, SecondFactorState,
};

use super::{Failure, client};

/// How one's own stands.
pub(crate) async fn state() -> Result<SecondFactorState, Failure> {
    client::get("/account/second-factor").await
}

/// Begins to add one; the answer goes into an app.
pub(crate) async fn begin(password: String) -> Result<NewSecondFactor, Failure> {
    client::post("/account/second-factor", &BeginSecondFactor { password }).await
}

/// Confirms it by a code of the app.
pub(crate) async fn confirm(code: String) -> Result<RecoveryCodes, Failure> {
    client::post("/account/second-factor/confirm", &ConfirmSecondFactor { code }).await
}

/// Removes one's own.
pub(crate) async fn remove_own(password: String) -> Result<(), Failure> {
    client::order("/account/second-factor/remove", &RemoveSecondFactor { password }).await
}

/// Removes someone else's.
pub(crate) async fn remove_of(user: UserId) -> Result<(), Failure> {
    client::tell(Method::DELETE, &format!("/users/{user}/second-factor")).await
}

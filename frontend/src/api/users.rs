//! Users, and one's own password.

use gloo_net::http::Method;
use shared::auth::{CreateUser, User};
use shared::id::UserId;
use shared::user::{ChangePassword, ChangeUser, ResetPassword};

use super::{Failure, Query, client};
use crate::paging::Coming;

/// All users, by name.
pub(crate) async fn all() -> Result<Vec<User>, Failure> {
    client::all("/users", Query::new()).await
}

/// A page of the users that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<User> {
    client::counted("/users", query)
}

/// One user.
pub(crate) async fn get(id: UserId) -> Result<User, Failure> {
    client::get(&format!("/users/{id}")).await
}

/// Adds one.
pub(crate) async fn create(user: CreateUser) -> Result<User, Failure> {
    client::post("/users", &user).await
}

/// Changes what one may do.
pub(crate) async fn change(id: UserId, change: ChangeUser) -> Result<User, Failure> {
    client::patch(&format!("/users/{id}"), &change).await
}

/// Removes one.
pub(crate) async fn remove(id: UserId) -> Result<(), Failure> {
    client::tell(Method::DELETE, &format!("/users/{id}")).await
}

/// Gives someone else a new password.
pub(crate) async fn reset_password(id: UserId, reset: ResetPassword) -> Result<(), Failure> {
    client::order(&format!("/users/{id}/reset-password"), &reset).await
}

/// Signs someone out everywhere.
pub(crate) async fn end_sessions(id: UserId) -> Result<(), Failure> {
    client::tell(Method::POST, &format!("/users/{id}/end-sessions")).await
}

/// Changes the password of whoever is signed in.
pub(crate) async fn change_own_password(change: ChangePassword) -> Result<(), Failure> {
    client::order("/account/change-password", &change).await
}

//! What everybody may do about themselves.

pub(super) mod api;
mod change_password;
pub(super) mod own_password;

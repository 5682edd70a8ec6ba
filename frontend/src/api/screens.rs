//! Shared screens.

use gloo_net::http::Method;
use shared::id::ScreenId;
use shared::screen::{PairScreen, Pairing, Screen, ScreenState, WaitingScreen};

use super::{Failure, Query, client};
use crate::paging::Coming;

/// What this browser may show on the wall.
pub(crate) async fn current() -> Result<ScreenState, Failure> {
    client::get("/screens/current").await
}

/// Asks for a code to show.
pub(crate) async fn begin() -> Result<Pairing, Failure> {
    client::act("/screens/pairings").await
}

/// The screen that shows this code.
pub(crate) async fn find(code: &str) -> Result<WaitingScreen, Failure> {
    client::get(&format!("/screens/pairings/{code}")).await
}

/// Lets it in.
pub(crate) async fn pair(screen: PairScreen) -> Result<Screen, Failure> {
    client::post("/screens", &screen).await
}

/// A page of the screens that a query asks for.
pub(crate) fn listed(query: Query) -> Coming<Screen> {
    client::counted("/screens", query)
}

/// Ends one.
pub(crate) async fn revoke(id: ScreenId) -> Result<(), Failure> {
    client::tell(Method::DELETE, &format!("/screens/{id}")).await
}

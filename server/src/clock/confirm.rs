//! Confirming that the clock is right.

use chrono::SecondsFormat;
use shared::audit::Action;
use shared::clock::{ClockDoubt, ConfirmClock, ServerClock};
use shared::problem::Code;

use crate::app::App;
use crate::audit;
use crate::auth::Principal;
use crate::clock::look::Look;
use crate::error::Result;

/// Takes what the clock says for the time, when its jump is still the one that was seen.
pub(super) async fn confirm(app: &App, principal: &Principal, request: ConfirmClock) -> Result<ServerClock> {
    principal.on_everything()?;
    let mut look = Look::begin(app).await?;
    let (doubt, tx) = look.found();
    let Some(doubt) = doubt.filter(|doubt| doubt.found_at == request.found_at) else {
        // Kept all the same: whoever asks again sees what there is now.
        look.end().await?;
        return Err(Code::ClockNotAsSeen.into());
    };
    audit::record(tx, &app.clock, &principal.name, Action::ClockConfirm, &words(doubt)).await?;
    look.believe();
    look.end().await
}

/// From which time to which.
fn words(doubt: ClockDoubt) -> String {
    let [known, found] = [doubt.known_at, doubt.found_at].map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true));
    format!("{known} → {found}")
}

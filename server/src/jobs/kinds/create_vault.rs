//! Makes a vault's storage.

use shared::job::Phase;

use crate::error::Result;
use crate::jobs::{Context, Done};
use crate::vaults;

pub(super) async fn run(context: &Context) -> Result<Done> {
    context.meter.begin(Phase::Run);
    vaults::make_storage(context).await?;
    Ok(Done::VaultReady)
}

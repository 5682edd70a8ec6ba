//! The context that goes first into every function: what the server has open.

use std::sync::Arc;

use crate::auth::{Provider, Refusals, SetupLink, SignInLimit};
use crate::clock::{Clock, Watched};
use crate::config::Config;
use crate::db::Db;
use crate::events::Events;
use crate::jobs::Wake;
use crate::vaults::{MasterKey, Repositories};

/// What the server has open. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The streams that watch.
    pub events: Events,
    /// The time.
    pub clock: Clock,
    /// Whether the time can be believed.
    pub watched: Arc<Watched>,
    /// What `cofre.toml` and the environment say.
    pub config: Arc<Config>,
    /// Seals the passwords of the vaults.
    pub master_key: Arc<MasterKey>,
    /// The vaults that are open.
    pub repositories: Repositories,
    /// Wakes the runner when a job was queued or is to be cancelled.
    pub wake: Wake,
    /// Slows down those who guess passwords.
    pub sign_in_limit: Arc<SignInLimit>,
    /// Failed sign-ins that are still written.
    pub refusals: Arc<Refusals>,
    /// Slows down those who guess the codes of screens.
    pub code_limit: Arc<SignInLimit>,
    /// The identity provider, when there is one.
    pub identity_provider: Option<Arc<Provider>>,
    /// The one-time link, while there is no Owner.
    pub setup_link: Arc<SetupLink>,
}

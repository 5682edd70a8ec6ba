//! Connecting vaults that another server made.

use serde_json::{Value, json};
use shared::vault::{Vault, VaultPassword};

use crate::{Answer, Client, Cofre, NORTH};

impl Cofre {
    /// A server that knows nothing, over the storage and the images of another.
    pub async fn start_blank_over(other: &Cofre) -> Self {
        let (locations, images) = (other.place.config().locations, other.place.config().image_roots);
        Self::start_with(|config| {
            config.locations = locations;
            config.image_roots = images;
        })
        .await
    }

    /// Writes the catalogues that differ, without waiting for the time that they are written at.
    pub async fn write_catalogues(&self) {
        server::catalogue::write_all(self.app()).await.expect("the catalogues can be written");
    }
}

/// The name of the folder that the vault lies in.
pub fn folder_of(password: &VaultPassword) -> &str {
    password.repository.rsplit('/').next().unwrap_or_default()
}

impl Client {
    /// What asks about a vault of the first location, or for it.
    pub async fn known_by(&self, password: &VaultPassword) -> Value {
        let location = self.location(NORTH).await.id;
        json!({"location_id": location, "folder": folder_of(password), "password": password.password})
    }

    /// Connects the vault.
    pub async fn connected(&self, password: &VaultPassword) -> Vault {
        self.ask_to_connect(password).await.body(201)
    }

    /// Asks to connect the vault.
    pub async fn ask_to_connect(&self, password: &VaultPassword) -> Answer {
        self.post("/vaults/connect", &self.known_by(password).await).await
    }
}

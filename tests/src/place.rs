//! A folder with everything that a server needs: data, key, images, restores and the storage of two locations.

use std::fs;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::process::Command;

use server::config::{Config, Location, Patience};
use server::storage::Storage;
use server::tuning::{Tuning, rate_limit};
use tempfile::TempDir;

use crate::database::Database;

/// The location that comes first.
pub const NORTH: &str = "North";
/// The other location.
pub const SOUTH: &str = "South";

/// The data folder.
const DATA: &str = "data";

/// What slow vaults move in a second, together.
const SLOW_MIB: NonZeroU32 = NonZeroU32::new(16).unwrap();

/// A folder of a server's own, removed at the end of the test.
#[derive(Debug)]
pub struct Place {
    folder: TempDir,
    database: Database,
    /// At most so many MiB a second go to and from its vaults.
    rate_limit_mib: Option<NonZeroU32>,
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}

impl Place {
    /// A new one, with empty folders for images and restores, and its state where the tests are told.
    pub fn new() -> Self {
        Self::with_state_on(Database::told())
    }

    /// The same with vaults so slow that a test meets a job on its way on any machine: about a second for 24 MiB of
    /// [`content::write_large`](crate::content::write_large).
    pub fn slow() -> Self {
        Self { rate_limit_mib: Some(SLOW_MIB), ..Self::new() }
    }

    /// The same with its state on this PostgreSQL server, or without one in a SQLite file.
    pub fn with_state_on(server: Option<String>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let database = Database::new(&folder.path().join(DATA), server);
        let place = Self { folder, database, rate_limit_mib: None };
        for folder in [place.images(), place.restores()] {
            fs::create_dir(folder).expect("a folder can be made");
        }
        place
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the server keeps.
    pub fn data(&self) -> PathBuf {
        self.path(DATA)
    }

    /// Everything that the database holds, with the server stopped.
    pub fn database_content(&self) -> Vec<u8> {
        self.database.content()
    }

    /// The database's address for sqlx, for filling it past the server, which must be stopped.
    pub fn sql_url(&self) -> String {
        self.database.sql_url()
    }

    /// What asks the database, which must be one of PostgreSQL, by SQL.
    pub fn psql(&self, sql: &str) -> Command {
        self.database.psql(sql)
    }

    /// The one image root.
    pub fn images(&self) -> PathBuf {
        self.path("images")
    }

    /// The one restore root.
    pub fn restores(&self) -> PathBuf {
        self.path("restores")
    }

    /// The folder of a location's vaults.
    pub fn storage(&self, location: &str) -> PathBuf {
        self.path(&format!("storage-{location}"))
    }

    /// The file of the master key, apart from the data.
    pub fn master_key(&self) -> PathBuf {
        self.path("keys/master.key")
    }

    /// The configuration of a server in this process.
    pub fn config(&self) -> Config {
        let location = |name: &str| Location {
            name: name.to_owned(),
            storage: Storage::Folder(self.storage(name)),
            tuning: Tuning { rate_limit: self.rate_limit_mib.map(rate_limit).unwrap_or_default(), ..Tuning::default() },
        };
        Config {
            listen: ([127, 0, 0, 1], 0).into(),
            data: self.data(),
            database: self.database.address(),
            master_key_file: self.master_key(),
            host_names: Vec::new(),
            tls: None,
            trusted_proxies: Vec::new(),
            image_roots: vec![self.images(), self.data().join("samples")],
            restore_roots: vec![self.restores()],
            locations: vec![location(NORTH), location(SOUTH)],
            discovery_minutes: 60,
            jobs_at_once: 2,
            time_zone: chrono_tz::UTC,
            collection_group_pattern: shared::resource_group::COLLECTION_GROUP_PATTERN.to_owned(),
            feedback_url: None,
            identity_provider: None,
            outgoing_allowed: Vec::new(),
            patience: Patience::default(),
        }
    }

    /// The same configuration as a `cofre.toml`, for the real program; `more` goes before the tables.
    pub fn config_file(&self, more: &str) -> PathBuf {
        let quoted = |path: &Path| format!("{:?}", path.display().to_string());
        let mut text = format!(
            "listen = \"127.0.0.1:0\"\ndata = {}\nmaster_key_file = {}\nimage_roots = [{}]\nrestore_roots = [{}]\n{more}\n",
            quoted(&self.data()),
            quoted(&self.master_key()),
            quoted(&self.images()),
            quoted(&self.restores()),
        );
        if let Some(url) = self.database.url() {
            text.push_str(&format!("database_url = {url:?}\n"));
        }
        for name in [NORTH, SOUTH] {
            text.push_str(&format!("[[locations]]\nname = \"{name}\"\nstorage = {}\n", quoted(&self.storage(name))));
            if let Some(mib) = self.rate_limit_mib {
                text.push_str(&format!("rate_limit_mib = {mib}\n"));
            }
        }
        let path = self.path("cofre.toml");
        fs::write(&path, text).expect("the configuration can be written");
        path
    }
}

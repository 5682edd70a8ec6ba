//! What the server is told: `cofre.toml`, overridden by `COFRE_*`.

use std::collections::HashSet;
use std::env;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail, ensure};
use ipnet::IpNet;
use serde::Deserialize;
use shared::resource_group::COLLECTION_GROUP_PATTERN;

use crate::auth::IdentityProvider;
use crate::db::Address;
use crate::storage::{LocationKeys, Storage};
use crate::tuning::Tuning;

/// The configuration, complete and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The folder that holds everything.
    pub data: PathBuf,
    /// Where the state is: SQLite in the data folder, unless a PostgreSQL server is named.
    pub database: Address,
    /// The file with the key that seals the vaults' passwords.
    pub master_key_file: PathBuf,
    /// Names, beside the loopback ones, that browsers may know the server by.
    pub host_names: Vec<String>,
    /// Certificate and key of TLS.
    pub tls: Option<Tls>,
    /// Proxies that bring the encryption, and whose word on where a request comes from is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// Where host folders may lie.
    pub image_roots: Vec<PathBuf>,
    /// Where restores may write.
    pub restore_roots: Vec<PathBuf>,
    /// The places for vaults; at least one.
    pub locations: Vec<Location>,
    /// How often hosts are looked at, in minutes.
    pub discovery_minutes: u64,
    /// How many jobs run at once.
    pub jobs_at_once: usize,
    /// The time zone of new policies.
    pub time_zone: chrono_tz::Tz,
    /// How groups of restore point collections are called.
    pub collection_group_pattern: String,
    /// Where the help sends questions and opinions; without it there is no such link.
    pub feedback_url: Option<String>,
    /// The identity provider that people may sign in with.
    pub identity_provider: Option<IdentityProvider>,
    /// Addresses that the server may call although they are of its own machine or network.
    pub outgoing_allowed: Vec<IpNet>,
    /// How long is waited for slow peers. Nobody sets it but tests.
    pub patience: Patience,
}

/// How long the server waits for peers that take their time.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// A peer has so long to send its headers.
    pub headers: Duration,
    /// A request has so long to be read and answered; streams are not requests in this sense.
    pub answer: Duration,
    /// What changes in a vault is gathered for so long before its catalogue is written.
    pub catalogue: Duration,
    /// The clock is compared with the time that has passed this often.
    pub clock: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(10),
            answer: Duration::from_secs(30),
            catalogue: Duration::from_mins(1),
            clock: Duration::from_mins(1),
        }
    }
}

/// A place for vaults.
#[derive(Clone, Debug)]
pub struct Location {
    /// Its name.
    pub name: String,
    /// Where its vaults lie.
    pub storage: Storage,
    /// How they are written.
    pub tuning: Tuning,
}

/// Certificate and key of TLS, as PEM files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The chain of certificates.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// An address, or a network as `ADDRESS/BITS`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Network {
    One(IpAddr),
    Many(IpNet),
}

impl From<Network> for IpNet {
    fn from(network: Network) -> IpNet {
        match network {
            Network::One(address) => address.into(),
            Network::Many(network) => network,
        }
    }
}

/// `cofre.toml` as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(clippy::struct_field_names, reason = "the names are the keys that people write")]
struct File {
    listen: Option<SocketAddr>,
    data: Option<PathBuf>,
    database_url: Option<String>,
    master_key_file: Option<PathBuf>,
    host_names: Vec<String>,
    allow_plain_http_beyond_loopback: bool,
    tls: Option<Tls>,
    trusted_proxies: Vec<Network>,
    image_roots: Vec<PathBuf>,
    restore_roots: Vec<PathBuf>,
    locations: Vec<LocationKeys>,
    discovery_minutes: Option<u64>,
    jobs_at_once: Option<usize>,
    time_zone: Option<chrono_tz::Tz>,
    collection_group_pattern: Option<String>,
    feedback_url: Option<String>,
    identity_provider: Option<IdentityProvider>,
    outgoing_allowed: Vec<Network>,
}

/// The variables that are read here.
const VARIABLES: [&str; 6] = [
    "COFRE_CONFIG",
    "COFRE_LISTEN",
    "COFRE_DATA",
    "COFRE_DATABASE_URL",
    "COFRE_MASTER_KEY_FILE",
    "COFRE_IDENTITY_PROVIDER_SECRET",
];

impl Config {
    /// Reads the file (`--config`, `COFRE_CONFIG`, or `cofre.toml` in the configuration folder if it is there) and the environment.
    pub fn load(named: Option<&Path>) -> anyhow::Result<Self> {
        let home = Folders::of_user()?;
        let named = named.map(Path::to_owned).or_else(|| env::var_os("COFRE_CONFIG").map(PathBuf::from));
        let usual = home.config.join("cofre.toml");
        let file = match named {
            Some(path) => read(&path)?,
            None if usual.exists() => read(&usual)?,
            None => File::default(),
        };
        Self::complete(file, &home)
    }

    fn complete(file: File, home: &Folders) -> anyhow::Result<Self> {
        let data = path_variable("COFRE_DATA").or(file.data).unwrap_or_else(|| home.data.clone());
        ensure!(data.is_absolute(), "data: {} is not an absolute path", data.display());
        let listen = match env::var("COFRE_LISTEN") {
            Ok(text) => text.parse().with_context(|| format!("COFRE_LISTEN: {text} is not ADDRESS:PORT"))?,
            Err(_) => file.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080))),
        };
        let is_encrypted = file.tls.is_some() || !file.trusted_proxies.is_empty();
        if !listen.ip().is_loopback() && !is_encrypted && !file.allow_plain_http_beyond_loopback {
            bail!(
                "listen: {listen} can be reached from other machines and there is no [tls]; \
                 give certificate and key, or name the proxy that has them in trusted_proxies, \
                 or say allow_plain_http_beyond_loopback = true"
            );
        }
        let database = match env::var("COFRE_DATABASE_URL").ok().filter(|url| !url.is_empty()) {
            Some(url) => Address::server(&url).context("COFRE_DATABASE_URL")?,
            None => database(file.database_url.as_deref(), &data)?,
        };
        let locations = locations(file.locations, &data)?;
        let mut image_roots = file.image_roots;
        image_roots.push(data.join("samples"));
        let mut restore_roots = file.restore_roots;
        if restore_roots.is_empty() {
            restore_roots.push(data.join("restores"));
        }
        let pattern = file.collection_group_pattern.unwrap_or_else(|| COLLECTION_GROUP_PATTERN.to_owned());
        ensure!(
            pattern.contains("{geo}") && pattern.contains("{n}"),
            "collection_group_pattern: {pattern} does not contain both {{geo}} and {{n}}"
        );
        let feedback_url = file.feedback_url;
        let is_link = |url: &String| url.starts_with("https://") || url.starts_with("mailto:");
        ensure!(feedback_url.as_ref().is_none_or(is_link), "feedback_url: it begins with neither https:// nor mailto:");
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Ok(Self {
            listen,
            master_key_file: path_variable("COFRE_MASTER_KEY_FILE")
                .or(file.master_key_file)
                .unwrap_or_else(|| home.config.join("master.key")),
            host_names: file.host_names,
            tls: file.tls,
            trusted_proxies: file.trusted_proxies.into_iter().map(IpNet::from).collect(),
            image_roots,
            restore_roots,
            locations,
            database,
            discovery_minutes: file.discovery_minutes.unwrap_or(5).max(1),
            jobs_at_once: file.jobs_at_once.unwrap_or(cores).clamp(1, 64),
            time_zone: file.time_zone.unwrap_or(chrono_tz::UTC),
            collection_group_pattern: pattern,
            feedback_url,
            identity_provider: file
                .identity_provider
                .map(IdentityProvider::with_secret)
                .transpose()
                .context("identity_provider")?,
            outgoing_allowed: file.outgoing_allowed.into_iter().map(IpNet::from).collect(),
            patience: Patience::default(),
            data,
        })
    }

    /// Whether browsers reach the server by TLS: its own, or its proxies'.
    pub fn is_encrypted(&self) -> bool {
        self.tls.is_some() || !self.trusted_proxies.is_empty()
    }

    /// Variables that begin like ours and that nobody reads: probably a slip of the pen.
    pub fn unknown_variables() -> Vec<String> {
        // Set by `cargo xtask` for the tools of the tests.
        let tools = [
            "COFRE_RESTIC",
            "COFRE_RUSTIC",
            "COFRE_BORG",
            "COFRE_TIME",
            "COFRE_PACKAGES",
            "COFRE_AXE",
            "COFRE_CHROMIUM",
            "COFRE_CHROMEDRIVER",
            "COFRE_SCHEMATHESIS",
            "COFRE_LIGHTHOUSE",
            "COFRE_MOTO",
            "COFRE_AZURITE",
            "COFRE_POSTGRESQL",
            "COFRE_TEST_DATABASE",
            "COFRE_DIST",
            "COFRE_LOG",
        ];
        env::vars_os()
            .filter_map(|(name, _)| name.into_string().ok())
            .filter(|name| name.starts_with("COFRE_"))
            .filter(|name| !VARIABLES.contains(&name.as_str()) && !tools.contains(&name.as_str()))
            .collect()
    }

    /// Where caches of the vaults' indexes lie. Whatever is there is made anew when it is gone.
    pub fn cache_folder(&self) -> PathBuf {
        self.data.join("cache")
    }

    /// The folder that sample disks are made in.
    pub fn samples_folder(&self) -> PathBuf {
        self.data.join("samples")
    }
}

fn path_variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn database(url: Option<&str>, data: &Path) -> anyhow::Result<Address> {
    match url {
        Some(url) => Address::server(url).context("database_url"),
        None => Ok(Address::File(data.join("cofre.db"))),
    }
}

/// The configured places, or the one in the data folder.
fn locations(keys: Vec<LocationKeys>, data: &Path) -> anyhow::Result<Vec<Location>> {
    let complete = |keys: LocationKeys| {
        let (name, tuning) = (keys.name.clone(), keys.tuning());
        let storage = keys.storage().with_context(|| format!("locations: {name}"))?;
        Ok(Location { name, storage, tuning })
    };
    let mut locations = keys.into_iter().map(complete).collect::<anyhow::Result<Vec<_>>>()?;
    if locations.is_empty() {
        let storage = Storage::Folder(data.join("vaults"));
        locations.push(Location { name: "Local".to_owned(), storage, tuning: Tuning::default() });
    }
    let names: HashSet<_> = locations.iter().map(|location| &location.name).collect();
    ensure!(names.len() == locations.len(), "locations: two have the same name");
    Ok(locations)
}

/// Reads a file; an unknown key is refused with its line.
fn read(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&text).with_context(|| format!("{} is not valid", path.display()))
}

/// A mistake is shown with its line, unless that is one that may hold a password or a key.
fn parse(text: &str) -> anyhow::Result<File> {
    toml::from_str(text).map_err(|error| {
        let shown = error.to_string();
        let may_be_secret = ["://", "secret", "account_key"].iter().any(|sign| shown.contains(sign));
        match shown.lines().next() {
            Some(place) if may_be_secret => anyhow!("{place}: {}", error.message()),
            _ => error.into(),
        }
    })
}

/// Where a user's configuration and data lie.
struct Folders {
    config: PathBuf,
    data: PathBuf,
}

impl Folders {
    fn of_user() -> anyhow::Result<Self> {
        let home = env::var_os("HOME")
            .map(PathBuf::from)
            .context("HOME is not set; say COFRE_DATA and COFRE_MASTER_KEY_FILE")?;
        let folder =
            |variable: &str, usual: &str| path_variable(variable).unwrap_or_else(|| home.join(usual)).join("cofre");
        Ok(Self { config: folder("XDG_CONFIG_HOME", ".config"), data: folder("XDG_DATA_HOME", ".local/share") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home() -> Folders {
        Folders { config: "/home/me/.config/cofre".into(), data: "/home/me/.local/share/cofre".into() }
    }

    fn complete(text: &str) -> anyhow::Result<Config> {
        Config::complete(parse(text)?, &home())
    }

    #[test]
    fn should_listen_on_loopback_and_keep_the_key_apart_from_the_data() {
        let config = complete("").unwrap();
        assert!(config.listen.ip().is_loopback());
        assert!(!config.master_key_file.starts_with(&config.data));
        assert_eq!(config.locations.len(), 1);
    }

    #[test]
    fn should_name_the_line_of_an_unknown_key() {
        let error = format!("{:#}", complete("data = \"/x\"\nlissten = \"127.0.0.1:1\"").unwrap_err());
        assert!(error.contains("line 2") && error.contains("lissten"), "{error}");
    }

    #[test]
    fn should_keep_the_state_in_the_data_folder_unless_a_server_is_named() {
        let file = Address::File("/x/cofre.db".into());
        assert_eq!(complete("data = '/x'").unwrap().database, file);
        let named = complete("database_url = 'postgres://cofre:s3cret@h/state'").unwrap();
        assert!(matches!(named.database, Address::Server(_)));
        assert!(!format!("{named:?}").contains("s3cret"));
        let error = format!("{:#}", complete("database_url = 'mysql://h/state'").unwrap_err());
        assert!(error.contains("database_url") && error.contains("\"mysql\""), "{error}");
    }

    #[test]
    fn should_not_show_the_line_of_the_password() {
        let error =
            format!("{:#}", complete("data = \"/x\"\ndatabase_url = postgres://cofre:s3cret@h/state").unwrap_err());
        assert!(error.contains("line 2") && !error.contains("s3cret"), "{error}");
    }

    #[test]
    fn should_not_show_a_key_that_stands_where_only_its_file_may() {
        let text = "[[locations]]\nname = 'a'\n[locations.s3]\nsecret_access_key = 'hush'";
        let error = format!("{:#}", complete(text).unwrap_err());
        assert!(error.contains("secret_access_key") && !error.contains("hush"), "{error}");
    }

    #[test]
    fn should_name_the_location_whose_storage_is_wrong() {
        let error = format!("{:#}", complete("[[locations]]\nname = 'Nowhere'").unwrap_err());
        assert!(error.contains("locations: Nowhere: exactly one of"), "{error}");
    }

    #[test]
    fn should_not_listen_to_the_world_in_plain_text_by_accident() {
        assert!(complete("listen = \"0.0.0.0:80\"").is_err());
        assert!(complete("listen = \"0.0.0.0:80\"\nallow_plain_http_beyond_loopback = true").is_ok());
        assert!(complete("listen = \"0.0.0.0:80\"\ntrusted_proxies = ['10.0.0.7']").is_ok());
    }

    #[test]
    fn should_read_proxies_as_addresses_and_networks() {
        let config = complete("trusted_proxies = ['10.0.0.7', 'fd00::/8']").unwrap();
        let networks: Vec<_> = config.trusted_proxies.iter().map(ToString::to_string).collect();
        assert_eq!(networks, ["10.0.0.7/32", "fd00::/8"]);
        assert!(config.is_encrypted() && !complete("").unwrap().is_encrypted());
        assert!(complete("trusted_proxies = ['nginx']").is_err());
    }

    #[test]
    fn should_send_opinions_to_no_address_that_runs_something() {
        assert!(complete("feedback_url = 'javascript:alert(1)'").is_err());
        assert!(complete("feedback_url = 'mailto:backup@example.org'").unwrap().feedback_url.is_some());
    }

    #[test]
    fn should_refuse_two_locations_of_one_name() {
        let twice = "[[locations]]\nname='a'\nstorage='/1'\n[[locations]]\nname='a'\nstorage='/2'";
        assert!(complete(twice).is_err());
    }
}

//! Opening a vault that the server does not know, and reading what it says of itself.

use std::path::Path;

use chrono::{DateTime, Utc};
use engine::{OpenError, Password, Point, Repository};
use shared::id::{LocationId, MachineId, RecoveryPointId};
use shared::location::LocationRef;
use shared::name::VaultFolder;
use shared::problem::{Code, FieldReason, Problem};
use shared::recovery_point::{Consistency, PointDisk};

use crate::app::App;
use crate::catalogue::{self, PointRecord};
use crate::compute::Beneath;
use crate::db::Connection;
use crate::error::{Error, Result, caused, unknown};
use crate::locations;
use crate::storage::Storage;
use crate::vaults::repository::{home_at, opening, settings};

/// A vault that was looked into.
pub(super) struct Looked {
    /// The vault, opened.
    pub(super) repository: Repository,
    /// Its newest catalogue.
    pub(super) catalogue: Option<catalogue::Found>,
    /// Its points, oldest first.
    pub(super) points: Vec<StoredPoint>,
    /// Snapshots that cannot be read.
    pub(super) damaged: Vec<String>,
    /// How many snapshots are of other programs.
    pub(super) strangers: u64,
}

/// A point as the vault holds it.
pub(super) struct StoredPoint {
    pub(super) id: RecoveryPointId,
    pub(super) snapshot: String,
    pub(super) machine_id: MachineId,
    pub(super) machine_name: String,
    pub(super) taken_at: DateTime<Utc>,
    pub(super) consistency: Consistency,
    pub(super) disks: Vec<PointDisk>,
    pub(super) new_bytes: u64,
    pub(super) record: PointRecord,
}

/// The location and its storage, in which vaults lie.
pub(super) async fn place(connection: &mut Connection, app: &App, id: LocationId) -> Result<(LocationRef, Storage)> {
    let location = locations::by_id(connection, id).await?.ok_or_else(|| unknown("location_id"))?;
    let storage = locations::storage(&app.config, &location.name).ok_or_else(|| unknown("location_id"))?;
    Ok((location, storage.clone()))
}

/// Looks into the vault in this folder of a location's storage. Nothing is written but what opening a vault always does.
pub(super) async fn look(
    app: &App,
    (location, storage): (&LocationRef, Storage),
    folder: VaultFolder,
    password: String,
) -> Result<Looked> {
    let home = home_at(app, &location.name, storage.below(folder.as_str()))?;
    let settings = settings(app, &location.name);
    let read = move || {
        if let Storage::Folder(storage) = &storage {
            stays_inside(storage, folder.as_str())?;
        }
        let repository = home.open(&Password::new(password.as_str()), &settings).map_err(|error| refusal(&error))?;
        read(repository)
    };
    tokio::task::spawn_blocking(read).await?
}

/// A name of this form is one part; the kernel sees to it that no link leads out.
fn stays_inside(storage: &Path, folder: &str) -> Result<()> {
    let beneath = Beneath::root(storage).map_err(|error| caused(Code::VaultUnreachable, &error))?;
    beneath.folder(Path::new(folder)).map(drop).map_err(|error| {
        Problem::new(Code::FolderMissing).because(error.to_string()).at("folder", FieldReason::NoFolder).into()
    })
}

fn read(repository: Repository) -> Result<Looked> {
    let survey = repository.survey().map_err(|error| caused(Code::VaultUnreachable, &error))?;
    let catalogue = catalogue::newest(&repository, &survey)?;
    Ok(Looked {
        repository,
        catalogue,
        damaged: survey.damaged.iter().map(|(id, _)| id.to_string()).collect(),
        strangers: survey.strangers as u64,
        points: survey.points.into_iter().map(StoredPoint::from).collect(),
    })
}

fn refusal(error: &OpenError) -> Error {
    match error {
        OpenError::WrongPassword => Problem::new(Code::VaultWrongPassword).at("password", FieldReason::Wrong).into(),
        OpenError::NotAVault => Problem::new(Code::NotAVault).at("folder", FieldReason::Refused).into(),
        other => opening(other),
    }
}

impl From<Point> for StoredPoint {
    fn from(point: Point) -> Self {
        StoredPoint {
            id: RecoveryPointId::new(point.recovery_point_id),
            snapshot: point.id.to_string(),
            machine_id: MachineId::new(point.machine_id),
            machine_name: point.machine_name,
            taken_at: point.time,
            consistency: match point.consistency {
                engine::Consistency::App => Consistency::AppConsistent,
                engine::Consistency::FileSystem => Consistency::FileSystemConsistent,
                engine::Consistency::Crash => Consistency::CrashConsistent,
            },
            disks: point
                .disks
                .into_iter()
                .map(|disk| PointDisk { name: disk.name, size_bytes: disk.size_bytes })
                .collect(),
            new_bytes: point.new_bytes.unwrap_or(0),
            // A record of another form, by another version or by hand, says nothing.
            record: serde_json::from_value(point.machine_record).unwrap_or_default(),
        }
    }
}

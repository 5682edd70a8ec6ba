//! `cofre vault restore`.

use std::path::Path;

use engine::{ImageFormat, PointId};

use crate::commands::interrupt::cancel_on_signal;
use crate::commands::vault::arguments::{Common, Format};
use crate::commands::vault::output::Meter;
use crate::commands::vault::place::Place;

pub(super) fn restore(
    common: &Common,
    (point, disk): (PointId, &str),
    (to, format, resume): (&Path, Format, bool),
    replicas: &[Place],
) -> anyhow::Result<()> {
    let format = match format {
        Format::Raw => ImageFormat::Raw,
        Format::Qcow2 => ImageFormat::Qcow2,
    };
    let vault = common.open()?.with_replicas(common.open_replicas(replicas)?);
    let outcome = vault.restore_to_path((point, disk), (to, format, resume), &Meter::new(), &cancel_on_signal())?;
    let value = serde_json::json!({
        "id": point,
        "disk": disk,
        "path": to.display().to_string(),
        "size_bytes": outcome.size_bytes,
        "read_bytes": outcome.read_bytes,
        "seconds": outcome.duration.as_secs_f64(),
    });
    common.output().line(&value, || format!("restored {disk} to {}", to.display()))
}

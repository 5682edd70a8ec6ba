//! `cofre vault init`, `points` and `forget`.

use anyhow::ensure;
use engine::PointId;

use crate::commands::vault::arguments::Common;

pub(super) fn init(common: &Common) -> anyhow::Result<()> {
    common.repo.init(&common.password()?)?;
    let shown = common.repo.to_string();
    common.output().line(&serde_json::json!({ "repo": shown }), || format!("made an empty vault in {shown}"))
}

pub(super) fn points(common: &Common) -> anyhow::Result<()> {
    let survey = common.open()?.survey()?;
    let output = common.output();
    for point in &survey.points {
        output.line(&serde_json::to_value(point)?, || {
            let disks: Vec<&str> = point.disks.iter().map(|disk| disk.name.as_str()).collect();
            format!("{}  {}  {}  {}", point.id, point.time.to_rfc3339(), point.machine_name, disks.join(" "))
        })?;
    }
    ensure!(survey.damaged.is_empty(), "{} snapshots cannot be read: run `cofre vault verify`", survey.damaged.len());
    Ok(())
}

pub(super) fn forget(common: &Common, points: &[PointId]) -> anyhow::Result<()> {
    common.open()?.forget(points)?;
    let output = common.output();
    points.iter().try_for_each(|point| {
        output.line(&serde_json::json!({ "id": point, "forgotten": true }), || format!("forgot {point}"))
    })
}

//! Looks whether a vault holds what it should, and which of its points what is bad hurts. The verdicts are written when the job ends.

use std::collections::HashMap;
use std::sync::Arc;

use engine::{ReadPacks, Repository, VerifyError, VerifyReport, VerifyRequest};
use shared::id::RecoveryPointId;
use shared::job::{JobWarning, Phase};
use shared::maintenance::{Cause, SAMPLE_ONE_OF, VerifyScope};
use shared::problem::Code;

use super::engine_progress::{EngineProgress, cancel, lock_code, log_notes, store_code};
use crate::error::{Result, caused};
use crate::jobs::{Context, Done, Parameters};
use crate::maintenance::{Damaged, Verified};
use crate::{recovery_points, vaults};

/// Of very many problems the log names so many.
const LOGGED_MAX: usize = 50;
/// The warnings of the job fewer, and the log the rest.
const WARNINGS_MAX: usize = 10;

pub(super) async fn run(context: &Context) -> Result<Done> {
    let Parameters::Verify { scope, turn } = context.parameters else { return Err(Code::Internal.into()) };
    let vault_id = context.place.vault.ok_or(Code::NotFound)?;
    context.meter.begin(Phase::CompareIndex);
    let mut connection = context.app.db.read().await?;
    let vault = vaults::by_id(&mut connection, vault_id).await?.ok_or(Code::NotFound)?;
    // Before the snapshots are listed: of what is published meanwhile nothing can be said.
    let known = recovery_points::snapshots(&mut connection, vault_id).await?;
    drop(connection);
    let repository = vaults::open(&context.app, &vault).await?;
    let report = verify(context, repository, (scope, turn)).await?;
    log(context, &report).await?;
    let (whole, damaged) = judge(known, &report);
    if !damaged.is_empty() {
        context.warn(format!("{} recovery points cannot be restored completely", damaged.len())).await?;
    }
    Ok(Done::Verified(Box::new(Verified {
        vault_id,
        scope,
        turn,
        packs: (report.packs, report.read_packs),
        read_bytes: report.read_bytes,
        problems: report.problems.len() as u64,
        snapshots: (report.snapshots, report.points_hurt.len() as u64),
        warnings: warnings(&report, &damaged),
        whole,
        damaged,
    })))
}

async fn verify(context: &Context, repository: Repository, which: (VerifyScope, u64)) -> Result<VerifyReport> {
    let progress = Arc::new(EngineProgress::of_phases(context, |phase| match phase {
        engine::Phase::Verifying => Some(Phase::ReadPacks),
        _ => None,
    }));
    let (cancel, guard) = cancel(context);
    let reports = progress.clone();
    let outcome = tokio::task::spawn_blocking(move || {
        let read = packs(&repository, which)?;
        repository.verify(VerifyRequest { read }, &*reports, &cancel)
    });
    let outcome = outcome.await?;
    drop(guard);
    log_notes(context, &progress).await?;
    outcome.map_err(|error| caused(verify_code(&error), &error))
}

/// A share of a vault of few packs is one of them, on average, and not none.
fn packs(repository: &Repository, (scope, turn): (VerifyScope, u64)) -> std::result::Result<ReadPacks, VerifyError> {
    match scope {
        VerifyScope::Everything => Ok(ReadPacks::All),
        VerifyScope::Sample => {
            let packs = repository.usage().map_err(VerifyError::Unreachable)?.packs;
            let of = u32::try_from(packs).unwrap_or(SAMPLE_ONE_OF).clamp(1, SAMPLE_ONE_OF);
            Ok(ReadPacks::Share { of, turn })
        }
    }
}

/// Which of the points are whole, and which are not. A point whose snapshot is gone is one that cannot be restored.
fn judge(known: Vec<(RecoveryPointId, String)>, report: &VerifyReport) -> (Vec<RecoveryPointId>, Vec<Damaged>) {
    let verdicts: HashMap<String, &[usize]> =
        report.verdicts.iter().map(|verdict| (verdict.point.to_string(), verdict.causes.as_slice())).collect();
    let cause = |place: &usize| {
        let problem = report.problems.get(*place)?;
        Some(Cause { what: problem.what.clone(), why: problem.why.clone() })
    };
    let (mut whole, mut damaged) = (Vec::new(), Vec::new());
    for (point, snapshot) in known {
        match verdicts.get(&snapshot) {
            Some([]) => whole.push(point),
            Some(causes) => damaged.push(Damaged { point, causes: causes.iter().filter_map(cause).collect() }),
            None => {
                let cause = Cause { what: format!("snapshots/{snapshot}"), why: "the file is missing".to_owned() };
                damaged.push(Damaged { point, causes: vec![cause] });
            }
        }
    }
    (whole, damaged)
}

async fn log(context: &Context, report: &VerifyReport) -> Result<()> {
    let VerifyReport { packs, read_packs, read_bytes, snapshots, unreferenced_packs, .. } = report;
    context
        .info(format!("{snapshots} snapshots were compared with {packs} packs; {read_packs} packs, {read_bytes} bytes, were read whole"))
        .await?;
    if *unreferenced_packs > 0 {
        context.info(format!("{unreferenced_packs} packs are in no index, which hurts nothing")).await?;
    }
    for problem in report.problems.iter().take(LOGGED_MAX) {
        context.warn(format!("{}: {}", problem.what, problem.why)).await?;
    }
    let more = report.problems.len().saturating_sub(LOGGED_MAX);
    if more > 0 {
        context.warn(format!("{more} more are not as they should be")).await?;
    }
    Ok(())
}

fn warnings(report: &VerifyReport, damaged: &[Damaged]) -> Vec<JobWarning> {
    let of_report = report.problems.iter().map(|problem| (&problem.what, &problem.why));
    let of_points = damaged.iter().flat_map(|damaged| &damaged.causes).map(|cause| (&cause.what, &cause.why));
    let mut named: Vec<String> = Vec::new();
    for (what, why) in of_report.chain(of_points) {
        let cause = format!("{what}: {why}");
        if named.len() < WARNINGS_MAX && !named.contains(&cause) {
            named.push(cause);
        }
    }
    named.into_iter().map(|cause| JobWarning { code: Code::VaultDamaged, cause }).collect()
}

fn verify_code(error: &VerifyError) -> Code {
    match error {
        VerifyError::Lock(error) => lock_code(error),
        VerifyError::Unreachable(error) => store_code(error),
        VerifyError::Damaged(_) => Code::VaultDamaged,
        _ => Code::Internal,
    }
}

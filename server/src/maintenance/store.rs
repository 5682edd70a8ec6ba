//! The rows of verifications and prunes: the last of each vault.

use shared::id::VaultId;
use shared::maintenance::{PackCount, Prune, Verification, VerifyScope};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use crate::db::{Columns as _, bytes, millis};
use crate::error::Result;
use crate::maintenance::publish::grace_ends_at;

/// Which share of the packs the last sample read.
pub(super) async fn last_turn(connection: &mut AnyConnection, vault: VaultId) -> Result<Option<u64>> {
    let row = sqlx::query("select turn from verifications where vault_id = $1 and scope = $2")
        .bind(vault.to_string())
        .bind(VerifyScope::Sample.as_str())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.unsigned("turn")).transpose()?)
}

/// The last verification of this scope.
pub(super) async fn verification(
    connection: &mut AnyConnection,
    (vault, scope): (VaultId, VerifyScope),
) -> Result<Option<Verification>> {
    let row = sqlx::query("select * from verifications where vault_id = $1 and scope = $2")
        .bind(vault.to_string())
        .bind(scope.as_str())
        .fetch_optional(connection)
        .await?;
    let verification = |row: AnyRow| {
        Ok::<_, sqlx::Error>(Verification {
            scope,
            job_id: row.parsed("job_id")?,
            at: row.time("at")?,
            packs: row.unsigned("packs")?,
            read_packs: row.unsigned("read_packs")?,
            read_bytes: row.unsigned("read_bytes")?,
            problems: row.unsigned("problems")?,
            points: row.unsigned("points")?,
            points_hurt: row.unsigned("points_hurt")?,
        })
    };
    Ok(row.map(verification).transpose()?)
}

pub(super) async fn put_verification(
    connection: &mut AnyConnection,
    vault: VaultId,
    new: &Verification,
    turn: u64,
) -> Result<()> {
    sqlx::query(
        "insert into verifications (vault_id, scope, turn, job_id, at, packs, read_packs, read_bytes, problems, points, points_hurt)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (vault_id, scope) do update set
            turn = $3, job_id = $4, at = $5, packs = $6, read_packs = $7, read_bytes = $8, problems = $9, points = $10, points_hurt = $11",
    )
    .bind(vault.to_string())
    .bind(new.scope.as_str())
    .bind(bytes(turn))
    .bind(new.job_id.to_string())
    .bind(millis(new.at))
    .bind(bytes(new.packs))
    .bind(bytes(new.read_packs))
    .bind(bytes(new.read_bytes))
    .bind(bytes(new.problems))
    .bind(bytes(new.points))
    .bind(bytes(new.points_hurt))
    .execute(connection)
    .await?;
    Ok(())
}

/// The last prune.
pub(super) async fn prune(connection: &mut AnyConnection, vault: VaultId) -> Result<Option<Prune>> {
    let row = sqlx::query("select * from prunes where vault_id = $1")
        .bind(vault.to_string())
        .fetch_optional(connection)
        .await?;
    let prune = |row: AnyRow| {
        let count = |packs: &str, bytes: &str| {
            Ok::<_, sqlx::Error>(PackCount { packs: row.unsigned(packs)?, bytes: row.unsigned(bytes)? })
        };
        let (at, in_grace) = (row.time("at")?, count("in_grace_packs", "in_grace_bytes")?);
        Ok::<_, sqlx::Error>(Prune {
            job_id: row.parsed("job_id")?,
            at,
            condemned: count("condemned_packs", "condemned_bytes")?,
            deleted: count("deleted_packs", "deleted_bytes")?,
            in_grace,
            grace_ends_at: grace_ends_at(at, in_grace),
        })
    };
    Ok(row.map(prune).transpose()?)
}

pub(super) async fn put_prune(connection: &mut AnyConnection, vault: VaultId, new: &Prune) -> Result<()> {
    sqlx::query(
        "insert into prunes (vault_id, job_id, at, condemned_packs, condemned_bytes, deleted_packs, deleted_bytes, in_grace_packs, in_grace_bytes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (vault_id) do update set
            job_id = $2, at = $3, condemned_packs = $4, condemned_bytes = $5, deleted_packs = $6, deleted_bytes = $7,
            in_grace_packs = $8, in_grace_bytes = $9",
    )
    .bind(vault.to_string())
    .bind(new.job_id.to_string())
    .bind(millis(new.at))
    .bind(bytes(new.condemned.packs))
    .bind(bytes(new.condemned.bytes))
    .bind(bytes(new.deleted.packs))
    .bind(bytes(new.deleted.bytes))
    .bind(bytes(new.in_grace.packs))
    .bind(bytes(new.in_grace.bytes))
    .execute(connection)
    .await?;
    Ok(())
}

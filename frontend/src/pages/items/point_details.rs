//! What else there is to know of a point, in a row of its own below it.

use leptos::prelude::*;
use shared::downgrade::Downgrade;
use shared::maintenance::{Cause, Verdict};
use shared::recovery_point::{PointDisk, RecoveryPoint};

use super::points::ends;
use super::proof::proved;
use crate::clock;
use crate::i18n::use_strings;
use crate::routes::Route;
use crate::ui::copy::CopyButton;
use crate::ui::status::{Shape, Status};

/// What else there is to know of a point, in a row of its own below it.
#[component]
pub(super) fn Details(
    /// The point.
    point: RecoveryPoint,
) -> impl IntoView {
    let s = use_strings();
    let disk = |disk: &PointDisk| format!("{} {}", disk.name, s.bytes(disk.size_bytes));
    let disks = point.disks.iter().map(disk).collect::<Vec<_>>().join(", ");
    let downgrade = |downgrade: &Downgrade| {
        let Downgrade::NotReplicated { why } = downgrade;
        view! { <dt>{s.vaults.redundancy}</dt><dd><Status shape=Shape::Warning word=(s.vaults.replication)(*why)/></dd> }
    };
    let downgrades = point.downgrades.iter().map(downgrade).collect_view();
    let proof = proved(s, &point.verdict, point.validated_at, clock::now());
    let causes = match point.verdict {
        Verdict::Damaged { causes, job_id, .. } => {
            let cause = |cause: Cause| view! { <li>{format!("{}: {}", cause.what, cause.why)}</li> };
            let causes = causes.into_iter().map(cause).collect_view();
            view! {
                <dt>{s.items.causes}</dt>
                <dd><ul>{causes}</ul> <a href=Route::Job(job_id).path()>{s.items.see_job}</a></dd>
            }
            .into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <tr role="row" class="details">
            <td role="cell" colspan="7">
                <dl class="facts">
                    <dt>{s.items.snapshot}</dt>
                    <dd class="copyable"><code>{point.snapshot.clone()}</code> <CopyButton text=Signal::stored(point.snapshot)/></dd>
                    <dt>{s.items.proof}</dt>
                    <dd><Status shape=proof.shape word=proof.word reason=proof.sentence/></dd>
                    {causes}
                    <dt>{s.machines.disks}</dt><dd>{disks}</dd>
                    <dt>{s.items.read}</dt><dd>{s.bytes(point.read_bytes)}</dd>
                    <dt>{s.items.stored}</dt><dd>{s.bytes(point.stored_bytes)}</dd>
                    {downgrades}
                    <dt>{s.items.expires}</dt><dd>{ends(s, point.expires_at, point.on_hold)}</dd>
                </dl>
            </td>
        </tr>
    }
}

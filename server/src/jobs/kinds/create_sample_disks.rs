//! Makes three machines to try things with, and discovers them.

use std::path::Path;

use engine::ImageFormat;
use engine::source::open_raw_path;
use shared::job::Phase;
use shared::problem::Code;

use crate::error::{Result, caused};
use crate::jobs::{Context, Done};
use crate::{hosts, samples};

pub(super) async fn run(context: &Context) -> Result<Done> {
    context.meter.begin(Phase::Run);
    samples::make(context, to_qcow2).await?;
    let host = hosts::add_samples(&context.app).await?;
    hosts::discover(&context.app, host).await?;
    Ok(Done::Nothing)
}

pub(super) async fn clean_up(context: &Context) {
    samples::clean_up(&context.app, context.job.id).await;
}

fn to_qcow2(raw: &Path, qcow2: &Path) -> Result<()> {
    let unwritable = |error: &dyn std::error::Error| caused(Code::TargetUnwritable, error);
    let source = open_raw_path(raw).map_err(|e| unwritable(&e))?;
    let target =
        std::fs::File::options().read(true).write(true).create_new(true).open(qcow2).map_err(|e| unwritable(&e))?;
    engine::copy_image(&source, target, ImageFormat::Qcow2).map_err(|e| unwritable(&e))
}

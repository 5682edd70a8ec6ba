//! `cofre vault catalogue`.

use anyhow::Context as _;

use crate::commands::vault::arguments::Common;

pub(super) fn catalogue(common: &Common) -> anyhow::Result<()> {
    let vault = common.open()?;
    let survey = vault.survey()?;
    let newest = survey.catalogs.last().context("the vault has no catalogue yet")?;
    let output = common.output();
    for file in vault.read_catalog(newest)? {
        let content: serde_json::Value = serde_json::from_slice(&file.bytes).with_context(|| file.name.clone())?;
        let value = serde_json::json!({ "file": file.name, "time": newest.time, "content": content });
        output.line(&value, || format!("{}\n{content:#}", file.name))?;
    }
    Ok(())
}

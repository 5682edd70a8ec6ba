//! Every action that the server writes into the activity log has its words in the page: it stands in `shared::audit::Action`.

use shared::audit::Action;

use crate::pattern::product_code;
use crate::tree::Tree;

const CALL: &str = "audit::record(";

pub(crate) fn check(tree: &Tree) -> Vec<String> {
    let server = tree.rust().filter(|source| source.path.starts_with("server/src/"));
    server
        .flat_map(|source| {
            let code = product_code(&source.text);
            let unknown = |action: &&str| Action::from_name(action).is_none();
            let say = |action: &str| {
                format!("{} records the action {action:?}, which is not in shared/src/audit.rs", source.path)
            };
            actions(&code).into_iter().filter(unknown).map(say).collect::<Vec<_>>()
        })
        .collect()
}

/// The text in quotes of each call that looks like `noun.verb`.
fn actions(code: &str) -> Vec<&str> {
    let calls = code.split(CALL).skip(1);
    calls
        .filter_map(|rest| rest.split(';').next()?.split('"').skip(1).step_by(2).find(|text| text.contains('.')))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_without_words_is_found() {
        let record =
            |action: &str| format!("audit::record(&mut tx, &app.clock, &principal.name, {action:?}, &name).await?;");
        let found = |text: &str| check(&Tree::sample(&[("server/src/vaults/delete.rs", text)]));
        assert!(found(&record("vault.delete")).is_empty());
        assert_eq!(found(&record("vault.paint")).len(), 1);
    }
}

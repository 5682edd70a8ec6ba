//! `/vaults/{id}/backup-configuration`: the redundancy, which can be chosen until the vault protects something.

use serde_json::json;
use shared::audit::AuditEntry;
use shared::auth::Role;
use shared::event::{Event, Topic};
use shared::problem::Code;
use shared::vault::{Redundancy, Replication, Vault};
use tests::{Cofre, content, everything, images, on_vault};

fn route(vault: &Vault) -> String {
    format!("/vaults/{}/backup-configuration", vault.id)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_change_while_the_vault_protects_nothing() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    assert_eq!(vault.redundancy, Redundancy::GeoRedundant);
    assert!(!vault.is_redundancy_locked());
    let mut live = owner.live().await;
    let changed: Vault = owner.patch(&route(&vault), &json!({"redundancy": "LocallyRedundant"})).await.body(200);
    assert_eq!((changed.redundancy, changed.replication), (Redundancy::LocallyRedundant, Replication::NotWanted));
    assert_eq!(owner.vault(vault.id).await.redundancy, Redundancy::LocallyRedundant);
    live.until(|event| (event == Event::Changed { topic: Topic::Vaults, id: Some(vault.id.uuid()) }).then_some(()))
        .await;
    let log: Vec<AuditEntry> = owner.list("/audit").await;
    assert_eq!((log[0].action.as_str(), log[0].subject.as_str()), ("vault.configure_backup", "prod"));
    let back: Vault = owner.patch(&route(&vault), &json!({"redundancy": "GeoRedundant"})).await.body(200);
    assert_eq!(back.replication, Replication::NoPairedLocation);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_fixed_once_the_vault_protects_something() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    images::raw(&cofre.place.images().join("web.raw"), &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    owner.protect("web", vault.id).await;
    let before: Vec<AuditEntry> = owner.list("/audit").await;
    let answer = owner.patch(&route(&vault), &json!({"redundancy": "LocallyRedundant"})).await;
    let problem = answer.problem(Code::StorageTypeLocked);
    assert!(problem.detail.unwrap().contains("web"), "it says what is protected");
    let vault = owner.vault(vault.id).await;
    assert!(vault.is_redundancy_locked());
    assert_eq!(vault.redundancy, Redundancy::GeoRedundant);
    assert_eq!(owner.list::<AuditEntry>("/audit").await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_changed_by_a_contributor_of_the_vault_and_by_nobody_below() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let vault = owner.add_vault("prod").await;
    let other = owner.add_vault("other").await;
    let body = json!({"redundancy": "LocallyRedundant"});
    let operator = owner.add_token(everything(Role::BackupOperator)).await;
    operator.patch(&route(&vault), &body).await.problem(Code::Forbidden);
    let contributor = owner.add_token(on_vault(Role::BackupContributor, vault.id)).await;
    contributor.patch(&route(&other), &body).await.problem(Code::NotFound);
    contributor.patch(&route(&vault), &body).await.is(200);
    assert_eq!(owner.vault(other.id).await.redundancy, Redundancy::GeoRedundant);
    owner.patch(&route(&vault), &json!({"redundancy": "None"})).await.problem(Code::InvalidInput);
    owner.patch(&route(&vault), &json!({"colour": "red"})).await.problem(Code::InvalidInput);
}

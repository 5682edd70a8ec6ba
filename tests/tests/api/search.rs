//! The search over everything that has a name.

use shared::auth::Role;
use shared::id::VaultId;
use shared::job::Job;
use shared::page::Page;
use shared::search::{Hit, HitKind};
use tests::{Client, Cofre, content, images, on_group, on_vault};

/// What a search finds, as kind and name.
async fn found(client: &Client, text: &str) -> Vec<(HitKind, String)> {
    let page: Page<Hit> = client.get_with("/search", &[("q", text)]).await.body(200);
    page.items.into_iter().map(|hit| (hit.kind, hit.name)).collect()
}

/// Two machines of similar names, the second of them protected and backed up.
async fn shop() -> (Cofre, Client, VaultId) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, name) in [(1, "webshop"), (2, "old-web_50%")] {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack-web", &cofre.place.images()).await;
    let vault = owner.add_vault("Web-vault").await.id;
    let item = owner.protect("old-web_50%", vault).await;
    owner.backed_up(item.id).await;
    (cofre, owner, vault)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_find_things_of_every_kind_by_a_part_of_their_names() {
    let (_cofre, owner, vault) = shop().await;
    let names = found(&owner, " WEB ").await;
    let expected = [
        (HitKind::Machine, "webshop"),
        (HitKind::Machine, "old-web_50%"),
        (HitKind::Vault, "Web-vault"),
        (HitKind::Item, "old-web_50%"),
        (HitKind::Host, "rack-web"),
        (HitKind::Job, "Web-vault"),
        (HitKind::Job, "old-web_50%"),
    ];
    let names: Vec<_> = names.iter().map(|(kind, name)| (*kind, name.as_str())).collect();
    assert_eq!(names, expected, "what begins with the word comes first");
    assert_eq!(found(&owner, "defaultp").await, [(HitKind::Policy, "DefaultPolicy".to_owned())]);
    assert!(found(&owner, "default").await.contains(&(HitKind::ResourceGroup, "default".to_owned())));
    let page: Page<Hit> = owner.get_with("/search", &[("q", "old")]).await.body(200);
    let job = page.items.iter().find_map(|hit| hit.job.as_ref()).unwrap();
    assert_eq!(job.status.as_str(), "Completed");
    let item = page.items.iter().find(|hit| hit.kind == HitKind::Item).unwrap();
    assert_eq!(item.within, "Web-vault");
    let jobs: Vec<Job> = owner.list(&format!("/jobs?vault_id={vault}")).await;
    assert!(page.items.iter().any(|hit| hit.kind == HitKind::Job && hit.id == jobs[0].id.uuid()));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_take_signs_of_patterns_for_themselves() {
    let (_cofre, owner, _) = shop().await;
    assert_eq!(found(&owner, "%").await, found(&owner, "50%").await);
    assert!(found(&owner, "b_5").await.iter().all(|(_, name)| name == "old-web_50%"));
    for nothing in ["w_b", "web%shop", "!", "'", "\\", "", "  ", &"w".repeat(101)] {
        assert_eq!(found(&owner, nothing).await, [], "{nothing:?}");
    }
    owner.get_with("/search", &[("q", "a\0b")]).await;
    assert!(!found(&owner, "web").await.is_empty(), "the server goes on after a text that PostgreSQL cannot keep");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_find_nothing_out_of_scope() {
    let (_cofre, owner, vault) = shop().await;
    let other = owner.add_vault("web-other").await.id;
    let names = found(&owner.add_user("oskar", on_vault(Role::BackupReader, vault)).await, "web").await;
    let names: Vec<_> = names.iter().map(|(kind, name)| (*kind, name.as_str())).collect();
    let expected = [
        (HitKind::Machine, "old-web_50%"),
        (HitKind::Vault, "Web-vault"),
        (HitKind::Item, "old-web_50%"),
        (HitKind::Job, "Web-vault"),
        (HitKind::Job, "old-web_50%"),
    ];
    assert_eq!(names, expected);
    let stranger = owner.add_user("otto", on_vault(Role::Owner, other)).await;
    assert!(found(&stranger, "old-web").await.is_empty());
    let group = owner.group().await.id;
    let of_group = owner.add_user("greta", on_group(Role::BackupReader, group)).await;
    assert_eq!(found(&of_group, "web").await, found(&owner, "web").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_show_a_few_of_many() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    for number in 0..8 {
        images::raw(&cofre.place.images().join(format!("node-{number}.raw")), &content::disk(1));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let names: Vec<_> = found(&owner, "node").await.into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["node-0", "node-1", "node-2", "node-3", "node-4"]);
}

//! Lists: filters, orders, pages and counts, and that all of it is exact within what someone may see.

use chrono::TimeDelta;
use shared::auth::Role;
use shared::health::Health;
use shared::item::Item;
use shared::job::Job;
use shared::machine::Machine;
use shared::page::CountedPage;
use shared::problem::{Code, FieldReason};
use shared::vault::Vault;
use tests::{Client, Cofre, OWNER, SOUTH, content, images, on_vault};

/// Machines of these names on one host.
async fn machines(names: &[&str]) -> (Cofre, Client) {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, name) in (1..).zip(names) {
        images::raw(&cofre.place.images().join(format!("{name}.raw")), &content::disk(seed));
    }
    owner.add_host("rack", &cofre.place.images()).await;
    (cofre, owner)
}

async fn names(client: &Client, route: &str) -> Vec<String> {
    let machines: Vec<Machine> = client.list(route).await;
    machines.into_iter().map(|machine| machine.name).collect()
}

async fn items(client: &Client, route: &str) -> Vec<String> {
    let items: Vec<Item> = client.list(route).await;
    items.into_iter().map(|item| item.machine.name).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_find_by_any_part_of_a_name_and_take_every_sign_for_itself() {
    let (_cofre, owner) = machines(&["Web-1", "web_2", "db 50%", "it's"]).await;
    for (q, found) in [
        ("WEB", vec!["Web-1", "web_2"]),
        ("_", vec!["web_2"]),
        ("%25", vec!["db 50%"]),
        ("50 db", vec!["db 50%"]),
        ("'", vec!["it's"]),
        ("'%20or%20'1'%3D'1", vec![]),
        ("%5C", vec![]),
        ("rack%20web", vec!["Web-1", "web_2"]),
        ("", vec!["db 50%", "it's", "Web-1", "web_2"]),
    ] {
        assert_eq!(names(&owner, &format!("/machines?q={q}")).await, found, "{q}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_name_the_parameter_that_it_does_not_understand() {
    let (_cofre, owner) = machines(&[]).await;
    for (route, field) in [
        ("/items?sort=colour", "sort"),
        ("/items?sort=name%20desc", "sort"),
        ("/items?health=Fine", "health"),
        ("/items?vault_id=1", "vault_id"),
        ("/machines?sort=size", "sort"),
        ("/machines?protection=some", "protection"),
        ("/machines?presence=here", "presence"),
        ("/vaults?redundancy=Twice", "redundancy"),
        ("/jobs?status=Done", "status"),
        ("/jobs?kind=Copy", "kind"),
        ("/jobs?since=yesterday", "since"),
        ("/jobs?sort=subject", "sort"),
        ("/jobs?after=1", "after"),
        ("/audit?action=vault.paint", "action"),
        ("/audit?sort=actor", "sort"),
        ("/audit?until=tomorrow", "until"),
        ("/audit?after=1", "after"),
        ("/audit?after=00000000-0000-0000-0000-000000000000.1", "after"),
        ("/notifications?severity=Grave", "severity"),
        ("/notifications?seen=perhaps", "seen"),
        ("/notifications?since=yesterday", "since"),
        ("/notifications?sort=subject", "sort"),
        ("/notifications?after=1.1", "after"),
        ("/users?role=King", "role"),
        ("/users?second_factor=perhaps", "second_factor"),
        ("/users?sort=password_hash", "sort"),
        ("/tokens?role=King", "role"),
        ("/tokens?sort=secret_hash", "sort"),
        ("/screens?sort=address", "sort"),
        ("/screens?after=x", "after"),
    ] {
        owner.get(route).await.field(Code::InvalidInput, field, FieldReason::Unknown);
    }
    let long = "a".repeat(201);
    let of_lists = ["machines", "jobs", "audit", "notifications", "users", "tokens", "screens"];
    let long = of_lists.map(|list| format!("/{list}?q={long}"));
    for route in long.into_iter().chain(["/items?q=a%00b".to_owned()]) {
        owner.get(&route).await.field(Code::InvalidInput, "q", FieldReason::Refused);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_go_on_behind_a_place_while_the_list_changes() {
    let (cofre, owner) = machines(&["a", "b", "c", "d", "e"]).await;
    let mut route = "/machines?sort=-name&limit=2".to_owned();
    let first: CountedPage<Machine> = owner.show(&route).await;
    assert_eq!((first.total.count, first.total.is_more), (5, false));
    // The entry that the place is behind goes away as such: its name is another one afterwards.
    std::fs::rename(cofre.place.images().join("d.raw"), cofre.place.images().join("z.raw")).unwrap();
    let host = owner.list::<shared::host::Host>("/hosts").await[0].id;
    owner.call(&format!("/hosts/{host}/discover")).await.is(200);
    let mut seen: Vec<_> = first.items.into_iter().map(|machine| machine.name).collect();
    let mut next = first.next;
    while let Some(after) = next {
        route = format!("/machines?sort=-name&limit=2&after={after}");
        let page: CountedPage<Machine> = owner.show(&route).await;
        seen.extend(page.items.into_iter().map(|machine| machine.name));
        next = page.next;
    }
    assert_eq!(seen, ["e", "d", "c", "b", "a"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_fill_pages_and_count_within_what_may_be_seen() {
    let (_cofre, owner) = machines(&["a", "b", "c", "d"]).await;
    let (mine, theirs) = (owner.add_vault("mine").await, owner.add_vault("theirs").await);
    for (machine, vault) in [("a", theirs.id), ("b", mine.id), ("c", theirs.id), ("d", mine.id)] {
        owner.protect(machine, vault).await;
    }
    let reader = owner.add_user("rita", on_vault(Role::BackupReader, mine.id)).await;
    let page: CountedPage<Item> = reader.show("/items?limit=2").await;
    assert_eq!(page.items.iter().map(|item| item.machine.name.as_str()).collect::<Vec<_>>(), ["b", "d"]);
    assert_eq!(page.total.count, 2);
    assert_eq!(names(&reader, "/machines?sort=protection").await, ["b", "d"]);
    assert!(items(&reader, &format!("/items?vault_id={}", theirs.id)).await.is_empty());
    let jobs: CountedPage<Job> = reader.show("/jobs").await;
    assert_eq!((jobs.items.len(), jobs.total.count), (1, 1));
    let vaults: CountedPage<Vault> = reader.show("/vaults").await;
    assert_eq!((vaults.items.len(), vaults.total.count), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_sort_and_filter_by_health_as_it_is_at_the_moment() {
    let (cofre, owner) = machines(&["failed", "healthy", "pending", "unprotected"]).await;
    let vault = owner.add_vault("prod").await.id;
    for machine in ["failed", "healthy", "pending"] {
        owner.protect(machine, vault).await;
    }
    let all: Vec<Item> = owner.list("/items").await;
    owner.backed_up(all[1].id).await;
    std::fs::remove_file(cofre.place.images().join("failed.raw")).unwrap();
    let job = owner.back_up(all[0].id).await;
    owner.ended(job.id).await;
    assert_eq!(items(&owner, "/items?sort=health").await, ["failed", "pending", "healthy"]);
    assert_eq!(items(&owner, "/items?sort=-health").await, ["healthy", "pending", "failed"]);
    assert_eq!(items(&owner, "/items?state=Protected").await, ["healthy"]);
    assert_eq!(items(&owner, "/items?sort=-newest_point&limit=1").await, ["healthy"]);
    assert_eq!(names(&owner, "/machines?sort=protection").await, ["failed", "pending", "healthy", "unprotected"]);
    cofre.clock.advance(TimeDelta::hours(25));
    let owner = owner.sign_in(OWNER).await;
    assert!(items(&owner, "/items?health=Pending").await.is_empty());
    assert_eq!(items(&owner, "/items?health=Overdue").await, ["healthy", "pending"]);
    let machine = owner.machine("healthy").await.protection.expect("it is protected");
    assert_eq!(machine.health, Health::Overdue);
    for item in owner.list::<Item>("/items?sort=health").await {
        let route = format!("/items?health={:?}&q={}", item.health, item.machine.name);
        assert_eq!(items(&owner, &route).await, [item.machine.name]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_filter_vaults_and_jobs() {
    let (_cofre, owner) = machines(&["web"]).await;
    let north = owner.add_vault("alpha").await;
    owner.add_vault_in("beta", SOUTH).await;
    let item = owner.protect("web", north.id).await.id;
    owner.backed_up(item).await;
    let vaults =
        async |route: &str| owner.list::<Vault>(route).await.into_iter().map(|vault| vault.name).collect::<Vec<_>>();
    assert_eq!(vaults(&format!("/vaults?location_id={}", north.location.id)).await, ["alpha"]);
    assert_eq!(vaults("/vaults?q=south").await, ["beta"]);
    assert_eq!(vaults("/vaults?sort=-name").await, ["beta", "alpha"]);
    assert_eq!(vaults("/vaults?sort=-created").await, ["beta", "alpha"]);
    assert!(vaults("/vaults?redundancy=LocallyRedundant").await.is_empty());
    let subjects =
        async |route: &str| owner.list::<Job>(route).await.into_iter().map(|job| job.subject).collect::<Vec<_>>();
    assert_eq!(subjects("/jobs").await, ["web", "beta", "alpha"]);
    assert_eq!(subjects("/jobs?sort=created&limit=2").await, ["alpha", "beta"]);
    assert_eq!(subjects("/jobs?q=WE").await, ["web"]);
    assert!(subjects("/jobs?q=nothing").await.is_empty());
    assert_eq!(subjects("/jobs?kind=CreateVault&status=Completed").await, ["beta", "alpha"]);
    assert!(subjects("/jobs?status=active").await.is_empty());
    assert!(subjects("/jobs?since=2999-01-01T00:00:00Z").await.is_empty());
}

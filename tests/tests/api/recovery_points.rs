//! `/items/{id}/recovery-points`, `/recovery-points/{id}`.

use shared::page::CountedPage;
use shared::problem::{Code, FieldReason};
use shared::recovery_point::{Consistency, PointDisk, RecoveryPoint};
use tests::{Cofre, content, images, restic};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn should_be_listed_newest_first_with_what_is_known_of_them() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let image = cofre.place.images().join("web/root.raw");
    let mut disk = content::disk(1);
    images::raw(&image, &disk);
    images::raw(&cofre.place.images().join("web/data.raw"), &content::text(100_000, 2));
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    let mut made = Vec::new();
    for _ in 0..3 {
        made.push(owner.backed_up(item).await);
        disk[content::CHUNK + 5] += 1;
        images::raw(&image, &disk);
    }
    let listed = owner.points(item).await;
    assert_eq!(listed, made.iter().rev().cloned().collect::<Vec<_>>());
    assert!(listed.windows(2).all(|pair| pair[0].taken_at > pair[1].taken_at));
    let [newest, _, oldest] = listed.as_slice() else { panic!("{listed:?}") };
    assert_eq!((newest.item_id, newest.vault_id, newest.consistency), (item, vault.id, Consistency::CrashConsistent));
    let disks = [("data", 100_000), ("root", disk.len() as u64)];
    assert_eq!(newest.disks, disks.map(|(name, size_bytes)| PointDisk { name: name.to_owned(), size_bytes }));
    assert!(newest.validated_at.is_some() && newest.read_bytes == oldest.read_bytes);
    assert_eq!(newest.new_bytes, content::CHUNK as u64, "one chunk was changed");
    let page: CountedPage<RecoveryPoint> = owner.show(&format!("/items/{item}/recovery-points?limit=2")).await;
    let rest: CountedPage<RecoveryPoint> =
        owner.show(&format!("/items/{item}/recovery-points?limit=2&after={}", page.next.unwrap())).await;
    assert_eq!((rest.items, rest.next), (vec![oldest.clone()], None));
    let found = async |query: &str| {
        let points: Vec<RecoveryPoint> = owner.list(&format!("/items/{item}/recovery-points?{query}")).await;
        points.into_iter().map(|point| point.id).collect::<Vec<_>>()
    };
    let ids: Vec<_> = made.iter().map(|point| point.id).collect();
    assert_eq!(found("sort=taken").await, ids);
    assert_eq!(found("sort=-expires&limit=1").await, ids[2..]);
    assert_eq!(found("sort=-new_data&limit=1").await, ids[..1], "the first point is all new");
    assert_eq!(found("consistency=CrashConsistent&verified=true&sort=taken").await, ids);
    assert!(found("consistency=AppConsistent").await.is_empty());
    assert!(found("verified=false").await.is_empty());
    let at = |place: usize| format!("{:?}", made[place].taken_at);
    assert_eq!(found(&format!("since={}&until={}", at(1), at(2))).await, ids[1..2]);
    for (query, field) in [
        ("consistency=Some", "consistency"),
        ("verified=1", "verified"),
        ("since=now", "since"),
        ("sort=disks", "sort"),
    ] {
        let route = format!("/items/{item}/recovery-points?{query}");
        owner.get(&route).await.field(Code::InvalidInput, field, FieldReason::Unknown);
    }
    let known = restic::run(&owner.password(vault.id).await, &["snapshots", "--json"]);
    let known: serde_json::Value = serde_json::from_slice(&known.stdout).unwrap();
    let mut snapshots: Vec<_> = known.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    let mut named: Vec<_> = listed.iter().map(|point| point.snapshot.as_str()).collect();
    snapshots.sort_unstable();
    named.sort_unstable();
    assert_eq!(snapshots, named, "restic knows each point by the id that the API says");
}

#[tokio::test(flavor = "multi_thread")]
async fn should_answer_an_unknown_one_with_a_problem() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    owner.get(&format!("/recovery-points/{}", Uuid::nil())).await.problem(Code::NotFound);
    owner.get(&format!("/items/{}/recovery-points", Uuid::nil())).await.problem(Code::NotFound);
}

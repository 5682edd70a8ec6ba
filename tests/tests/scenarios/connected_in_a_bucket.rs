//! A vault in a bucket, whose server is gone: another one connects it, restores from it, and looks after it.

use std::fs;

use chrono::TimeDelta;
use serde_json::{Value, json};
use server::storage::Storage;
use shared::connect::{FoundFolder, FoundVault};
use shared::id::VaultId;
use shared::item::Item;
use shared::job::{Job, JobState};
use shared::machine::DiskFormat;
use shared::maintenance::{GRACE_HOURS, Maintenance, PackCount, PrunePlan};
use shared::problem::{Code, FieldReason};
use shared::recovery_point::RecoveryPoint;
use shared::vault::VaultPassword;
use tests::azurite::Azurite;
use tests::buckets::{azure, in_storage, s3};
use tests::moto::Moto;
use tests::{Client, Cofre, NORTH, OWNER, content, folder_of, images, restic};

/// What is left of a server: a vault with two points of a machine, and who knows its password.
struct Left {
    id: VaultId,
    password: VaultPassword,
    points: Vec<RecoveryPoint>,
}

impl Left {
    async fn in_storage(storage: &Storage) -> Self {
        let cofre = Cofre::start_with(in_storage(storage)).await;
        let owner = cofre.owner().await;
        let image = cofre.place.images().join("web.raw");
        images::raw(&image, &content::disk(1));
        owner.add_host("rack", &cofre.place.images()).await;
        let vault = owner.add_vault("prod").await.id;
        let item = owner.protect("web", vault).await.id;
        owner.backed_up(item).await;
        images::raw(&image, &content::disk(2));
        owner.backed_up(item).await;
        cofre.write_catalogues().await;
        let left = Left { id: vault, password: owner.password(vault).await, points: owner.points(item).await };
        cofre.stop().await;
        left
    }

    fn folder(&self) -> &str {
        folder_of(&self.password)
    }
}

/// A server that knows nothing but where the bucket is, and its Owner.
async fn blank(storage: &Storage) -> (Cofre, Client) {
    let cofre = Cofre::start_with(in_storage(storage)).await;
    let owner = cofre.owner().await;
    (cofre, owner)
}

/// Finds the vault, looks into it, connects it, and restores each of its points.
async fn brings_everything_back(left: &Left, cofre: &Cofre, owner: &Client) {
    let found_vaults = format!("/locations/{}/found-vaults", owner.location(NORTH).await.id);
    let found: Vec<FoundFolder> = owner.list(&found_vaults).await;
    assert_eq!(found.iter().map(|found| found.folder.to_string()).collect::<Vec<_>>(), [left.folder()]);
    let request = owner.known_by(&left.password).await;
    let looked: FoundVault = owner.post("/vaults/inspect", &request).await.body(200);
    assert_eq!((looked.name.as_deref(), looked.recovery_points, looked.damaged), (Some("prod"), 2, 0));
    assert!(looked.catalogue.is_some());
    is_refused(owner, &request).await;
    let vault = owner.connected(&left.password).await;
    assert_eq!((vault.id, &vault.repository), (left.id, &left.password.repository));
    assert!(owner.list::<FoundFolder>(&found_vaults).await.is_empty());
    owner.ask_to_connect(&left.password).await.problem(Code::VaultAlreadyConnected);
    let item = owner.list::<Item>("/items").await.remove(0).id;
    let points = owner.points(item).await;
    let ids = |points: &[RecoveryPoint]| points.iter().map(|point| point.id).collect::<Vec<_>>();
    assert_eq!(ids(&points), ids(&left.points));
    // The newest comes first.
    for (point, seed) in points.iter().zip([2, 1]) {
        let name = format!("back-{seed}");
        let folder = owner.restored(point.id, &cofre.place.restores(), &name, DiskFormat::Raw).await;
        assert!(fs::read(folder.join("web.raw")).unwrap() == content::disk(seed), "point {seed}");
    }
}

/// Another password, and a name that no vault has.
async fn is_refused(owner: &Client, good: &Value) {
    let with = |field: &str, value: &str| {
        let mut request = good.clone();
        request[field] = json!(value);
        request
    };
    for route in ["/vaults/inspect", "/vaults/connect"] {
        let wrong = owner.post(route, &with("password", "not this one")).await;
        wrong.field(Code::VaultWrongPassword, "password", FieldReason::Wrong);
        let nothing = owner.post(route, &with("folder", "nothing-here")).await;
        nothing.field(Code::NotAVault, "folder", FieldReason::Refused);
    }
}

async fn ended(owner: &Client, vault: VaultId, verb: &str, body: &Value) -> Job {
    let job: Job = owner.post(&format!("/vaults/{vault}/{verb}"), body).await.body(202);
    owner.ended(job.id).await
}

async fn verified(owner: &Client, vault: VaultId) -> Maintenance {
    ended(owner, vault, "verify", &json!({"scope": "Everything"})).await;
    owner.show(&format!("/vaults/{vault}/maintenance")).await
}

async fn pruned(owner: &Client, vault: VaultId) -> Maintenance {
    let job = ended(owner, vault, "prune", &json!({})).await;
    assert!(matches!(job.state, JobState::Completed { .. }), "{:?}", job.state);
    owner.show(&format!("/vaults/{vault}/maintenance")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn should_outlive_its_server_in_s3() {
    let moto = Moto::start();
    let left = Left::in_storage(&s3(&moto)).await;
    let (cofre, owner) = blank(&s3(&moto)).await;
    brings_everything_back(&left, &cofre, &owner).await;
    let everything = verified(&owner, left.id).await.everything.unwrap();
    assert_eq!((everything.points_hurt, everything.problems), (0, 0), "{everything:?}");
    // Pruned with restic's help: what a point needed alone goes, a day later, and what the others need stays.
    let gone = &left.points.last().unwrap().snapshot;
    assert!(restic::run(&left.password, &["forget", gone]).status.success());
    let plan: PrunePlan = owner.show(&format!("/vaults/{}/prune-plan", left.id)).await;
    assert!(plan.freed_bytes > 0, "{plan:?}");
    let stored = || moto.objects("cofre/north/").iter().filter(|(name, _)| name.contains("/data/")).count() as u64;
    let before = stored();
    let condemned = pruned(&owner, left.id).await.prune.unwrap().condemned;
    assert!(condemned.packs > 0 && stored() >= before, "nothing is deleted within its grace");
    restic::check(&left.password);
    cofre.clock.advance(TimeDelta::hours(GRACE_HOURS + 1));
    let owner = owner.sign_in(OWNER).await;
    let with_copies = stored();
    let prune = pruned(&owner, left.id).await.prune.unwrap();
    assert_eq!((prune.deleted, prune.in_grace), (condemned, PackCount::default()));
    assert_eq!(stored(), with_copies - condemned.packs);
    restic::check(&left.password);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_outlive_its_server_in_azure() {
    let azurite = Azurite::start();
    let left = Left::in_storage(&azure(&azurite)).await;
    assert!(left.password.repository.starts_with("azure:vaults:/cofre/north/prod-"), "{}", left.password.repository);
    let (cofre, owner) = blank(&azure(&azurite)).await;
    brings_everything_back(&left, &cofre, &owner).await;
    let everything = verified(&owner, left.id).await.everything.unwrap();
    assert_eq!((everything.points_hurt, everything.problems), (0, 0), "{everything:?}");
    let prune = pruned(&owner, left.id).await.prune.unwrap();
    assert_eq!((prune.condemned, prune.deleted), (PackCount::default(), PackCount::default()), "all is needed");
    let other = owner.add_vault("other").await.id;
    let others = owner.password(other).await;
    owner.delete(&format!("/vaults/{other}")).await.is(204);
    owner.ask_to_connect(&others).await.field(Code::NotAVault, "folder", FieldReason::Refused);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_find_what_a_bucket_has_lost() {
    let moto = Moto::start();
    let left = Left::in_storage(&s3(&moto)).await;
    let (_cofre, owner) = blank(&s3(&moto)).await;
    owner.connected(&left.password).await;
    let packs = moto.objects(&format!("cofre/north/{}/data/", left.folder()));
    let (largest, _) = packs.iter().max_by_key(|(_, bytes)| bytes).unwrap();
    moto.lose(largest);
    let said = verified(&owner, left.id).await;
    let everything = said.everything.unwrap();
    assert!(everything.points_hurt > 0 && said.damaged_points == everything.points_hurt, "{everything:?}");
    let item = owner.list::<Item>("/items").await.remove(0).id;
    let points = owner.points(item).await;
    assert_eq!(points.iter().filter(|point| point.verdict.is_damaged()).count() as u64, said.damaged_points);
    owner.get(&format!("/vaults/{}/prune-plan", left.id)).await.problem(Code::VaultDamaged);
}

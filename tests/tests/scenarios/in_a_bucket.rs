//! Vaults in a bucket: from its storage in `cofre.toml` to a restored disk, by the server and by hand.

use std::fs;
use std::process::Command;

use server::config::Config;
use server::storage::Storage;
use shared::job::{Job, JobState};
use shared::location::Location;
use shared::machine::DiskFormat;
use shared::problem::Code;
use tests::buckets::{in_storage, s3};
use tests::moto::{BUCKET, KEY_ID, Moto, SECRET};
use tests::{Cofre, NORTH, OWNER, Place, content, images, restic};

use crate::program;

#[tokio::test(flavor = "multi_thread")]
async fn should_protect_and_restore_a_machine_by_a_vault_in_a_bucket() {
    let moto = Moto::start();
    let cofre = Cofre::start_with(in_storage(&s3(&moto))).await;
    let owner = cofre.owner().await;
    let image = cofre.place.images().join("web.raw");
    images::raw(&image, &content::disk(1));
    owner.add_host("rack", &cofre.place.images()).await;
    let root = format!("s3:{}/{BUCKET}/cofre/north", moto.endpoint());
    let location: Location = owner.location(NORTH).await;
    assert_eq!((location.storage_root.as_str(), location.capacity_bytes), (root.as_str(), None));
    let vault = owner.add_vault("prod").await;
    assert!(vault.repository.starts_with(&format!("{root}/prod-")), "{}", vault.repository);
    let item = owner.protect("web", vault.id).await.id;
    let point = owner.backed_up(item).await;
    // The server begun anew opens it again.
    let cofre = Cofre::start_on(cofre.stop().await, in_storage(&s3(&moto))).await.unwrap();
    let owner = cofre.nobody().sign_in(OWNER).await;
    owner.restored(point.id, &cofre.place.restores(), "back", DiskFormat::Raw).await;
    assert!(content::same(&cofre.place.restores().join("back/web.raw"), &image).unwrap());
    owner.backed_up(item).await;
    let password = owner.password(vault.id).await;
    restic::check(&password);
    restic::same_disk(&password, "latest", "web", &image);
    // What is deleted is gone from the bucket, and what lies beside it is not.
    let other = owner.add_vault("other").await;
    let others = owner.password(other.id).await;
    owner.delete(&format!("/vaults/{}", other.id)).await.is(204);
    assert!(!restic::run(&others, &["snapshots"]).status.success());
    restic::check(&password);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_call_no_bucket_where_it_may_not() {
    let moto = Moto::start();
    let closed = |config: &mut Config| {
        in_storage(&s3(&moto))(config);
        config.outgoing_allowed.clear();
    };
    let cofre = Cofre::start_with(closed).await;
    let owner = cofre.owner().await;
    let job: Job = owner.post("/vaults", &owner.new_vault("prod", NORTH).await).await.body(202);
    let JobState::Failed { error, .. } = owner.ended(job.id).await.state else { panic!("it did not fail") };
    assert_eq!(error.code, Code::VaultUnreachable);
    assert!(error.cause.contains("127.0.0.1 may not be called"), "{error:?}");
    assert!(!error.cause.contains(SECRET));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_start_with_storage_that_others_could_read() {
    let moto = Moto::start();
    let plain = |config: &mut Config| {
        in_storage(&s3(&moto))(config);
        let Storage::S3(s3) = &mut config.locations[0].storage else { panic!("a bucket") };
        s3.endpoint = "http://198.51.100.7".to_owned();
    };
    let error = format!("{:#}", Cofre::start_on(Place::new(), plain).await.unwrap_err());
    assert!(error.contains(NORTH) && error.contains("without TLS"), "{error}");
}

#[test]
fn should_work_on_a_vault_in_a_bucket_by_hand() {
    let moto = Moto::start();
    let folder = tempfile::tempdir().unwrap();
    let (password, image, back) =
        (folder.path().join("password"), folder.path().join("web.raw"), folder.path().join("back.raw"));
    fs::write(&password, "correct horse").unwrap();
    images::raw(&image, &content::disk(1));
    let repository = format!("s3:{}/{BUCKET}/by/hand", moto.endpoint());
    let run = |command: &str, arguments: &[&str]| {
        let mut program = Command::new(program::path());
        program.args(["vault", command, "--json", "--repo", &repository, "--password-file"]).arg(&password);
        program.envs([("AWS_ACCESS_KEY_ID", KEY_ID), ("AWS_SECRET_ACCESS_KEY", SECRET)]).args(arguments);
        let output = program.output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        (output.status.success(), said, String::from_utf8(output.stderr).unwrap())
    };
    assert!(run("init", &[]).0);
    assert!(run("init", &[]).2.contains("not empty"), "a vault is not made over another one");
    let disk = format!("disk0={}", image.display());
    let (done, said, complained) = run("backup", &["--machine", "web", &disk]);
    assert!(done, "{complained}");
    let point: serde_json::Value = serde_json::from_str(&said).unwrap();
    let point = point["id"].as_str().unwrap();
    assert!(run("verify", &["--read-data"]).0);
    assert!(run("restore", &["--point", point, "--disk", "disk0", "--to", back.to_str().unwrap()]).0);
    assert!(content::same(&back, &image).unwrap());
}

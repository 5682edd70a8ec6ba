//! `/hosts`, `/image-roots`: folders of images, and what may be one.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use shared::host::{CreateHost, Host, HostKind, HostState};
use shared::problem::{Code, FieldReason};
use tests::{Client, Cofre, NORTH, content, images};
use uuid::Uuid;

async fn refused(owner: &Client, folder: &Path, code: Code, reason: FieldReason) {
    let answer = owner.post("/hosts", &owner.new_host("rack", folder).await).await;
    answer.field(code, "folder", reason);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_add_a_folder_and_look_at_it_at_once() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    images::raw(&cofre.place.images().join("rack/web/root.raw"), &content::disk(1));
    let folder = cofre.place.images().join("rack");
    let host = owner.add_host("rack", &folder).await;
    assert_eq!(host.kind, HostKind::DiskImages { folder: folder.display().to_string() });
    assert_eq!((host.location.name.as_str(), host.machines), (NORTH, 1));
    assert!(matches!(host.state, HostState::Reachable { .. }));
    assert_eq!(owner.list::<Host>("/hosts").await, [host]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_list_the_roots_that_folders_may_lie_beneath() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let roots: Vec<String> = owner.show("/image-roots").await;
    assert!(roots.contains(&cofre.place.images().display().to_string()));
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_folders_outside_of_the_roots() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let images = cofre.place.images();
    fs::create_dir(cofre.place.path("images-of-others")).unwrap();
    for outside in [
        Path::new("/"),
        Path::new("/etc"),
        Path::new("images"),
        Path::new(""),
        &cofre.place.data(),
        &cofre.place.path("images-of-others"),
        &images.join(".."),
        &images.join("../data"),
        &images.join("rack/../../data"),
    ] {
        refused(&owner, outside, Code::PathOutsideRoots, FieldReason::OutsideRoots).await;
    }
    assert!(owner.list::<Host>("/hosts").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_follow_a_link_out_of_the_root() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    symlink(cofre.place.data(), cofre.place.images().join("out")).unwrap();
    symlink("..", cofre.place.images().join("up")).unwrap();
    for link in ["out", "up", "up/data"] {
        refused(&owner, &cofre.place.images().join(link), Code::FolderMissing, FieldReason::NoFolder).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_folder_that_is_not_there_or_is_a_file() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    fs::write(cofre.place.images().join("file"), "x").unwrap();
    for missing in ["nowhere", "file"] {
        refused(&owner, &cofre.place.images().join(missing), Code::FolderMissing, FieldReason::NoFolder).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_name_or_a_folder_that_another_host_has() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let images = cofre.place.images();
    fs::create_dir(images.join("a")).unwrap();
    fs::create_dir(images.join("b")).unwrap();
    owner.add_host("rack", &images.join("a")).await;
    let same_name = owner.new_host("RACK", &images.join("b")).await;
    owner.post("/hosts", &same_name).await.field(Code::NameTaken, "name", FieldReason::Taken);
    let same_folder = CreateHost { folder: format!("{}/", images.join("a").display()), ..same_name };
    owner.post("/hosts", &same_folder).await.field(Code::NameTaken, "folder", FieldReason::Taken);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_a_location_or_a_group_that_is_not_there() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let good = owner.new_host("rack", &cofre.place.images()).await;
    let location_id = shared::id::LocationId::new(Uuid::nil());
    let answer = owner.post("/hosts", &CreateHost { location_id, ..good.clone() }).await;
    answer.field(Code::InvalidInput, "location_id", FieldReason::Unknown);
    let resource_group_id = shared::id::ResourceGroupId::new(Uuid::nil());
    let answer = owner.post("/hosts", &CreateHost { resource_group_id, ..good }).await;
    answer.field(Code::InvalidInput, "resource_group_id", FieldReason::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_a_host_cannot_be_reached_and_keep_its_machines() {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let folder = cofre.place.images().join("rack");
    images::raw(&folder.join("web.raw"), &content::disk(1));
    let host = owner.add_host("rack", &folder).await;
    fs::rename(&folder, cofre.place.path("away")).unwrap();
    let looked: Host = owner.call(&format!("/hosts/{}/discover", host.id)).await.body(200);
    assert!(matches!(looked.state, HostState::Unreachable { code: Code::HostUnreadable, .. }), "{looked:?}");
    assert_eq!(looked.machines, 1);
    fs::rename(cofre.place.path("away"), &folder).unwrap();
    let looked: Host = owner.call(&format!("/hosts/{}/discover", host.id)).await.body(200);
    assert!(matches!(looked.state, HostState::Reachable { .. }));
}

//! `/machines`: what discovery finds, and what becomes of it.

use std::fs;
use std::path::PathBuf;

use shared::host::Host;
use shared::id::HostId;
use shared::machine::{DiskFormat, Machine, Presence};
use shared::page::Page;
use shared::problem::Code;
use tests::{Client, Cofre, content, images};

async fn all(owner: &Client) -> Vec<Machine> {
    owner.list("/machines").await
}

async fn look(owner: &Client, host: HostId) {
    owner.call(&format!("/hosts/{host}/discover")).await.body::<Host>(200);
}

/// A server with a host of one machine of one raw disk.
async fn one_machine() -> (Cofre, Client, HostId, PathBuf) {
    let cofre = Cofre::start_idle().await;
    let owner = cofre.owner().await;
    let folder = cofre.place.images().join("rack");
    images::raw(&folder.join("web/root.raw"), &content::disk(1));
    let host = owner.add_host("rack", &folder).await.id;
    (cofre, owner, host, folder)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_find_folders_and_files_of_images_with_their_disks() {
    let (cofre, owner, host, folder) = one_machine().await;
    images::qcow2(&folder.join("db/data.qcow2"), &content::disk(2));
    images::raw(&folder.join("db/root.img"), &content::disk(3));
    images::raw(&folder.join("single.raw"), &content::disk(4));
    fs::write(folder.join("notes.txt"), "no image").unwrap();
    look(&owner, host).await;
    let machines = all(&owner).await;
    assert_eq!(machines.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["db", "single", "web"]);
    let disks: Vec<_> =
        machines[0].disks.iter().map(|disk| (disk.name.as_str(), disk.format, disk.size_bytes)).collect();
    let sizes = [2, 3].map(|seed| content::disk(seed).len() as u64);
    // A qcow2 image is whole sectors.
    assert_eq!(
        disks,
        [("data", DiskFormat::Qcow2, sizes[0].next_multiple_of(512)), ("root", DiskFormat::Raw, sizes[1])]
    );
    assert!(machines.iter().all(|one| one.presence == Presence::Present && one.protection.is_none()));
    assert_eq!(owner.show::<Machine>(&format!("/machines/{}", machines[0].id)).await, machines[0]);
    drop(cofre);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_know_a_renamed_machine_and_take_a_copy_for_another() {
    let (_cofre, owner, host, folder) = one_machine().await;
    let before = all(&owner).await.remove(0);
    fs::rename(folder.join("web"), folder.join("www")).unwrap();
    images::raw(&folder.join("copy/root.raw"), &fs::read(folder.join("www/root.raw")).unwrap());
    look(&owner, host).await;
    let after = all(&owner).await;
    assert_eq!(after.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["copy", "www"]);
    assert_eq!(after[1].id, before.id);
    assert_ne!(after[0].id, before.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_miss_a_machine_that_vanished_and_know_it_when_it_is_back() {
    let (cofre, owner, host, folder) = one_machine().await;
    let before = all(&owner).await.remove(0);
    fs::rename(folder.join("web"), cofre.place.path("away")).unwrap();
    look(&owner, host).await;
    let missing = all(&owner).await.remove(0);
    assert_eq!(missing.id, before.id);
    assert!(matches!(missing.presence, Presence::Missing { .. }), "{missing:?}");
    fs::rename(cofre.place.path("away"), folder.join("web")).unwrap();
    look(&owner, host).await;
    assert_eq!(all(&owner).await, [before]);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_be_named_by_the_file_beside_the_disks() {
    let (_cofre, owner, host, folder) = one_machine().await;
    let uuid = "6f1c2b3a-0000-4000-8000-000000000001";
    images::raw(&folder.join("x/d.raw"), &content::disk(5));
    fs::write(folder.join("x/machine.json"), format!(r#"{{"uuid": "{uuid}", "name": "mail <b>"}}"#)).unwrap();
    look(&owner, host).await;
    let mail = owner.machine("mail <b>").await;
    assert_eq!(mail.id.to_string(), uuid);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_which_machine_cannot_be_backed_up_and_why() {
    let (_cofre, owner, host, folder) = one_machine().await;
    images::raw(&folder.join("garbage.qcow2"), b"this is no image at all");
    images::raw(&folder.join("empty.raw"), b"");
    images::raw(&folder.join("twins/a.raw"), b"1");
    images::qcow2(&folder.join("twins/a.qcow2"), b"2");
    images::qcow2_over(&folder.join("linked.qcow2"), &folder.join("web/root.raw"));
    look(&owner, host).await;
    for (name, code) in [
        ("garbage", Code::ImageInvalid),
        ("empty", Code::ImageInvalid),
        ("twins", Code::ImageInvalid),
        ("linked", Code::ImageNamesAnotherFile),
    ] {
        assert_eq!(owner.machine(name).await.presence, Presence::Unusable { code }, "{name}");
    }
    assert_eq!(owner.machine("web").await.presence, Presence::Present);
}

#[tokio::test(flavor = "multi_thread")]
async fn should_page_and_filter_by_host_and_protection() {
    let (cofre, owner, host, folder) = one_machine().await;
    for number in 0..5 {
        images::raw(&folder.join(format!("vm{number}.raw")), b"1");
    }
    look(&owner, host).await;
    let other = cofre.place.images().join("other");
    images::raw(&other.join("alone.raw"), b"1");
    let other = owner.add_host("other", &other).await.id;
    let first: Page<Machine> = owner.show("/machines?limit=4").await;
    let second: Page<Machine> = owner.show(&format!("/machines?limit=4&after={}", first.next.unwrap())).await;
    let names: Vec<_> = first.items.iter().chain(&second.items).map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["alone", "vm0", "vm1", "vm2", "vm3", "vm4", "web"]);
    assert_eq!(second.next, None);
    assert_eq!(owner.list::<Machine>(&format!("/machines?host_id={other}")).await.len(), 1);
    assert_eq!(owner.list::<Machine>("/machines?protection=none").await.len(), 7);
    assert!(owner.list::<Machine>("/machines?protection=protected").await.is_empty());
}

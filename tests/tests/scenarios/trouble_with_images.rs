//! Images that are gone, changed, in use, or not what they seem: a clear problem, and nothing that was backed up is lost.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::FileExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use shared::health::Health;
use shared::host::Host;
use shared::id::{ItemId, JobId};
use shared::item::LastBackup;
use shared::job::{Job, JobError, JobState, Phase};
use shared::machine::DiskFormat;
use shared::problem::Code;
use tests::{Client, Cofre, Place, content, images, restic};

/// A server with one machine that has a point.
struct Protected {
    cofre: Cofre,
    owner: Client,
    item: ItemId,
    image: PathBuf,
    source: Vec<u8>,
}

async fn protected(format: DiskFormat) -> Protected {
    protected_on(Place::new(), format).await
}

async fn protected_on(place: Place, format: DiskFormat) -> Protected {
    let cofre = Cofre::start_on(place, |_| {}).await.unwrap();
    let owner = cofre.owner().await;
    let image = cofre.place.images().join("web").join(format!("root.{}", format.extension()));
    let mut source = content::disk(1);
    source.resize(source.len().next_multiple_of(512), 0);
    match format {
        DiskFormat::Raw => images::raw(&image, &source),
        DiskFormat::Qcow2 => images::qcow2(&image, &source),
    }
    owner.add_host("rack", &cofre.place.images()).await;
    let vault = owner.add_vault("prod").await;
    let item = owner.protect("web", vault.id).await.id;
    owner.backed_up(item).await;
    Protected { cofre, owner, item, image, source }
}

impl Protected {
    /// A backup fails for this reason, and says so wherever someone looks.
    async fn fails(&self, code: Code) -> JobError {
        let job = self.owner.back_up(self.item).await.id;
        self.ends_failed(job, code).await
    }

    async fn ends_failed(&self, job: JobId, code: Code) -> JobError {
        let ended = self.owner.ended(job).await;
        let JobState::Failed { error, .. } = ended.state else { panic!("{:?}", ended.state) };
        assert_eq!(error.code, code, "{error:?}");
        assert!(error.cause.contains("root"), "the cause names the disk: {error:?}");
        assert!(ended.retriable);
        let log = self.owner.log(job).await;
        assert!(log.contains(&error.cause), "{log:?}");
        let item = self.owner.item(self.item).await;
        assert!(
            matches!(item.last_backup, LastBackup::Failed { code: said, job_id, .. } if said == code && job_id == job)
        );
        assert_eq!((item.health, item.recovery_points), (Health::Failed, 1));
        error
    }

    /// The point from before restores, the vault is clean, and the next backup goes well once all is mended.
    async fn is_well_again(&self) {
        let point = self.owner.points(self.item).await.remove(0);
        let root = self.cofre.place.restores();
        let folder = self.owner.restored(point.id, &root, "before", DiskFormat::Raw).await;
        assert!(fs::read(folder.join("root.raw")).unwrap() == self.source);
        restic::check(&self.owner.password(point.vault_id).await);
        self.owner.backed_up(self.item).await;
        assert_eq!(self.owner.item(self.item).await.health, Health::Healthy);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_an_image_is_missing() {
    let protected = protected(DiskFormat::Raw).await;
    let away = protected.cofre.place.path("away");
    fs::rename(&protected.image, &away).unwrap();
    protected.fails(Code::ImageMissing).await;
    fs::rename(&away, &protected.image).unwrap();
    protected.is_well_again().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_an_image_cannot_be_read() {
    let protected = protected(DiskFormat::Raw).await;
    let away = protected.cofre.place.path("away");
    fs::rename(&protected.image, &away).unwrap();
    // Not even root reads a folder as a file, nor follows a link out of the root.
    fs::create_dir(&protected.image).unwrap();
    protected.fails(Code::ImageUnreadable).await;
    fs::remove_dir(&protected.image).unwrap();
    std::os::unix::fs::symlink(&away, &protected.image).unwrap();
    protected.fails(Code::ImageUnreadable).await;
    fs::remove_file(&protected.image).unwrap();
    fs::rename(&away, &protected.image).unwrap();
    protected.is_well_again().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_say_that_the_folder_of_a_host_cannot_be_read() {
    let protected = protected(DiskFormat::Raw).await;
    let (images, away) = (protected.cofre.place.images(), protected.cofre.place.path("away"));
    fs::rename(&images, &away).unwrap();
    fs::write(&images, "a file where the folder was").unwrap();
    let job = protected.owner.back_up(protected.item).await.id;
    let ended = protected.owner.ended(job).await;
    let JobState::Failed { error, .. } = ended.state else { panic!("{:?}", ended.state) };
    assert_eq!(error.code, Code::HostUnreadable);
    assert!(error.cause.contains(images.to_str().unwrap()), "{error:?}");
    fs::remove_file(&images).unwrap();
    fs::rename(&away, &images).unwrap();
    protected.is_well_again().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_refuse_garbage_under_the_name_of_an_image() {
    let protected = protected(DiskFormat::Qcow2).await;
    let whole = fs::read(&protected.image).unwrap();
    for garbage in [content::text(100_000, 1), content::noise(100_000, 1), whole[..300].to_vec(), Vec::new()] {
        fs::write(&protected.image, &garbage).unwrap();
        protected.fails(Code::ImageInvalid).await;
    }
    fs::write(&protected.image, &whole).unwrap();
    protected.is_well_again().await;
}

/// A header that says nonsense in one field after the other neither stops the server nor makes a point.
#[tokio::test(flavor = "multi_thread")]
async fn should_survive_headers_that_lie() {
    let protected = protected(DiskFormat::Qcow2).await;
    let whole = fs::read(&protected.image).unwrap();
    // Cluster bits, size, first table's length and place, refcounts' place, header's length.
    for (at, lie) in [(20, 63_u64), (24, u64::MAX), (36, u64::MAX), (40, u64::MAX / 2), (48, u64::MAX / 4)] {
        let width = if at == 20 || at == 36 { 4 } else { 8 };
        let mut broken = whole.clone();
        broken[at..at + width].copy_from_slice(&lie.to_be_bytes()[8 - width..]);
        fs::write(&protected.image, &broken).unwrap();
        let job = protected.owner.back_up(protected.item).await.id;
        let ended = protected.owner.ended(job).await;
        if let JobState::Failed { error, .. } = &ended.state {
            assert!(matches!(error.code, Code::ImageInvalid | Code::ImageUnreadable), "byte {at}: {error:?}");
        } else {
            // Nothing needs the refcounts for reading.
            assert_eq!(at, 48, "{:?}", ended.state);
        }
    }
    fs::write(&protected.image, &whole).unwrap();
    protected.owner.backed_up(protected.item).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_not_follow_an_image_to_another_file() {
    let protected = protected(DiskFormat::Qcow2).await;
    let whole = fs::read(&protected.image).unwrap();
    let secret = protected.cofre.place.master_key();
    images::point_at_another_file(&protected.image, secret.to_str().unwrap());
    protected.fails(Code::ImageNamesAnotherFile).await;
    fs::write(&protected.image, &whole).unwrap();
    let base = protected.cofre.place.images().join("base.raw");
    images::raw(&base, &protected.source);
    fs::remove_file(&protected.image).unwrap();
    images::qcow2_over(&protected.image, &base);
    protected.fails(Code::ImageNamesAnotherFile).await;
    fs::write(&protected.image, &whole).unwrap();
    protected.is_well_again().await;
}

/// QEMU itself holds the image, as under a running machine.
#[tokio::test(flavor = "multi_thread")]
async fn should_not_back_up_an_image_that_is_in_use() {
    let protected = protected(DiskFormat::Raw).await;
    let user = User::of(&protected.image);
    let error = protected.fails(Code::ImageInUse).await;
    assert!(error.cause.contains("QEMU"), "{error:?}");
    drop(user);
    protected.is_well_again().await;
}

/// A server with a large machine, and its backup under way.
async fn under_way() -> (Protected, JobId) {
    let mut protected = protected_on(Place::slow(), DiskFormat::Raw).await;
    let large = protected.cofre.place.images().join("large/root.raw");
    fs::create_dir(large.parent().unwrap()).unwrap();
    content::write_large(&large, 96, 5).unwrap();
    let host = protected.owner.list::<Host>("/hosts").await[0].id;
    protected.owner.call(&format!("/hosts/{host}/discover")).await.is(200);
    let vault = protected.owner.item(protected.item).await.vault.id;
    let item = protected.owner.protect("large", vault).await.id;
    let mut live = protected.owner.live().await;
    let job = protected.owner.back_up(item).await.id;
    live.progress(job, |progress| progress.current_phase() == Some(Phase::TransferData) && progress.done_bytes > 0)
        .await;
    protected.image = large;
    (protected, job)
}

#[tokio::test(flavor = "multi_thread")]
async fn should_make_no_point_of_an_image_that_shrank_in_mid_backup() {
    let (protected, job) = under_way().await;
    File::options().write(true).open(&protected.image).unwrap().set_len(80 << 20).unwrap();
    let ended = protected.owner.ended(job).await;
    let JobState::Failed { error, .. } = ended.state else { panic!("{:?}", ended.state) };
    assert!(error.code == Code::ImageChanged && error.cause.contains("root"), "{error:?}");
    let item = ended.item_id.unwrap();
    assert!(protected.owner.points(item).await.is_empty());
    protected.is_well_again().await;
    let again: Job = protected.owner.call(&format!("/jobs/{job}/retry")).await.body(202);
    protected.owner.completed(again.id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn should_make_no_point_of_an_image_that_was_written_in_mid_backup() {
    let (protected, job) = under_way().await;
    let image = File::options().write(true).open(&protected.image).unwrap();
    image.write_all_at(b"written by someone who asks for no lock", 0).unwrap();
    let ended = protected.owner.ended(job).await;
    let JobState::Failed { error, .. } = ended.state else { panic!("{:?}", ended.state) };
    assert_eq!(error.code, Code::ImageChanged, "{error:?}");
    assert!(protected.owner.points(ended.item_id.unwrap()).await.is_empty());
    protected.is_well_again().await;
}

/// An open file stays readable without its name: the point is whole, and the next backup says that the image is gone.
#[tokio::test(flavor = "multi_thread")]
async fn should_either_fail_or_make_a_whole_point_of_an_image_that_was_removed_in_mid_backup() {
    let (protected, job) = under_way().await;
    let away = protected.cofre.place.path("away.raw");
    fs::hard_link(&protected.image, &away).unwrap();
    fs::remove_file(&protected.image).unwrap();
    let ended = protected.owner.ended(job).await;
    let item = ended.item_id.unwrap();
    match ended.state {
        JobState::Completed { .. } => {
            let point = protected.owner.points(item).await.remove(0).id;
            let folder =
                protected.owner.restored(point, &protected.cofre.place.restores(), "removed", DiskFormat::Raw).await;
            assert!(content::same(&folder.join("root.raw"), &away).unwrap());
        }
        JobState::Failed { error, .. } => {
            assert!(matches!(error.code, Code::ImageMissing | Code::ImageChanged), "{error:?}");
            assert!(protected.owner.points(item).await.is_empty());
        }
        other => panic!("{other:?}"),
    }
    let next = protected.owner.back_up(item).await.id;
    let next = protected.owner.ended(next).await;
    assert!(matches!(next.state, JobState::Failed { error, .. } if error.code == Code::ImageMissing));
    protected.is_well_again().await;
}

/// `qemu-io` with the image open for writing.
struct User(Child);

impl User {
    fn of(image: &std::path::Path) -> Self {
        let mut command = Command::new("qemu-io");
        command.args(["-f", "raw"]).arg(image).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .unwrap_or_else(|error| panic!("no qemu-io ({error}): run `cargo xtask setup`, which installs qemu-utils"));
        // Its answer says that the image is open, and with it the locks are taken.
        writeln!(child.stdin.as_mut().unwrap(), "length").unwrap();
        let mut answer = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut answer).unwrap();
        assert!(!answer.is_empty());
        Self(child)
    }
}

impl Drop for User {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

//! The oracle: stock restic, which knows nothing of us, reads what we wrote.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use shared::vault::VaultPassword;

use crate::{content, moto};

/// Runs restic on a vault, with nothing but what the API says of it. A machine without restic fails: what cannot judge must not pass.
pub fn run(vault: &VaultPassword, arguments: &[&str]) -> Output {
    run_in(Path::new(&vault.repository), vault, arguments)
}

/// The same, on a repository that is seen at another path.
pub fn run_in(repository: &Path, vault: &VaultPassword, arguments: &[&str]) -> Output {
    let program = std::env::var_os("COFRE_RESTIC").unwrap_or_else(|| "restic".into());
    let mut command = Command::new(&program);
    command.arg("--no-cache").arg("-r").arg(repository).args(arguments).env("RESTIC_PASSWORD", &vault.password);
    // For vaults in the tests' bucket.
    command.envs([("AWS_ACCESS_KEY_ID", moto::KEY_ID), ("AWS_SECRET_ACCESS_KEY", moto::SECRET)]);
    command.output().unwrap_or_else(|error| {
        panic!("no restic ({}: {error}): run `cargo xtask setup`, which installs it", program.display())
    })
}

/// restic reads all of the vault and finds nothing wrong.
pub fn check(vault: &VaultPassword) {
    check_in(Path::new(&vault.repository), vault);
}

/// The same, on a repository that is seen at another path.
pub fn check_in(repository: &Path, vault: &VaultPassword) {
    is_clean(&run_in(repository, vault, &["check", "--read-data"]));
}

#[track_caller]
fn is_clean(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("no errors were found"), "{text}\n{errors}");
}

/// What someone gets who has nothing but restic and the password: the segments of a disk, joined, are the bytes of this file.
pub fn same_disk(vault: &VaultPassword, snapshot: &str, disk: &str, source: &Path) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let target = folder.path().to_str().expect("a path of text");
    let output = run(vault, &["restore", snapshot, "--sparse", "--target", target]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut segments = Vec::new();
    data_below(&folder.path().join("disks").join(disk), &mut segments);
    segments.sort();
    let opened = segments.iter().map(|segment| fs::File::open(segment).expect("a segment can be read"));
    let joined = opened.fold(Box::new(std::io::empty()) as Box<dyn Read>, |joined, next| Box::new(joined.chain(next)));
    let source = fs::File::open(source).expect("the source can be read");
    assert!(content::equal(joined, source).expect("both can be read"), "{disk} of {} segments", segments.len());
}

fn data_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("restic restored the disk's folder") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            data_below(&path, found);
        } else if path.file_name().is_some_and(|name| name == "data") {
            found.push(path);
        }
    }
}

/// All that the newest catalogue says, as restic reads it.
pub fn catalogue_of(vault: &VaultPassword) -> String {
    let output = run(vault, &["dump", "--tag", "cofre:catalog", "latest", "/catalog"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

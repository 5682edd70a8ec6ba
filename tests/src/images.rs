//! Images of disks as hosts have them. qcow2 is written and read by `qemu-img`, which is no code of ours.

use std::fs;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes a raw image, and the folder that it lies in.
pub fn raw(path: &Path, bytes: &[u8]) {
    let folder = path.parent().expect("an image lies in a folder");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(path, bytes).expect("the image can be written");
}

/// Writes so many raw images of a mebibyte of nothing, `vm-0000.raw` and on: a host of as many machines that takes no room.
pub fn many(folder: &Path, count: usize) {
    fs::create_dir_all(folder).expect("the folder can be made");
    for number in 0..count {
        let file = fs::File::create(folder.join(format!("vm-{number:04}.raw"))).expect("the image can be made");
        file.set_len(1 << 20).expect("the image can be made longer");
    }
}

/// Writes a qcow2 image of these bytes, and the folder that it lies in.
pub fn qcow2(path: &Path, bytes: &[u8]) {
    let plain = path.with_extension("plain");
    raw(&plain, bytes);
    qemu_img(&["convert", "-f", "raw", "-O", "qcow2"], &[&plain, path]);
    fs::remove_file(plain).expect("the plain bytes can be removed");
}

/// The bytes that a machine would see on a qcow2 image.
pub fn read_qcow2(path: &Path) -> Vec<u8> {
    let plain = path.with_extension("seen");
    qemu_img(&["convert", "-f", "qcow2", "-O", "raw"], &[path, &plain]);
    let bytes = fs::read(&plain).expect("the plain bytes can be read");
    fs::remove_file(plain).expect("the plain bytes can be removed");
    bytes
}

/// Turns a qcow2 image into a raw one beside it.
pub fn to_raw(qcow2: &Path) -> PathBuf {
    let plain = qcow2.with_extension("seen");
    qemu_img(&["convert", "-f", "qcow2", "-O", "raw"], &[qcow2, &plain]);
    plain
}

/// Makes a qcow2 image whose header names another image as its base.
pub fn qcow2_over(path: &Path, base: &Path) {
    let base = base.to_str().expect("a path of text");
    qemu_img(&["create", "-q", "-f", "qcow2", "-F", "raw", "-b", base], &[path]);
}

/// Makes a whole qcow2 image name a base, in its header alone, as someone would who wants a file of the server.
pub fn point_at_another_file(path: &Path, other: &str) {
    let file = fs::File::options().read(true).write(true).open(path).expect("the image can be opened");
    let at = 0x200_u64;
    file.write_all_at(other.as_bytes(), at).expect("the image can be written");
    file.write_all_at(&at.to_be_bytes(), 8).expect("the image can be written");
    let length = u32::try_from(other.len()).expect("a short name");
    file.write_all_at(&length.to_be_bytes(), 16).expect("the image can be written");
}

fn qemu_img(arguments: &[&str], paths: &[&Path]) {
    let output = Command::new("qemu-img").args(arguments).args(paths).output();
    let output =
        output.unwrap_or_else(|error| panic!("no qemu-img ({error}): run `cargo xtask setup`, which installs it"));
    assert!(output.status.success(), "qemu-img {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

//! How large a disk is, from its file. The format comes from the file's name; the content is never probed for it.

use std::fs::File;
use std::os::unix::fs::FileExt as _;

use shared::machine::DiskFormat;
use shared::problem::Code;

/// The disk's size in bytes, or why it cannot be backed up.
pub(super) fn disk_size(file: &File, format: DiskFormat) -> Result<u64, Code> {
    match format {
        DiskFormat::Raw => file.metadata().map(|m| m.len()).map_err(|_| Code::ImageUnreadable),
        DiskFormat::Qcow2 => qcow2_size(file),
    }
}

/// Bit 2 of the incompatible features: the data lies in another file.
const EXTERNAL_DATA: u64 = 1 << 2;

/// The fields that matter of QEMU's qcow2 header (docs/interop/qcow2): magic, version, backing file, size, encryption, features.
fn qcow2_size(file: &File) -> Result<u64, Code> {
    let mut header = [0_u8; 80];
    file.read_exact_at(&mut header[..72], 0).map_err(|e| match e.kind() {
        std::io::ErrorKind::UnexpectedEof => Code::ImageInvalid,
        _ => Code::ImageUnreadable,
    })?;
    let word = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let long = |at: usize| u64::from(word(at)) << 32 | u64::from(word(at + 4));
    let version = word(4);
    if &header[..4] != b"QFI\xfb" || !(2..=3).contains(&version) || word(32) != 0 {
        return Err(Code::ImageInvalid);
    }
    let names_another = long(8) != 0;
    let mut features = [0_u8; 8];
    if version == 3 {
        file.read_exact_at(&mut features, 72).map_err(|_| Code::ImageInvalid)?;
    }
    if names_another || u64::from_be_bytes(features) & EXTERNAL_DATA != 0 {
        return Err(Code::ImageNamesAnotherFile);
    }
    Ok(long(24))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn image(change: impl FnOnce(&mut Vec<u8>)) -> File {
        let mut bytes = vec![0_u8; 104];
        bytes[..4].copy_from_slice(b"QFI\xfb");
        bytes[7] = 3;
        bytes[24..32].copy_from_slice(&(1_u64 << 30).to_be_bytes());
        change(&mut bytes);
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        file
    }

    #[test]
    fn should_read_the_size_and_refuse_what_is_not_whole() {
        let size = |file| disk_size(&file, DiskFormat::Qcow2);
        assert_eq!(size(image(|_| {})), Ok(1 << 30));
        assert_eq!(size(image(|b| b[0] = 0)), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b.truncate(20))), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b[7] = 9)), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b[15] = 104)), Err(Code::ImageNamesAnotherFile));
        assert_eq!(size(image(|b| b[79] = 4)), Err(Code::ImageNamesAnotherFile));
    }
}

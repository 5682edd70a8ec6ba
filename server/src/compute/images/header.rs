//! How large a disk is, from its file. The format comes from the file's name; the content is never probed for it.

use std::fs::File;
use std::os::unix::fs::FileExt as _;

use shared::machine::DiskFormat;
use shared::problem::Code;

/// Why an image cannot be backed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfit {
    /// What kind of problem it is.
    pub(super) code: Code,
    /// What of the file makes it so.
    pub(super) why: &'static str,
}

const fn unfit(code: Code, why: &'static str) -> Unfit {
    Unfit { code, why }
}

const UNREADABLE: Unfit = unfit(Code::ImageUnreadable, "it cannot be read");
const TOO_SHORT: Unfit = unfit(Code::ImageInvalid, "it is too short for a qcow2 image");

/// The disk's size in bytes, which is never 0.
pub(super) fn disk_size(file: &File, format: DiskFormat) -> Result<u64, Unfit> {
    let size = match format {
        DiskFormat::Raw => file.metadata().map(|m| m.len()).map_err(|_| UNREADABLE)?,
        DiskFormat::Qcow2 => qcow2_size(file)?,
    };
    if size == 0 { Err(unfit(Code::ImageInvalid, "its disk has no bytes")) } else { Ok(size) }
}

/// Bit 2 of the incompatible features: the data lies in another file.
const EXTERNAL_DATA: u64 = 1 << 2;

/// The fields that matter of QEMU's qcow2 header (docs/interop/qcow2): magic, version, backing file, size, encryption, features.
fn qcow2_size(file: &File) -> Result<u64, Unfit> {
    let mut header = [0_u8; 80];
    file.read_exact_at(&mut header[..72], 0).map_err(|e| match e.kind() {
        std::io::ErrorKind::UnexpectedEof => TOO_SHORT,
        _ => UNREADABLE,
    })?;
    let word = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let long = |at: usize| u64::from(word(at)) << 32 | u64::from(word(at + 4));
    let version = word(4);
    if &header[..4] != b"QFI\xfb" {
        return Err(unfit(Code::ImageInvalid, "it does not begin as a qcow2 image does"));
    }
    if !(2..=3).contains(&version) {
        return Err(unfit(Code::ImageInvalid, "its qcow2 version is neither 2 nor 3"));
    }
    if word(32) != 0 {
        return Err(unfit(Code::ImageInvalid, "its qcow2 header says that it is encrypted"));
    }
    if long(8) != 0 {
        return Err(unfit(Code::ImageNamesAnotherFile, "its qcow2 header names a backing file"));
    }
    let mut features = [0_u8; 8];
    if version == 3 {
        file.read_exact_at(&mut features, 72).map_err(|_| TOO_SHORT)?;
    }
    if u64::from_be_bytes(features) & EXTERNAL_DATA != 0 {
        return Err(unfit(Code::ImageNamesAnotherFile, "its qcow2 header says that the data lies in another file"));
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
        let size = |file| disk_size(&file, DiskFormat::Qcow2).map_err(|unfit| unfit.code);
        assert_eq!(size(image(|_| {})), Ok(1 << 30));
        assert_eq!(size(image(|b| b[0] = 0)), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b.truncate(20))), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b[7] = 9)), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b[35] = 1)), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b[24..32].fill(0))), Err(Code::ImageInvalid));
        assert_eq!(size(image(|b| b[15] = 104)), Err(Code::ImageNamesAnotherFile));
        assert_eq!(size(image(|b| b[79] = 4)), Err(Code::ImageNamesAnotherFile));
    }
}

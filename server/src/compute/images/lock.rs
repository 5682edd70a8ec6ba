//! QEMU's image lock: byte ranges of the file that stand for what each user does and does not allow others to do
//! (`block/file-posix.c`: permission `n` at byte 100 + n, "not shared" at byte 200 + n).

use std::fs::File;
use std::os::fd::AsFd;

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, fcntl};
use nix::libc;

/// Bytes whose lock by somebody else means that the image changes: it is written (bit 1) or resized (bit 3).
const OTHERS_CHANGE: [libc::off_t; 2] = [101, 103];
/// Locked by somebody who does not share reading (bit 0).
const OTHERS_FORBID_READING: libc::off_t = 200;
/// What we hold while reading: we read (100), and nobody may write (201) or resize (203).
const OURS: [libc::off_t; 3] = [100, 201, 203];

/// The image is open in a running QEMU, or its lock cannot be asked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// Somebody writes to it.
    InUse,
    /// The file system has no such locks.
    Unknown(Errno),
}

fn range(byte: libc::off_t, kind: libc::c_int) -> libc::flock {
    libc::flock {
        l_type: libc::c_short::try_from(kind).unwrap_or_default(),
        l_whence: libc::c_short::try_from(libc::SEEK_SET).unwrap_or_default(),
        l_start: byte,
        l_len: 1,
        l_pid: 0,
    }
}

/// Holds the image still for as long as the file stays open.
pub(super) fn hold(file: &File) -> Result<(), Refused> {
    for byte in OURS {
        match fcntl(file.as_fd(), FcntlArg::F_OFD_SETLK(&range(byte, libc::F_RDLCK))) {
            Ok(_) => {}
            Err(Errno::EAGAIN | Errno::EACCES) => return Err(Refused::InUse),
            Err(errno) => return Err(Refused::Unknown(errno)),
        }
    }
    for byte in OTHERS_CHANGE.into_iter().chain([OTHERS_FORBID_READING]) {
        let mut asked = range(byte, libc::F_WRLCK);
        fcntl(file.as_fd(), FcntlArg::F_OFD_GETLK(&mut asked)).map_err(Refused::Unknown)?;
        if i32::from(asked.l_type) != libc::F_UNLCK {
            return Err(Refused::InUse);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_see_a_writer_and_keep_one_out() {
        let image = tempfile::NamedTempFile::new().unwrap();
        let open = || File::options().read(true).write(true).open(image.path()).unwrap();
        let writer = open();
        // What QEMU holds while a machine runs on the image: it writes.
        fcntl(writer.as_fd(), FcntlArg::F_OFD_SETLK(&range(101, libc::F_RDLCK))).unwrap();
        assert_eq!(hold(&open()), Err(Refused::InUse));
        drop(writer);
        let reader = open();
        assert_eq!(hold(&reader), Ok(()));
        // QEMU asks whether anybody forbids writing before it starts.
        let mut asked = range(201, libc::F_WRLCK);
        fcntl(open().as_fd(), FcntlArg::F_OFD_GETLK(&mut asked)).unwrap();
        assert_ne!(i32::from(asked.l_type), libc::F_UNLCK);
    }
}

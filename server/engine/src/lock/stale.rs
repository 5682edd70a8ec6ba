//! Locks of the dead.

use std::fs;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rustix::param::clock_ticks_per_second;
use rustix::process::{Pid, getpid, test_kill_process};

use crate::clock;
use crate::core::Core;
use crate::format::{Id, LockFile};
use crate::lock::LockError;
use crate::lock::file::{hostname, is_ours, list, read};
use crate::store::{FileKind, delete_if_there};

const STALE: Duration = Duration::from_mins(30);
/// The system tells a process's beginning to the second, and a lock's time may be of a clock that was set since.
const BEGINNING_TOLERANCE: TimeDelta = TimeDelta::seconds(10);

/// Removes the locks of processes of this host that are gone, and answers how many. One that cannot be read is told after the
/// others are removed.
pub(crate) fn remove_stale(core: &Core) -> Result<usize, LockError> {
    let mut removed = 0;
    let mut unreadable = None;
    for id in list(core)? {
        let file = match read(core, id) {
            Ok(Some(file)) => file,
            Ok(None) => continue,
            Err(error @ LockError::Unreadable { .. }) => {
                unreadable.get_or_insert(error);
                continue;
            }
            Err(error) => return Err(error),
        };
        if is_dead(&file, id) {
            let there = delete_if_there(core.store(), FileKind::Lock.file(id)).map_err(LockError::Store)?;
            removed += usize::from(there);
        }
    }
    unreadable.map_or(Ok(removed), Err)
}

fn is_dead(file: &LockFile, id: Id) -> bool {
    if file.hostname != hostname() || is_ours(id) {
        return false;
    }
    let gone = match Pid::from_raw(file.pid) {
        Some(pid) => pid == getpid() || !is_running(pid, file.time),
        None => true,
    };
    let age = clock::now().signed_duration_since(file.time).to_std();
    gone || age.is_ok_and(|age| age > STALE)
}

/// Whether the process that wrote a lock at this time runs. Its number may have gone to a younger process since, or to a
/// thread of another one, which the system answers for as well.
fn is_running(pid: Pid, locked_at: DateTime<Utc>) -> bool {
    if test_kill_process(pid).is_err_and(|errno| errno == rustix::io::Errno::SRCH) {
        return false;
    }
    if is_thread_of_another(pid) == Some(true) {
        return false;
    }
    began_at(pid).is_none_or(|began| began <= locked_at + BEGINNING_TOLERANCE)
}

fn is_thread_of_another(pid: Pid) -> Option<bool> {
    let status = fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())).ok()?;
    let process = status.lines().find_map(|line| line.strip_prefix("Tgid:"))?.trim().parse::<i32>().ok()?;
    Some(process != pid.as_raw_nonzero().get())
}

/// When the process began; `None` where the system does not tell.
fn began_at(pid: Pid) -> Option<DateTime<Utc>> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).ok()?;
    // The program's name may hold anything, brackets too; its end is the last bracket. Of what follows, the beginning is the
    // twentieth, in ticks since the system was started.
    let ticks: u64 = stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    let system = fs::read_to_string("/proc/stat").ok()?;
    let booted: u64 = system.lines().find_map(|line| line.strip_prefix("btime "))?.trim().parse().ok()?;
    let seconds = booted + ticks.checked_div(clock_ticks_per_second())?;
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_runs_until_its_number_goes_to_another() {
        let own = getpid();
        assert!(is_running(own, clock::now()));
        assert!(!is_running(own, clock::now() - TimeDelta::days(36_500)), "it is younger than the lock");
    }

    #[test]
    fn a_thread_is_no_process() {
        let thread = std::thread::spawn(rustix::thread::gettid).join();
        // Also while it runs: the system lets a signal to its number pass.
        let (ask, told) = (std::sync::mpsc::channel::<()>(), std::sync::mpsc::channel());
        let running = std::thread::spawn(move || {
            let _ = told.0.send(rustix::thread::gettid());
            let _ = ask.1.recv();
        });
        let id = told.1.recv().ok();
        assert_eq!(id.and_then(is_thread_of_another), Some(true));
        assert_eq!(id.map(|id| is_running(id, clock::now())), Some(false));
        drop(ask.0);
        assert!(running.join().is_ok() && thread.is_ok());
    }
}

//! How many processors a test has: with one, a backup takes long enough everywhere for a test to meet it on its way.

use std::fs;

use rustix::process::Pid;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// Keeps this process, and the programs that it starts, on one of its processors. To be called before anything is started.
pub fn only_one() {
    let allowed = sched_getaffinity(None).expect("a process may ask for its processors");
    let allowed: Vec<usize> = (0..CpuSet::MAX_CPU).filter(|number| allowed.is_set(*number)).collect();
    // Tests that run at the same time spread out: nextest gives each a slot of its own.
    let slot = std::env::var("NEXTEST_TEST_GLOBAL_SLOT").ok().and_then(|slot| slot.parse().ok());
    let turn: usize = slot.unwrap_or(0);
    let mut one = CpuSet::new();
    one.set(allowed[turn % allowed.len()]);
    for task in fs::read_dir("/proc/self/task").expect("a process may list its threads") {
        let name = task.expect("a thread").file_name();
        let id = name.to_str().and_then(|name| name.parse().ok()).and_then(Pid::from_raw);
        // A thread that has ended meanwhile needs none.
        let _ = sched_setaffinity(id, &one);
    }
}

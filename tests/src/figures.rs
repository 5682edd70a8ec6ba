//! What a process takes of the machine, as Linux says it.

use std::fs;

use anyhow::Context as _;

/// Memory, threads and open files of a process.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Resident memory in KiB.
    pub memory_kib: u64,
    /// Threads.
    pub threads: u64,
    /// Open file descriptors.
    pub files: usize,
}

impl Figures {
    /// Those of this process, now.
    pub fn of(process: u32) -> anyhow::Result<Self> {
        let status = fs::read_to_string(format!("/proc/{process}/status"))?;
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let word = line.and_then(|rest| rest.split_whitespace().next());
            word.and_then(|word| word.parse().ok()).with_context(|| format!("no {name} in its status"))
        };
        let files = fs::read_dir(format!("/proc/{process}/fd"))?.count();
        Ok(Self { memory_kib: number("VmRSS:")?, threads: number("Threads:")?, files })
    }

    /// The larger of each.
    #[must_use]
    pub fn or_more(self, other: Self) -> Self {
        Self {
            memory_kib: self.memory_kib.max(other.memory_kib),
            threads: self.threads.max(other.threads),
            files: self.files.max(other.files),
        }
    }
}

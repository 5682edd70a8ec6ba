//! What was measured.

/// What one run of a program cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// From its start to its end, in seconds.
    pub(crate) wall: f64,
    /// On all cores, user and system, in seconds.
    pub(crate) cpu: f64,
    /// Resident at most, in MiB.
    pub(crate) memory_mib: f64,
}

impl Cost {
    /// Reads `WALL USER SYSTEM KIB`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
        let [wall, user, system, kib] = numbers[..] else { return None };
        Some(Self { wall, cpu: user + system, memory_mib: kib / 1024.0 })
    }
}

/// A round of a program.
#[derive(Clone, Debug)]
pub(crate) struct Measured {
    pub(crate) full: Cost,
    pub(crate) again: Cost,
    pub(crate) increment: Cost,
    pub(crate) restore: Cost,
    /// What the repository takes after the full backup, in bytes.
    pub(crate) stored_full: u64,
    /// By how much the increment made it grow.
    pub(crate) stored_increment: u64,
}

impl Measured {
    pub(crate) fn memory_mib(&self) -> f64 {
        [self.full, self.again, self.increment, self.restore].iter().map(|cost| cost.memory_mib).fold(0.0, f64::max)
    }
}

//! Says what is done, and how long it took.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// The steps of one command, for the summary at its end.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    done: Vec<(&'static str, Duration, &'static str)>,
}

impl Steps {
    /// Does one step; `what` says in a few words what it does and why.
    pub(crate) fn step<T>(
        &mut self,
        name: &'static str,
        what: &str,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        eprintln!("\n── {name}: {what}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let outcome = if result.is_ok() { "done" } else { "FAILED" };
        eprintln!("── {name}: {outcome} after {}", seconds(took));
        self.done.push((name, took, outcome));
        result
    }

    /// One line a step, and the sum.
    pub(crate) fn summary(&self) {
        eprintln!();
        for (name, took, outcome) in &self.done {
            eprintln!("   {name:<14} {:>12}   {outcome}", seconds(*took));
        }
        eprintln!("   {:<14} {:>12}", "together", seconds(self.done.iter().map(|(_, took, _)| *took).sum()));
    }
}

/// A duration as people say it.
pub(crate) fn seconds(took: Duration) -> String {
    if took < Duration::from_secs(100) {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {:02} s", took.as_secs() / 60, took.as_secs() % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_steps_are_told_in_minutes() {
        assert_eq!(seconds(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}

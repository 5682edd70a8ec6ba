//! Looking after a vault: verifying it and what that says of points and items, pruning it, and who may.

mod jobs;
mod prune;
mod two_machines;
mod verdicts;

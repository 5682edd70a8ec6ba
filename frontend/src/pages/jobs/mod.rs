//! Jobs: the list, and a job that is watched live.

mod about;
mod commands;
mod disks;
mod ended;
mod head;
mod list;
mod log;
mod numbers;
mod page;
mod phases;
mod row;
mod stays_bad;
mod title;

pub(crate) use list::JobsPage;
pub(crate) use page::JobPage;

//! Protected items: the list, an item, and the panels Backup now and Restore.

mod active_job;
mod backup_now;
mod evidence;
mod forecast;
mod health;
mod keys;
mod last_days;
mod left_out;
mod list;
mod page;
mod point_details;
mod points;
mod proof;
mod restore;
mod resume;
mod row;
mod selected;
mod standing;
mod summary;
mod until;

pub(crate) use backup_now::BackupNowPanel;
pub(crate) use list::ItemsPage;
pub(crate) use page::ItemPage;
pub(crate) use restore::RestorePanel;

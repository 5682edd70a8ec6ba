//! Pieces of pages that know the words of backup, for every page to use. A page never imports a page; it imports these.

pub(crate) mod choice;
pub(crate) mod days;
mod dial;
pub(crate) mod door;
pub(crate) mod growth;
pub(crate) mod job;
pub(crate) mod list_filters;
pub(crate) mod list_frame;
pub(crate) mod load;
pub(crate) mod loss;
pub(crate) mod notification;
pub(crate) mod opened;
pub(crate) mod page_frame;
pub(crate) mod password;
pub(crate) mod point_groups;
pub(crate) mod policy;
pub(crate) mod redundancy;
pub(crate) mod returned;
pub(crate) mod role;
pub(crate) mod scope;
pub(crate) mod selected;
pub(crate) mod state;
pub(crate) mod sub_menu;
pub(crate) mod trouble;
pub(crate) mod vault_menu;
pub(crate) mod verdict;

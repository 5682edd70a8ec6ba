//! The words that widgets and many pages need.

/// The words that widgets and many pages need.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    /// Closes what is open.
    pub(crate) close: &'static str,
    /// Leaves a form.
    pub(crate) cancel: &'static str,
    /// Makes what a form describes.
    pub(crate) create: &'static str,
    /// Adds what a form describes.
    pub(crate) add: &'static str,
    /// Fetches again.
    pub(crate) refresh: &'static str,
    /// After a failure.
    pub(crate) try_again: &'static str,
    /// To the clipboard.
    pub(crate) copy: &'static str,
    /// It is on the clipboard.
    pub(crate) copied: &'static str,
    /// The field above a list, empty.
    pub(crate) filter_by_name: &'static str,
    /// No filter.
    pub(crate) all: &'static str,
    /// Nothing is there.
    pub(crate) none: &'static str,
    /// Between the last two of a list, with spaces.
    pub(crate) and: &'static str,
    /// A box before a name.
    pub(crate) select: fn(&str) -> String,
    /// The filters of a list let nothing through.
    pub(crate) nothing_passes: &'static str,
    /// Takes the filters of a list away.
    pub(crate) show_all: &'static str,
    /// A filter by time.
    pub(crate) period: &'static str,
    /// The filter: so many hours.
    pub(crate) last_hours: fn(u64) -> String,
    /// The filter: so many days.
    pub(crate) last_days: fn(u64) -> String,
    /// A label.
    pub(crate) name: &'static str,
    /// A label.
    pub(crate) status: &'static str,
    /// A label.
    pub(crate) size: &'static str,
    /// A label.
    pub(crate) location: &'static str,
    /// A label.
    pub(crate) resource_group: &'static str,
    /// A label.
    pub(crate) subscription: &'static str,
    /// The column of commands.
    pub(crate) actions: &'static str,
    /// The menu of a row.
    pub(crate) more_actions: fn(&str) -> String,
    /// The way to this page.
    pub(crate) breadcrumbs: &'static str,
    /// In a calendar.
    pub(crate) previous_month: &'static str,
    /// In a calendar.
    pub(crate) next_month: &'static str,
    /// Before a loss.
    pub(crate) type_name: fn(&str) -> String,
    /// A count.
    pub(crate) disks: fn(u64) -> String,
    /// A count.
    pub(crate) machines: fn(u64) -> String,
    /// Room on a file system.
    pub(crate) free: fn(&str) -> String,
    /// The menu that chooses what a list shows.
    pub(crate) columns: &'static str,
    /// Rows that are less high.
    pub(crate) compact_rows: &'static str,
    /// Before the order of a list, without its colon.
    pub(crate) sort_by: &'static str,
    /// How many entries a list has.
    pub(crate) entries: fn(&str) -> String,
    /// A list has more entries than anyone counts.
    pub(crate) more_than: fn(&str) -> String,
    /// It cannot be told.
    pub(crate) unknown: &'static str,
}

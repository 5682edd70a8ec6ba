//! Protected items and their health.

use shared::health::Health;
use shared::maintenance::VerifyScope;
use shared::recovery_point::Consistency;

/// Protected items and their health.
#[derive(Clone, Copy)]
pub(crate) struct Items {
    /// The list.
    pub(crate) title: &'static str,
    /// How an item is.
    pub(crate) health: fn(Health) -> &'static str,
    /// The reason of a pending item, in brackets.
    pub(crate) initial_pending: &'static str,
    /// A label.
    pub(crate) last_backup_status: &'static str,
    /// A label.
    pub(crate) newest_point: &'static str,
    /// A label.
    pub(crate) oldest_point: &'static str,
    /// A label.
    pub(crate) recovery_points: &'static str,
    /// What can be said of a point.
    pub(crate) consistency: fn(Consistency) -> &'static str,
    /// A label.
    pub(crate) policy: &'static str,
    /// A label.
    pub(crate) vault: &'static str,
    /// The command.
    pub(crate) backup_now: &'static str,
    /// A heading.
    pub(crate) summary: &'static str,
    /// None.
    pub(crate) empty: &'static str,
    /// None.
    pub(crate) empty_text: &'static str,
    /// How an item is, as the name of a tab.
    pub(crate) tab: fn(Health) -> &'static str,
    /// The tabs, for screen readers.
    pub(crate) tabs: &'static str,
    /// A command.
    pub(crate) open: &'static str,
    /// A column.
    pub(crate) last_point: &'static str,
    /// No point yet.
    pub(crate) none_yet: &'static str,
    /// A column.
    pub(crate) policy_short: &'static str,
    /// The reason of an overdue item.
    pub(crate) overdue_by: fn(&str) -> String,
    /// The reason of a warning.
    pub(crate) with_warnings: &'static str,
    /// Beside the status.
    pub(crate) running: &'static str,
    /// Beside the status.
    pub(crate) running_share: fn(&str) -> String,
    /// The button of an empty list.
    pub(crate) to_machines: &'static str,
    /// The last backup failed.
    pub(crate) failed_title: fn(&str) -> String,
    /// Of the newest point.
    pub(crate) newest_from: fn(&str) -> String,
    /// No point was made yet.
    pub(crate) no_point: &'static str,
    /// A link.
    pub(crate) see_job: &'static str,
    /// What overdue means.
    pub(crate) overdue_text: &'static str,
    /// What the warning means.
    pub(crate) warning_text: &'static str,
    /// What damaged means.
    pub(crate) damaged_text: &'static str,
    /// What pending means.
    pub(crate) pending_text: &'static str,
    /// The row of evidence, for screen readers.
    pub(crate) evidence: &'static str,
    /// Evidence.
    pub(crate) backed_up: &'static str,
    /// Evidence.
    pub(crate) consistent: &'static str,
    /// Evidence.
    pub(crate) verified: &'static str,
    /// There is no evidence.
    pub(crate) not_yet: &'static str,
    /// A column.
    pub(crate) time: &'static str,
    /// A column.
    pub(crate) consistency_label: &'static str,
    /// A column.
    pub(crate) new_data: &'static str,
    /// A column.
    pub(crate) stored: &'static str,
    /// A column.
    pub(crate) expires: &'static str,
    /// A column.
    pub(crate) proof: &'static str,
    /// On hover.
    pub(crate) verified_ago: fn(&str) -> String,
    /// What was proved of a point, with how long ago.
    pub(crate) verified_by: fn(VerifyScope, &str) -> String,
    /// What was proved of a point.
    pub(crate) checked_when_made: &'static str,
    /// A label.
    pub(crate) causes: &'static str,
    /// A command.
    pub(crate) details: &'static str,
    /// A command.
    pub(crate) hide_details: &'static str,
    /// A label.
    pub(crate) snapshot: &'static str,
    /// A label.
    pub(crate) read: &'static str,
    /// Below the heading of the points.
    pub(crate) no_points_text: &'static str,
    /// A machine and its vault.
    pub(crate) of_vault: fn(&str, &str) -> String,
    /// A field.
    pub(crate) retain_until: &'static str,
    /// A day, counted.
    pub(crate) from_today: fn(u64) -> String,
    /// A day.
    pub(crate) today: &'static str,
    /// Buttons, for screen readers.
    pub(crate) shortcuts: &'static str,
    /// A shortcut.
    pub(crate) days: fn(u64) -> String,
    /// A shortcut.
    pub(crate) one_year: &'static str,
    /// A heading.
    pub(crate) what_happens: &'static str,
    /// A label.
    pub(crate) kind: &'static str,
    /// A label.
    pub(crate) will_read: &'static str,
    /// A kind of backup.
    pub(crate) full: &'static str,
    /// A kind of backup.
    pub(crate) incremental: &'static str,
    /// What full means.
    pub(crate) full_text: &'static str,
    /// What incremental means.
    pub(crate) incremental_text: &'static str,
    /// A size that is not exact.
    pub(crate) about: fn(&str) -> String,
    /// Of the last increment.
    pub(crate) last_new: fn(&str) -> String,
    /// A label.
    pub(crate) kept_until: &'static str,
    /// A day and its zone.
    pub(crate) end_of_day: fn(&str, &str) -> String,
    /// The button.
    pub(crate) backup: &'static str,
    /// Said after the button.
    pub(crate) started: fn(&str) -> String,
    /// Several were accepted.
    pub(crate) started_many: fn(u64) -> String,
    /// Said after the button, the first time.
    pub(crate) started_first: fn(&str) -> String,
    /// A warning.
    pub(crate) cause_remains: &'static str,
    /// A warning.
    pub(crate) cause_text: fn(&str) -> String,
    /// A link.
    pub(crate) open_running: &'static str,
}

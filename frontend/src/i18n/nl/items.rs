//! Dutch: protected items and their health.

use shared::health::Health;
use shared::recovery_point::Consistency;

use crate::i18n::items::Items;

pub(super) const ITEMS: Items = Items {
    title: "Back-upitems",
    item: "Back-upitem",
    health: |it| match it {
        Health::Failed => "Mislukt",
        Health::Overdue => "Te laat",
        Health::Warning => "Waarschuwing",
        Health::Pending => "Waarschuwing",
        Health::Healthy => "Voltooid",
    },
    initial_pending: "(eerste back-up in behandeling)",
    last_backup_status: "Status van de laatste back-up",
    newest_point: "Laatste herstelpunt",
    oldest_point: "Oudste herstelpunt",
    recovery_points: "Herstelpunten",
    consistency: |it| match it {
        Consistency::AppConsistent => "Toepassingsconsistent",
        Consistency::FileSystemConsistent => "Bestandssysteemconsistent",
        Consistency::CrashConsistent => "Crashconsistent",
    },
    policy: "Back-upbeleid",
    vault: "Kluis",
    backup_now: "Nu back-up maken",
    summary: "Samenvatting",
    empty: "Er is nog niets beveiligd",
    empty_text: "Een machine wordt een back-upitem zodra back-up ervoor is ingeschakeld.",
};

//! Swedish: protected items and their health.

use shared::health::Health;
use shared::recovery_point::Consistency;

use crate::i18n::items::Items;

pub(super) const ITEMS: Items = Items {
    title: "Säkerhetskopieringsobjekt",
    item: "Säkerhetskopieringsobjekt",
    health: |it| match it {
        Health::Failed => "Misslyckades",
        Health::Overdue => "Försenad",
        Health::Warning => "Varning",
        Health::Pending => "Varning",
        Health::Healthy => "Slutförd",
    },
    initial_pending: "(första säkerhetskopieringen väntar)",
    last_backup_status: "Senaste säkerhetskopiering",
    newest_point: "Senaste återställningspunkt",
    oldest_point: "Äldsta återställningspunkt",
    recovery_points: "Återställningspunkter",
    consistency: |it| match it {
        Consistency::AppConsistent => "Programkonsekvent",
        Consistency::FileSystemConsistent => "Filsystemkonsekvent",
        Consistency::CrashConsistent => "Kraschkonsekvent",
    },
    policy: "Säkerhetskopieringspolicy",
    vault: "Valv",
    backup_now: "Säkerhetskopiera nu",
    summary: "Sammanfattning",
    empty: "Inget är skyddat än",
    empty_text: "En dator blir ett objekt när säkerhetskopiering aktiveras för den.",
};

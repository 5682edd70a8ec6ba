//! Dutch: recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

use crate::i18n::vaults::Vaults;

pub(super) const VAULTS: Vaults = Vaults {
    title: "Recovery Services-kluizen",
    vault: "Recovery Services-kluis",
    create: "Een kluis maken",
    name_hint: "2 tot 50 letters, cijfers en koppeltekens, te beginnen met een letter",
    backup: "Back-up",
    redundancy: "Opslagreplicatie",
    redundancy_of: |it| match it {
        Redundancy::GeoRedundant => "Geografisch redundant",
        Redundancy::LocallyRedundant => "Lokaal redundant",
    },
    replication: |it| match it {
        Replication::NotWanted => "Alleen op deze locatie bewaard",
        Replication::NoPairedLocation => "Niet gerepliceerd: geen gekoppelde locatie",
    },
    creating: "Wordt gemaakt",
    ready: "Gereed",
    creation_failed: "Kon niet worden gemaakt",
    usage: "Gebruik",
    policies: "Back-upbeleid",
    properties: "Eigenschappen",
    manage: "Beheer",
    settings: "Instellingen",
    protected_items: "Beveiligde items",
    empty: "Er is geen kluis",
    empty_text: "Een kluis bewaart herstelpunten en het beleid dat ze maakt. Hij slaat op één locatie op.",
};

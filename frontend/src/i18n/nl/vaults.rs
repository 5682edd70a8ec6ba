//! Dutch: Recovery Services vaults.

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
    intro: "Een kluis bewaart herstelpunten op één locatie en beveiligt de machines op die locatie.",
    jobs_in_progress: "Taken bezig",
    open: "Kluis openen",
    open_job: "Taak openen",
    only_subscription: "Het enige op deze server",
    group_hint: "Rollen worden erop toegekend",
    create_new: "Nieuwe maken",
    new_group: "Naam van de nieuwe resourcegroep",
    create_group: "Resourcegroep maken",
    location_hint: "De gegevens worden hier opgeslagen, en alleen machines op deze locatie kunnen worden beveiligd. U hoeft geen opslagaccount op te geven.",
    redundancy_hint: |it| match it {
        Redundancy::GeoRedundant => {
            "Voor uw primaire back-up: een tweede kopie op de gekoppelde locatie. De standaard."
        }
        Redundancy::LocallyRedundant => {
            "Goedkoper en minder duurzaam: alleen op deze locatie bewaard. Voor een kluis die niet uw primaire back-up is."
        }
    },
    not_replicated_text: "Locaties kunnen nog niet worden gekoppeld, dus voorlopig is er één kopie. De keuze blijft bewaard.",
    redundancy_locked: "Vast zodra de kluis een machine beveiligt.",
    redundancy_fixed: "Wordt gekozen bij het maken van de kluis en kan in deze versie niet worden gewijzigd.",
    being_created: |x| format!("Kluis {x} wordt gemaakt. De bel meldt wanneer hij gereed is."),
    creating_text: "De opslag wordt gemaakt. Deze pagina volgt vanzelf.",
    creation_failed_step: "Verwijder deze kluis en maak hem opnieuw.",
    set_to: |x| format!("Ingesteld op: {x}"),
    encryption: "Versleuteling van opgeslagen data",
    encrypted_stored: "Aan, wachtwoord elders bewaard",
    encrypted_unstored: "Aan, wachtwoord niet elders bewaard",
    confirmed: |x| format!("Bevestigd op {x}"),
    not_confirmed: "Niemand heeft het bevestigd",
    stored: "Opgeslagen",
    protected: "Beveiligd",
    ratio: "van de grootte van de bron",
    storage: "Opslag",
    delete: "Kluis verwijderen",
    delete_title: |x| format!("Kluis {x} verwijderen?"),
    delete_text: |a, b, c| format!("De map {a} wordt met {b} ({c}) verwijderd. Niets brengt ze terug."),
    deleted: |x| format!("Kluis {x} is verwijderd."),
    password: "Wachtwoord van de kluis",
    password_title: "Bewaar het wachtwoord van deze kluis elders",
    password_text: "Gaat deze server verloren, dan zijn het wachtwoord en de map van de kluis genoeg om te herstellen, met Cofre of met gewone restic. Zonder kan niemand het. Het lezen staat in het activiteitenlogboek.",
    owner_reads: "Een eigenaar kan het tonen.",
    show_password: "Wachtwoord tonen",
    download: "Downloaden",
    stored_elsewhere: "Ik heb het elders bewaard",
    password_confirmed: |x| format!("Het wachtwoord van {x} is elders bewaard."),
    id: "Id",
    folder: "Map",
    created: "Gemaakt",
    configuration: "Back-upconfiguratie",
    by_hand: "Handmatig herstellen",
    by_hand_text: "De kluis is een restic-repository. Het programma restic en het wachtwoord volstaan om de herstelpunten op te sommen en schijven terug te halen.",
    kit_title: |x| format!("Herstelset van kluis {x}"),
    kit_check: "De kluis controleren",
    kit_list: "De herstelpunten opsommen, elk een momentopname",
    kit_restore: "Er een herstellen in een map",
    kit_join: "De delen van een schijf samenvoegen tot een raw-image",
};

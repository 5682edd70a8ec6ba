//! Swedish: Recovery Services vaults.

use shared::vault::Redundancy;
use shared::vault::Replication;

use crate::i18n::vaults::Vaults;

pub(super) const VAULTS: Vaults = Vaults {
    title: "Recovery Services-valv",
    vault: "Recovery Services-valv",
    create: "Skapa ett valv",
    name_hint: "2 till 50 bokstäver, siffror och bindestreck, en bokstav först",
    backup: "Säkerhetskopiera",
    redundancy: "Lagringsreplikering",
    redundancy_of: |it| match it {
        Redundancy::GeoRedundant => "Geo-redundant lagring",
        Redundancy::LocallyRedundant => "Lokalt redundant lagring",
    },
    replication: |it| match it {
        Replication::NotWanted => "Lagras bara på den här platsen",
        Replication::NoPairedLocation => "Inte replikerat: ingen parkopplad plats",
    },
    creating: "Skapas",
    ready: "Klart",
    creation_failed: "Kunde inte skapas",
    usage: "Användning",
    policies: "Säkerhetskopieringspolicyer",
    properties: "Egenskaper",
    manage: "Hantera",
    settings: "Inställningar",
    protected_items: "Skyddade objekt",
    empty: "Det finns inget valv",
    empty_text: "Ett valv förvarar återställningspunkter och de policyer som skapar dem. Det lagrar på en plats.",
    intro: "Ett valv lagrar återställningspunkter på en plats och skyddar datorerna på den platsen.",
    jobs_in_progress: "Pågående jobb",
    open: "Öppna valvet",
    open_job: "Öppna jobbet",
    only_subscription: "Den enda på den här servern",
    group_hint: "Roller tilldelas på den",
    create_new: "Skapa ny",
    new_group: "Namn på den nya resursgruppen",
    create_group: "Skapa resursgrupp",
    location_hint: "Säkerhetskopierade data lagras här, och bara datorer på den här platsen kan skyddas. Inget lagringskonto behöver anges.",
    redundancy_hint: |it| match it {
        Redundancy::GeoRedundant => {
            "För din primära säkerhetskopia: en andra kopia på den parkopplade platsen. Standard."
        }
        Redundancy::LocallyRedundant => {
            "Billigare och mindre hållbart: lagras bara på den här platsen. För ett valv som inte är din primära säkerhetskopia."
        }
    },
    not_replicated_text: "Platser kan inte parkopplas än, så tills vidare finns en kopia. Valet sparas.",
    redundancy_locked: "Går inte att ändra när valvet skyddar en dator.",
    redundancy_fixed: "Den väljs när valvet skapas och kan inte ändras i den här versionen.",
    being_created: |x| format!("Valvet {x} skapas. Klockan säger till när det är klart."),
    creating_text: "Dess lagring skapas. Den här sidan följer med av sig själv.",
    creation_failed_step: "Ta bort valvet och skapa det igen.",
    set_to: |x| format!("Inställt på: {x}"),
    encryption: "Kryptering i vila",
    encrypted_stored: "På, lösenordet är sparat på annat håll",
    encrypted_unstored: "På, lösenordet är inte sparat på annat håll",
    confirmed: |x| format!("Bekräftat {x}"),
    not_confirmed: "Ingen har bekräftat det",
    stored: "Lagrat",
    protected: "Skyddat",
    ratio: "av källans storlek",
    storage: "Lagring",
    delete: "Ta bort valvet",
    delete_title: |x| format!("Ta bort valvet {x}?"),
    delete_text: |a, b, c| format!("Mappen {a} tas bort tillsammans med {b} ({c}). Det går inte att ångra."),
    deleted: |x| format!("Valvet {x} togs bort."),
    password: "Valvets lösenord",
    password_title: "Spara valvets lösenord på annat håll",
    password_text: "Om servern går förlorad räcker lösenordet och valvets mapp för att återställa, med Cofre eller med vanlig restic. Utan det kan ingen. Varje gång det visas noteras det i aktivitetsloggen.",
    owner_reads: "En ägare kan visa det.",
    show_password: "Visa lösenordet",
    download: "Ladda ned",
    stored_elsewhere: "Jag har sparat det på annat håll",
    password_confirmed: |x| format!("Lösenordet till {x} är sparat på annat håll."),
    id: "Id",
    folder: "Mapp",
    created: "Skapat",
    configuration: "Säkerhetskopieringskonfiguration",
    by_hand: "Återställ för hand",
    by_hand_text: "Valvet är ett restic-arkiv. Det räcker med programmet restic och lösenordet för att lista återställningspunkterna och få tillbaka diskar.",
    kit_title: |x| format!("Återställningskit för valvet {x}"),
    kit_check: "Kontrollera valvet",
    kit_list: "Lista återställningspunkterna, var och en en ögonblicksbild",
    kit_restore: "Återställ en till en mapp",
    kit_join: "Foga ihop en disks delar till en raw-avbildning",
};

//! Dutch: users, their roles, and what an Owner does for them.

use shared::auth::Role;

use crate::i18n::users::Users;

pub(super) const USERS: Users = Users {
    title: "Gebruikers",
    intro: "Wie zich kan aanmelden en wat ieder mag. Een rol geldt waar hij is gegeven: overal, in een resourcegroep of in één kluis.",
    add: "Gebruiker toevoegen",
    name_hint: "2 tot 64 letters, cijfers en - _ . @, met een letter vooraan",
    access: "Toegang",
    role: "Rol",
    scope: "Bereik",
    add_role: "Nog een rol toevoegen",
    remove_role: |x| format!("Rol {x} verwijderen"),
    role_number: |x| format!("Rol {x}"),
    added: "Toegevoegd",
    last_signed_in: "Laatst aangemeld",
    never: "nooit",
    you: "u",
    created: |x| format!("{x} is toegevoegd."),
    change_access: "Toegang wijzigen",
    change_hint: "Het geldt meteen. Tokens van deze persoon die verder gaan, eindigen.",
    save: "Opslaan",
    changed: |x| format!("De toegang van {x} is gewijzigd."),
    reset_password: "Wachtwoord opnieuw instellen",
    new_password: "Nieuw wachtwoord",
    reset_text: "De sessies van deze persoon eindigen. Geef het nieuwe wachtwoord veilig door; het kan in het account worden gewijzigd.",
    password_reset: |x| format!("{x} heeft een nieuw wachtwoord."),
    end_sessions: "Overal afmelden",
    sessions_ended: |x| format!("{x} is overal afgemeld."),
    activity: "Activiteit",
    remove: "Gebruiker verwijderen",
    remove_title: |x| format!("{x} verwijderen?"),
    remove_text: "De sessies en de tokens die deze persoon maakte, eindigen meteen. Gekoppelde schermen blijven. Het activiteitenlogboek bewaart wat er is gedaan.",
    removed: |x| format!("{x} is verwijderd."),
    role_name,
    role_text,
};

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Back-uplezer",
        Role::BackupOperator => "Back-upoperator",
        Role::BackupContributor => "Back-upinzender",
        Role::Owner => "Eigenaar",
    }
}

const fn role_text(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Ziet alles binnen het bereik",
        Role::BackupOperator => "Schakelt ook back-up in, maakt back-ups en herstelt",
        Role::BackupContributor => "Maakt ook kluizen, hosts en groepen",
        Role::Owner => "Verwijdert ook kluizen, leest hun wachtwoorden en geeft toegang",
    }
}

//! Swedish: users, their roles, and what an Owner does for them.

use shared::auth::Role;

use crate::i18n::users::Users;

pub(super) const USERS: Users = Users {
    title: "Användare",
    intro: "Vilka som kan logga in och vad var och en får göra. En roll gäller där den ges: överallt, i en resursgrupp eller i ett enda valv.",
    add: "Lägg till användare",
    name_hint: "2 till 64 bokstäver, siffror och - _ . @, en bokstav först",
    access: "Åtkomst",
    role: "Roll",
    scope: "Omfång",
    add_role: "Lägg till en roll till",
    remove_role: |x| format!("Ta bort roll {x}"),
    role_number: |x| format!("Roll {x}"),
    added: "Tillagd",
    last_signed_in: "Senaste inloggning",
    never: "aldrig",
    you: "du",
    created: |x| format!("{x} har lagts till."),
    change_access: "Ändra åtkomst",
    change_hint: "Det gäller genast. Personens token som går längre upphör.",
    save: "Spara",
    changed: |x| format!("Åtkomsten för {x} har ändrats."),
    reset_password: "Återställ lösenord",
    new_password: "Nytt lösenord",
    reset_text: "Personens sessioner avslutas. Meddela det nya lösenordet på ett säkert sätt; det kan ändras i kontot.",
    password_reset: |x| format!("{x} har ett nytt lösenord."),
    end_sessions: "Logga ut överallt",
    sessions_ended: |x| format!("{x} är utloggad överallt."),
    activity: "Aktivitet",
    remove: "Ta bort användare",
    remove_title: |x| format!("Ta bort {x}?"),
    remove_text: "Sessionerna och de token som personen skapat upphör genast. Skärmar som personen kopplat finns kvar. Aktivitetsloggen behåller vad som gjorts.",
    removed: |x| format!("{x} har tagits bort."),
    role_name,
    role_text,
};

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Läsare för säkerhetskopiering",
        Role::BackupOperator => "Operatör för säkerhetskopiering",
        Role::BackupContributor => "Deltagare för säkerhetskopiering",
        Role::Owner => "Ägare",
    }
}

const fn role_text(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Ser allt inom omfånget",
        Role::BackupOperator => "Aktiverar också säkerhetskopiering, säkerhetskopierar och återställer",
        Role::BackupContributor => "Skapar också valv, värdar och grupper",
        Role::Owner => "Tar också bort valv, läser deras lösenord och ger åtkomst",
    }
}

//! Dutch: the activity log.

use shared::audit::Action;

use crate::i18n::activity::Activity;

pub(super) const ACTIVITY: Activity = Activity {
    title: "Activiteitenlogboek",
    intro: "Wie wat deed, en wanneer. Er wordt nooit iets uit verwijderd.",
    filter: "Filteren op persoon of object",
    when: "Wanneer",
    who: "Wie",
    what: "Wat",
    object: "Object",
    action,
};

const fn action(action: Action) -> &'static str {
    match action {
        Action::ClockConfirm => "Bevestigde de tijd van de server",
        Action::HostCreate => "Voegde een host toe",
        Action::HostDiscover => "Bekeek een host",
        Action::ItemBackupNow => "Startte een back-up",
        Action::ItemEnableBackup => "Schakelde back-up in",
        Action::ItemResumeProtection => "Hervatte de back-up",
        Action::JobCancel => "Annuleerde een taak",
        Action::JobRetry => "Voerde een taak opnieuw uit",
        Action::RecoveryPointRestore => "Startte een herstel",
        Action::ResourceGroupCreate => "Maakte een resourcegroep",
        Action::SamplesCreate => "Maakte de voorbeeldschijven",
        Action::ScreenPair => "Koppelde een scherm",
        Action::ScreenRevoke => "Trok een scherm in",
        Action::ServerSetup => "Stelde de server in",
        Action::SessionClose => "Meldde zich af",
        Action::SessionOpen => "Meldde zich aan",
        Action::SessionOpenByProvider => "Meldde zich aan met de identiteitsprovider",
        Action::SessionRefuseMany => "Mislukte aanmeldingen, niet apart vermeld",
        Action::SessionRefuseName => "Aanmelden mislukt: onbekende naam",
        Action::SessionRefusePassword => "Aanmelden mislukt: onjuist wachtwoord",
        Action::SessionRefuseProvider => "Aanmelden mislukt: identiteitsprovider",
        Action::SessionRefuseSecondFactor => "Aanmelden mislukt: onjuiste tweede factor",
        Action::SubscriptionCreate => "Maakte een abonnement",
        Action::TokenCreate => "Maakte een token",
        Action::TokenRevoke => "Trok een token in",
        Action::UserAddSecondFactor => "Voegde een tweede factor toe",
        Action::UserChangeAccess => "Wijzigde toegang",
        Action::UserChangePassword => "Wijzigde het eigen wachtwoord",
        Action::UserCreate => "Voegde een gebruiker toe",
        Action::UserDelete => "Verwijderde een gebruiker",
        Action::UserEndSessions => "Meldde iemand overal af",
        Action::UserLinkIdentity => "Koppelde het eigen account",
        Action::UserRemoveSecondFactor => "Verwijderde een tweede factor",
        Action::UserResetPassword => "Stelde een wachtwoord opnieuw in",
        Action::UserUnlinkIdentity => "Verwijderde de koppeling van het eigen account",
        Action::UserUseRecoveryCode => "Meldde zich aan met een herstelcode",
        Action::VaultConfigureBackup => "Wijzigde de back-upconfiguratie",
        Action::VaultConfirmPassword => "Bevestigde dat het wachtwoord is bewaard",
        Action::VaultConnect => "Verbond een kluis",
        Action::VaultCreate => "Maakte een kluis",
        Action::VaultDelete => "Verwijderde een kluis",
        Action::VaultPrune => "Schoonde een kluis op",
        Action::VaultReadPassword => "Las het wachtwoord van een kluis",
        Action::VaultVerify => "Verifieerde een kluis",
    }
}

//! Swedish: the activity log.

use shared::audit::Action;

use crate::i18n::activity::Activity;

pub(super) const ACTIVITY: Activity = Activity {
    title: "Aktivitetslogg",
    intro: "Vem som gjorde vad, och när. Inget tas någonsin bort.",
    filter: "Filtrera på person eller objekt",
    when: "När",
    who: "Vem",
    what: "Vad",
    object: "Objekt",
    action,
};

const fn action(action: Action) -> &'static str {
    match action {
        Action::ClockConfirm => "Bekräftade serverns tid",
        Action::HostCreate => "Lade till en värd",
        Action::HostDiscover => "Undersökte en värd",
        Action::ItemBackupNow => "Startade en säkerhetskopiering",
        Action::ItemEnableBackup => "Aktiverade säkerhetskopiering",
        Action::ItemResumeProtection => "Återupptog säkerhetskopiering",
        Action::JobCancel => "Avbröt ett jobb",
        Action::JobRetry => "Körde om ett jobb",
        Action::RecoveryPointRestore => "Startade en återställning",
        Action::ResourceGroupCreate => "Skapade en resursgrupp",
        Action::SamplesCreate => "Skapade exempeldiskarna",
        Action::ScreenPair => "Kopplade en skärm",
        Action::ScreenRevoke => "Återkallade en skärm",
        Action::ServerSetup => "Konfigurerade servern",
        Action::SessionClose => "Loggade ut",
        Action::SessionOpen => "Loggade in",
        Action::SessionOpenByProvider => "Loggade in med identitetsleverantören",
        Action::SessionRefuseMany => "Misslyckade inloggningar, inte angivna var för sig",
        Action::SessionRefuseName => "Inloggning misslyckades: okänt namn",
        Action::SessionRefusePassword => "Inloggning misslyckades: fel lösenord",
        Action::SessionRefuseProvider => "Inloggning misslyckades: identitetsleverantören",
        Action::SessionRefuseSecondFactor => "Inloggning misslyckades: fel andra faktor",
        Action::SubscriptionCreate => "Skapade en prenumeration",
        Action::TokenCreate => "Skapade en token",
        Action::TokenRevoke => "Återkallade en token",
        Action::UserAddSecondFactor => "Lade till en andra faktor",
        Action::UserChangeAccess => "Ändrade åtkomst",
        Action::UserChangePassword => "Ändrade sitt eget lösenord",
        Action::UserCreate => "Lade till en användare",
        Action::UserDelete => "Tog bort en användare",
        Action::UserEndSessions => "Loggade ut någon överallt",
        Action::UserLinkIdentity => "Länkade sitt konto",
        Action::UserRemoveSecondFactor => "Tog bort en andra faktor",
        Action::UserResetPassword => "Återställde ett lösenord",
        Action::UserUnlinkIdentity => "Tog bort länken till sitt konto",
        Action::UserUseRecoveryCode => "Loggade in med en återställningskod",
        Action::VaultConfigureBackup => "Ändrade säkerhetskopieringskonfigurationen",
        Action::VaultConfirmPassword => "Bekräftade att lösenordet är sparat",
        Action::VaultConnect => "Anslöt ett valv",
        Action::VaultCreate => "Skapade ett valv",
        Action::VaultDelete => "Tog bort ett valv",
        Action::VaultPrune => "Rensade ett valv",
        Action::VaultReadPassword => "Läste ett valvs lösenord",
        Action::VaultVerify => "Verifierade ett valv",
    }
}

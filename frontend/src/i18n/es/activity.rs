//! Spanish: the activity log.

use shared::audit::Action;

use crate::i18n::activity::Activity;

pub(super) const ACTIVITY: Activity = Activity {
    title: "Registro de actividad",
    intro: "Quién hizo qué y cuándo. Nunca se elimina nada.",
    filter: "Filtrar por persona u objeto",
    when: "Cuándo",
    who: "Quién",
    what: "Qué",
    object: "Objeto",
    action,
};

const fn action(action: Action) -> &'static str {
    match action {
        Action::ClockConfirm => "Confirmó la hora del servidor",
        Action::HostCreate => "Agregó un host",
        Action::HostDiscover => "Examinó un host",
        Action::ItemBackupNow => "Inició una copia de seguridad",
        Action::ItemEnableBackup => "Habilitó la copia de seguridad",
        Action::ItemResumeProtection => "Reanudó la copia de seguridad",
        Action::JobCancel => "Canceló un trabajo",
        Action::JobRetry => "Volvió a ejecutar un trabajo",
        Action::RecoveryPointRestore => "Inició una restauración",
        Action::ResourceGroupCreate => "Creó un grupo de recursos",
        Action::SamplesCreate => "Creó los discos de ejemplo",
        Action::ScreenPair => "Emparejó una pantalla",
        Action::ScreenRevoke => "Revocó una pantalla",
        Action::ServerSetup => "Configuró el servidor",
        Action::SessionClose => "Cerró sesión",
        Action::SessionOpen => "Inició sesión",
        Action::SessionOpenByProvider => "Inició sesión con el proveedor de identidad",
        Action::SessionRefuseMany => "Inicios de sesión fallidos, sin detallar",
        Action::SessionRefuseName => "Inicio de sesión fallido: nombre desconocido",
        Action::SessionRefusePassword => "Inicio de sesión fallido: contraseña incorrecta",
        Action::SessionRefuseProvider => "Inicio de sesión fallido: proveedor de identidad",
        Action::SessionRefuseSecondFactor => "Inicio de sesión fallido: segundo factor incorrecto",
        Action::SubscriptionCreate => "Creó una suscripción",
        Action::TokenCreate => "Creó un token",
        Action::TokenRevoke => "Revocó un token",
        Action::UserAddSecondFactor => "Agregó un segundo factor",
        Action::UserChangeAccess => "Cambió el acceso",
        Action::UserChangePassword => "Cambió su propia contraseña",
        Action::UserCreate => "Agregó un usuario",
        Action::UserDelete => "Quitó un usuario",
        Action::UserEndSessions => "Cerró todas las sesiones de alguien",
        Action::UserLinkIdentity => "Vinculó su cuenta",
        Action::UserRemoveSecondFactor => "Quitó un segundo factor",
        Action::UserResetPassword => "Restableció una contraseña",
        Action::UserUnlinkIdentity => "Quitó el vínculo de su cuenta",
        Action::UserUseRecoveryCode => "Inició sesión con un código de recuperación",
        Action::VaultConfigureBackup => "Cambió la configuración de copia de seguridad",
        Action::VaultConfirmPassword => "Confirmó que la contraseña está guardada",
        Action::VaultConnect => "Conectó un almacén",
        Action::VaultCreate => "Creó un almacén",
        Action::VaultDelete => "Eliminó un almacén",
        Action::VaultPrune => "Depuró un almacén",
        Action::VaultReadPassword => "Leyó la contraseña de un almacén",
        Action::VaultVerify => "Verificó un almacén",
    }
}

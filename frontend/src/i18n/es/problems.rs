//! Spanish: what went wrong, and what to do about it.

use shared::name::NameRefused;
use shared::problem::{Code, FieldReason};

use crate::i18n::problems::Problems;

pub(super) const PROBLEMS: Problems = Problems {
    title,
    next_step,
    name,
    field,
    unreachable: "No se puede contactar con el servidor",
    unreachable_step: "Compruebe la conexión. La página vuelve a intentarlo sola.",
    unreadable: "No se puede leer la respuesta",
    unreadable_step: "La página y el servidor pueden ser de versiones distintas; vuelva a cargar la página.",
    what_to_do: "Qué hacer",
    stale: "No se pudo actualizar",
    stale_text: "Lo que ve es de antes.",
    trace: |x| format!("Identificador de seguimiento: {x}"),
};

fn title(code: Code) -> &'static str {
    match code {
        Code::BadRequest => "No se puede leer la solicitud.",
        Code::InvalidInput => "Algunos campos no son válidos.",
        Code::Unauthenticated => "No ha iniciado sesión.",
        Code::WrongCredentials => "El nombre o la contraseña no son correctos.",
        Code::SecondFactorNeeded => "Se necesita un código además de la contraseña.",
        Code::SecondFactorWrong => "El código es incorrecto o ya se usó.",
        Code::SecondFactorOn => "Ya hay un segundo factor.",
        Code::IdentityRefused => "El proveedor de identidad no ha confirmado quién es usted.",
        Code::IdentityUnknown => "Esta cuenta no está vinculada a ningún usuario de este servidor.",
        Code::IdentityTaken => "Esta cuenta está vinculada a otro usuario.",
        Code::IdentityProviderUnreachable => "El proveedor de identidad no responde como debería.",
        Code::TooManyAttempts => "Hubo demasiados intentos fallidos.",
        Code::PairingCodeUnknown => "Ninguna pantalla muestra este código.",
        Code::Forbidden => "Su rol no permite esto.",
        Code::OriginRefused => "La solicitud viene de una dirección a la que este servidor no responde.",
        Code::NotFound => "Aquí no existe tal cosa.",
        Code::MethodNotAllowed => "La ruta no acepta este método.",
        Code::PayloadTooLarge => "La solicitud es demasiado grande.",
        Code::Unavailable => "El servidor no puede responder en este momento.",
        Code::Internal => "Algo salió mal en el servidor.",
        Code::SetupDone => "Este servidor ya está configurado.",
        Code::SetupLinkInvalid => "Este enlace de un solo uso no es válido.",
        Code::LastOwner => "Es el último Propietario de todo el servidor.",
        Code::OldPasswordNeeded => "Es su propia contraseña.",
        Code::NameTaken => "El nombre ya está en uso.",
        Code::VaultNotEmpty => "El almacén todavía contiene elementos de copia de seguridad.",
        Code::VaultNotReady => "El almacén no está listo.",
        Code::StorageTypeLocked => "La redundancia es fija porque el almacén protege máquinas.",
        Code::AlreadyProtected => "La máquina ya está protegida.",
        Code::RegionMismatch => "La máquina y el almacén están en ubicaciones distintas.",
        Code::PolicyMismatch => "La directiva pertenece a otro almacén.",
        Code::UserErrorBackupOperationInProgress => "Hay otra copia de seguridad de esta máquina en curso.",
        Code::MaintenanceInProgress => "El almacén ya se está verificando o depurando.",
        Code::ClockDoubted => "El reloj del servidor ha dado un salto, así que no se elimina nada por su fecha.",
        Code::ClockNotAsSeen => "El reloj ya no está como lo vio.",
        Code::UserErrorBcmDatasourceNotPresent => "La máquina no está protegida activamente.",
        Code::RetainUntilInPast => "El día ya ha pasado.",
        Code::JobNotCancellable => "No se puede cancelar el trabajo.",
        Code::JobNotRetriable => "No se puede volver a ejecutar el trabajo.",
        Code::PathOutsideRoots => "La carpeta está fuera de las raíces permitidas.",
        Code::FolderMissing => "No existe esa carpeta.",
        Code::TargetExists => "El destino ya existe.",
        Code::NotEnoughSpace => "No hay suficiente espacio libre.",
        Code::HostUnreadable => "No se puede leer la carpeta del host.",
        Code::ToolMissing => "Falta un programa necesario.",
        Code::ImageMissing => "Falta una imagen de disco.",
        Code::ImageUnreadable => "No se puede leer una imagen de disco.",
        Code::ImageChanged => "Una imagen de disco cambió mientras se leía.",
        Code::ImageInUse => "Una máquina en ejecución está usando una imagen de disco.",
        Code::ImageInvalid => "Una imagen de disco no es válida.",
        Code::ImageNamesAnotherFile => "Una imagen de disco nombra otro archivo como parte de sus datos.",
        Code::VaultFull => "El espacio del almacén está lleno.",
        Code::VaultUnreachable => "No se puede acceder al espacio del almacén.",
        Code::VaultWrongPassword => "La contraseña no abre el almacén.",
        Code::NotAVault => "En esta carpeta no hay ningún almacén.",
        Code::VaultAlreadyConnected => "El almacén ya está conectado a este servidor.",
        Code::VaultNewer => "El almacén lo usó una versión más reciente de Cofre.",
        Code::VaultDamaged => "Una parte del almacén está dañada.",
        Code::VaultLocked => "Otro programa tiene bloqueado el almacén.",
        Code::ValidationFailed => "La copia de seguridad escrita no superó la comprobación.",
        Code::TargetUnwritable => "No se puede escribir en el destino.",
        Code::Interrupted => "El trabajo se interrumpió porque el servidor se detuvo.",
        Code::LeaseLost => "Otro servidor se hizo cargo del trabajo.",
    }
}

fn next_step(code: Code) -> &'static str {
    match code {
        Code::BadRequest => "Compárela con el documento de la API.",
        Code::InvalidInput => "Corrija los campos señalados.",
        Code::Unauthenticated => "Inicie sesión y vuelva a intentarlo.",
        Code::WrongCredentials => "Compruebe ambos y vuelva a intentarlo.",
        Code::SecondFactorNeeded => {
            "Escriba el código que muestra su aplicación de autenticación o un código de recuperación."
        }
        Code::SecondFactorWrong => "Espere al siguiente código o use un código de recuperación.",
        Code::SecondFactorOn => "Quítelo antes de agregar otro.",
        Code::IdentityRefused => "Inténtelo de nuevo o inicie sesión con la contraseña.",
        Code::IdentityUnknown => "Inicie sesión con la contraseña y vincule la cuenta en Su cuenta.",
        Code::IdentityTaken => "Inicie sesión en el proveedor de identidad con otra cuenta.",
        Code::IdentityProviderUnreachable => "Inténtelo más tarde o inicie sesión con la contraseña.",
        Code::TooManyAttempts => "Espere un poco y vuelva a intentarlo.",
        Code::PairingCodeUnknown => "Compárelo con la pantalla; un código es válido durante cinco minutos.",
        Code::Forbidden => "Pida a un propietario el rol que lo permite.",
        Code::OriginRefused => "Abra la página por la dirección del propio servidor.",
        Code::NotFound => "Puede que se haya eliminado; vuelva a la lista.",
        Code::MethodNotAllowed => "Compare la solicitud con el documento de la API.",
        Code::PayloadTooLarge => "Envíe menos de una vez.",
        Code::Unavailable => "Vuelva a intentarlo dentro de un momento.",
        Code::Internal => "Busque el identificador de seguimiento en el registro del servidor.",
        Code::SetupDone => "Inicie sesión.",
        Code::SetupLinkInvalid => "Use el enlace más reciente que mostró el servidor.",
        Code::LastOwner => "Haga antes a otra persona Propietaria de todo.",
        Code::OldPasswordNeeded => "Cámbiela en su cuenta, con la anterior.",
        Code::NameTaken => "Elija otro nombre.",
        Code::VaultNotEmpty => "Quite primero sus elementos.",
        Code::VaultNotReady => "Espere a que se cree, o elimínelo y créelo de nuevo.",
        Code::StorageTypeLocked => "Cree otro almacén para la otra redundancia.",
        Code::AlreadyProtected => "Abra su elemento de copia de seguridad.",
        Code::RegionMismatch => "Elija un almacén en la ubicación de la máquina.",
        Code::PolicyMismatch => "Elija una de las directivas del propio almacén.",
        Code::UserErrorBackupOperationInProgress => "Espere a que termine o cancélela.",
        Code::MaintenanceInProgress => "Espere a que termine ese trabajo o cancélelo.",
        Code::ClockDoubted => {
            "Ajuste el reloj, o pida a un propietario que confirme la hora; después ejecute el trabajo de nuevo."
        }
        Code::ClockNotAsSeen => "Compare las horas de nuevo y confírmelas si son correctas.",
        Code::UserErrorBcmDatasourceNotPresent => "Habilite su copia de seguridad.",
        Code::RetainUntilInPast => "Elija hoy o un día posterior.",
        Code::JobNotCancellable => "Ya ha terminado o está en su último paso.",
        Code::JobNotRetriable => "Solo se puede con los que fallaron o se cancelaron.",
        Code::PathOutsideRoots => "Elija una carpeta dentro de una raíz de cofre.toml o agregue una.",
        Code::FolderMissing => "Créela o corrija la ruta.",
        Code::TargetExists => "Elija otro nombre de carpeta; no se sobrescribe nada.",
        Code::NotEnoughSpace => "Libere espacio o elija otro lugar.",
        Code::HostUnreadable => "Compruebe que existe y que el servidor puede leerla.",
        Code::ToolMissing => "Instale el programa que indica el registro.",
        Code::ImageMissing => "Devuélvala a su sitio o vuelva a detectar el host.",
        Code::ImageUnreadable => "Compruebe el archivo, sus permisos y el disco en el que está.",
        Code::ImageChanged => "Asegúrese de que nada escriba en ella y vuelva a ejecutar el trabajo.",
        Code::ImageInUse => "Apague la máquina y vuelva a ejecutar el trabajo.",
        Code::ImageInvalid => "Compruebe la imagen con qemu-img check.",
        Code::ImageNamesAnotherFile => "Conviértala con qemu-img convert y vuelva a detectar el host.",
        Code::VaultFull => "Libere espacio; no se pierde nada de lo copiado.",
        Code::VaultUnreachable => "Compruebe que está ahí y que el servidor puede escribir en él.",
        Code::VaultWrongPassword => "Use la contraseña que se guardó al crear el almacén.",
        Code::NotAVault => {
            "Elija la carpeta que contiene los archivos config, data, index, keys y snapshots del almacén."
        }
        Code::VaultAlreadyConnected => "Ábralo en la lista de almacenes.",
        Code::VaultNewer => "Actualice este servidor y vuelva a conectar el almacén.",
        Code::VaultDamaged => {
            "Verifique todo en Mantenimiento del almacén; los puntos que no estén dañados se pueden restaurar."
        }
        Code::VaultLocked => "Espere a que termine; restic unlock quita un bloqueo antiguo.",
        Code::ValidationFailed => "Vuelva a ejecutar el trabajo; el punto no se publicó.",
        Code::TargetUnwritable => "Compruebe la carpeta, sus permisos y su espacio libre.",
        Code::Interrupted => "Vuelva a ejecutar el trabajo.",
        Code::LeaseLost => "Mire la ejecución más reciente del trabajo.",
    }
}

fn name(refused: NameRefused) -> String {
    match refused {
        NameRefused::TooShort { min } => format!("Al menos {min} caracteres"),
        NameRefused::TooLong { max } => format!("Como máximo {max} caracteres"),
        NameRefused::MustStartWithLetter => "Empiece por una letra".to_owned(),
        NameRefused::MustNotEndWith { character } => format!("«{character}» no puede ir al final"),
        NameRefused::Character { character } => format!("«{character}» no está permitido"),
        NameRefused::OuterSpace => "Sin espacios al principio ni al final".to_owned(),
    }
}

fn field(reason: &FieldReason) -> String {
    match reason {
        FieldReason::Name { refused } => name(*refused),
        FieldReason::Taken => "Este nombre ya está en uso".to_owned(),
        FieldReason::Required => "Esto es necesario".to_owned(),
        FieldReason::Unknown => "Aquí no existe tal cosa".to_owned(),
        FieldReason::PasswordTooShort { min } => format!("Al menos {min} caracteres"),
        FieldReason::Wrong => "No es correcto".to_owned(),
        FieldReason::InPast => "Este día ya ha pasado".to_owned(),
        FieldReason::OutsideRoots => "Está fuera de las raíces permitidas".to_owned(),
        FieldReason::NoFolder => "No existe esa carpeta".to_owned(),
        FieldReason::Exists => "Esto ya existe".to_owned(),
        FieldReason::Refused => "Esto no se acepta".to_owned(),
    }
}

//! Spanish: the second factor of an account.

use crate::i18n::second_factor::SecondFactor;

pub(super) const SECOND_FACTOR: SecondFactor = SecondFactor {
    title: "Segundo factor",
    off_text: "Con un segundo factor, una contraseña robada no basta: al iniciar sesión se pide además un código de una aplicación de su teléfono.",
    on: "Activado",
    off: "Desactivado",
    codes_left: |n| {
        if n == 1 {
            format!("{n} código de recuperación sin usar")
        } else {
            format!("{n} códigos de recuperación sin usar")
        }
    },
    add: "Agregar un segundo factor",
    next: "Siguiente",
    scan: "Escanee esto con una aplicación de autenticación o escriba en ella el secreto. Después escriba el código que muestra la aplicación.",
    qr: "Código QR del secreto; el mismo secreto está debajo como texto",
    secret: "Secreto",
    code: "Código",
    code_hint: "Seis dígitos, nuevos cada 30 segundos",
    confirm: "Activar",
    codes_title: "Guarde ahora estos códigos de recuperación",
    codes_text: "Si pierde la aplicación, cada uno inicia sesión una vez. Se muestran solo ahora. Sus otras sesiones han terminado.",
    done: "Los he guardado",
    remove: "Quitar el segundo factor",
    remove_text: "A partir de entonces basta la contraseña para iniciar sesión.",
    removed: "El segundo factor se ha quitado.",
    remove_of_title: |x| format!("¿Quitar el segundo factor de {x}?"),
    ask_text: "Escriba el código que muestra su aplicación de autenticación o uno de sus códigos de recuperación.",
    another: "Iniciar sesión con otra cuenta",
};

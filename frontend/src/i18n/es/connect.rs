//! Spanish: connecting a vault that there is.

use crate::i18n::connect::Connect;

pub(super) const CONNECT: Connect = Connect {
    title: "Conectar un almacén existente",
    intro: "Un almacén que creó otro servidor, o este antes de perder su base de datos",
    folder_hint: "Un almacén de esta ubicación que aún no está conectado",
    none_found: "En esta ubicación no hay ningún almacén sin conectar.",
    password_hint: "La que se guardó al crear el almacén",
    check: "Comprobar",
    found: "Qué contiene el almacén",
    catalogue: "Catálogo",
    written: |a, b| format!("{a}, por {b}"),
    no_catalogue: "Ninguno",
    no_catalogue_text: "Los elementos y los puntos se conocen por los propios puntos; las directivas no.",
    not_written: "aún sin escribir",
    points: |n| if n == 1 { format!("{n} punto de recuperación") } else { format!("{n} puntos de recuperación") },
    strangers: |n| {
        if n == 1 {
            format!("{n} instantánea de otro programa se deja como está.")
        } else {
            format!("{n} instantáneas de otros programas se dejan como están.")
        }
    },
    damaged: |n| {
        if n == 1 {
            format!("{n} instantánea no se puede leer.")
        } else {
            format!("{n} instantáneas no se pueden leer.")
        }
    },
    one_server: "Un servidor para cada almacén",
    one_server_text: "Detenga el servidor que usaba este almacén: los bloqueos mantienen íntegros los datos, pero cada servidor solo conocería sus propios puntos. Nada se copia, y nada expira, hasta que se reanude la copia de seguridad de un elemento.",
    connect: "Conectar",
    connected: |x| format!("El almacén {x} está conectado."),
};

//! Spanish: bearer tokens of scripts.

use crate::i18n::tokens::Tokens;

pub(super) const TOKENS: Tokens = Tokens {
    title: "Tokens",
    intro: "Los scripts y otros programas usan un token en lugar de una contraseña. Un token puede como máximo lo mismo que quien lo creó, y termina con esa persona.",
    create: "Crear token",
    name_hint: "Qué lo usa, por ejemplo informe nocturno",
    created_by: "Creado por",
    last_used: "Último uso",
    never: "nunca",
    empty: "No hay tokens",
    empty_text: "Un script envía su token como Authorization: Bearer. Dé a cada script el suyo, solo con lo que necesita.",
    secret: "Secreto",
    secret_title: "Copie el secreto ahora",
    secret_text: "Se muestra solo esta vez y no se guarda. Si se pierde, revoque el token y cree otro.",
    done: "Listo",
    revoke: "Revocar",
    revoke_title: |x| format!("¿Revocar {x}?"),
    revoke_text: "Todo lo que lo usa se rechaza de inmediato. Un token no se puede recuperar.",
    revoked: |x| format!("{x} se ha revocado."),
};

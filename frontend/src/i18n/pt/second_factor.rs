//! Portuguese of Portugal: the second factor of an account.

use crate::i18n::second_factor::SecondFactor;

pub(super) const SECOND_FACTOR: SecondFactor = SecondFactor {
    title: "Segundo fator",
    off_text: "Com um segundo fator, uma palavra-passe roubada não basta: o início de sessão pede também um código de uma aplicação no seu telemóvel.",
    on: "Ativo",
    off: "Inativo",
    codes_left: |n| {
        if n == 1 {
            format!("{n} código de recuperação por usar")
        } else {
            format!("{n} códigos de recuperação por usar")
        }
    },
    add: "Adicionar um segundo fator",
    next: "Seguinte",
    scan: "Digitalize isto com uma aplicação de autenticação ou escreva nela o segredo. Depois escreva o código que a aplicação mostra.",
    qr: "Código QR do segredo; o mesmo segredo está abaixo como texto",
    secret: "Segredo",
    code: "Código",
    code_hint: "Seis algarismos, novos a cada 30 segundos",
    confirm: "Ativar",
    codes_title: "Guarde agora estes códigos de recuperação",
    codes_text: "Se perder a aplicação, cada um inicia sessão uma vez. São mostrados só agora. As suas outras sessões terminaram.",
    done: "Guardei-os",
    remove: "Remover o segundo fator",
    remove_text: "A partir daí, a palavra-passe basta para iniciar sessão.",
    removed: "O segundo fator foi removido.",
    remove_of_title: |x| format!("Remover o segundo fator de {x}?"),
    ask_text: "Escreva o código que a sua aplicação de autenticação mostra ou um dos seus códigos de recuperação.",
    another: "Iniciar sessão com outra conta",
};

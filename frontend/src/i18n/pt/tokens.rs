//! Portuguese of Portugal: bearer tokens of scripts.

use crate::i18n::tokens::Tokens;

pub(super) const TOKENS: Tokens = Tokens {
    title: "Tokens",
    intro: "Os scripts e outros programas usam um token em vez de uma palavra-passe. Um token pode, no máximo, o mesmo que quem o criou, e termina com essa pessoa.",
    create: "Criar token",
    name_hint: "O que o usa, por exemplo relatório noturno",
    created_by: "Criado por",
    last_used: "Última utilização",
    never: "nunca",
    empty: "Não há tokens",
    empty_text: "Um script envia o seu token como Authorization: Bearer. Dê a cada script o seu, com apenas o necessário.",
    secret: "Segredo",
    secret_title: "Copie o segredo agora",
    secret_text: "É mostrado só desta vez e não fica guardado. Se o perder, revogue o token e crie outro.",
    done: "Concluído",
    revoke: "Revogar",
    revoke_title: |x| format!("Revogar {x}?"),
    revoke_text: "Tudo o que o usa é recusado de imediato. Um token não pode ser recuperado.",
    revoked: |x| format!("{x} foi revogado."),
};

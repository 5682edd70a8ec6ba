//! Portuguese of Portugal: signing in and the first Owner.

use crate::i18n::auth::Auth;

pub(super) const AUTH: Auth = Auth {
    sign_in: "Iniciar sessão",
    user_name: "Nome de utilizador",
    password: "Palavra-passe",
    password_hint: |n| format!("Pelo menos {n} carateres; algumas palavras são mais fáceis de memorizar"),
    setup_title: "Criar o primeiro Proprietário",
    setup_text: "Este servidor é novo. O primeiro Proprietário pode fazer tudo e dar acesso a outros.",
    create_owner: "Criar e iniciar sessão",
    needs_setup_title: "Este servidor aguarda o primeiro Proprietário",
    needs_setup_text: "Abra a ligação de utilização única que o servidor escreve ao iniciar: veja o terminal em que é executado ou o registo.",
    setup_done_title: "Este servidor já está configurado",
    setup_done_text: "A ligação de utilização única já foi usada. Inicie sessão.",
};

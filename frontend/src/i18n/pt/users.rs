//! Portuguese of Portugal: users, their roles, and what an Owner does for them.

use shared::auth::Role;

use crate::i18n::users::Users;

pub(super) const USERS: Users = Users {
    title: "Utilizadores",
    intro: "Quem pode iniciar sessão e o que cada um pode fazer. Uma função vale onde é atribuída: em tudo, num grupo de recursos ou num só cofre.",
    add: "Adicionar utilizador",
    name_hint: "2 a 64 letras, algarismos e - _ . @, com uma letra no início",
    access: "Acesso",
    role: "Função",
    scope: "Âmbito",
    add_role: "Adicionar outra função",
    remove_role: |x| format!("Remover a função {x}"),
    role_number: |x| format!("Função {x}"),
    added: "Adicionado",
    last_signed_in: "Último início de sessão",
    never: "nunca",
    you: "você",
    created: |x| format!("{x} foi adicionado."),
    change_access: "Alterar acesso",
    change_hint: "Vale de imediato. Os tokens desta pessoa que vão além disto terminam.",
    save: "Guardar",
    changed: |x| format!("O acesso de {x} foi alterado."),
    reset_password: "Repor palavra-passe",
    new_password: "Nova palavra-passe",
    reset_text: "As sessões desta pessoa terminam. Comunique-lhe a nova palavra-passe por um meio seguro; pode alterá-la na sua conta.",
    password_reset: |x| format!("{x} tem uma nova palavra-passe."),
    end_sessions: "Terminar todas as sessões",
    sessions_ended: |x| format!("Todas as sessões de {x} terminaram."),
    activity: "Atividade",
    remove: "Remover utilizador",
    remove_title: |x| format!("Remover {x}?"),
    remove_text: "As sessões e os tokens que criou terminam de imediato. Os ecrãs que emparelhou ficam. O registo de atividades guarda o que fez.",
    removed: |x| format!("{x} foi removido."),
    role_name,
    role_text,
};

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Leitor de Cópia de Segurança",
        Role::BackupOperator => "Operador de Cópia de Segurança",
        Role::BackupContributor => "Contribuidor de Cópia de Segurança",
        Role::Owner => "Proprietário",
    }
}

const fn role_text(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Vê tudo no âmbito",
        Role::BackupOperator => "Também ativa a cópia de segurança, copia e restaura",
        Role::BackupContributor => "Também cria cofres, anfitriões e grupos",
        Role::Owner => "Também elimina cofres, lê as suas palavras-passe e dá acesso",
    }
}

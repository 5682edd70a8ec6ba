//! Spanish: users, their roles, and what an Owner does for them.

use shared::auth::Role;

use crate::i18n::users::Users;

pub(super) const USERS: Users = Users {
    title: "Usuarios",
    intro: "Quién puede iniciar sesión y qué puede hacer cada uno. Un rol vale donde se asigna: en todo, en un grupo de recursos o en un solo almacén.",
    add: "Agregar usuario",
    name_hint: "De 2 a 64 letras, dígitos y - _ . @, con una letra al principio",
    access: "Acceso",
    role: "Rol",
    scope: "Ámbito",
    add_role: "Agregar otro rol",
    remove_role: |x| format!("Quitar el rol {x}"),
    role_number: |x| format!("Rol {x}"),
    added: "Agregado",
    last_signed_in: "Último inicio de sesión",
    never: "nunca",
    you: "usted",
    created: |x| format!("{x} se ha agregado."),
    change_access: "Cambiar acceso",
    change_hint: "Vale de inmediato. Los tokens de esta persona que van más allá terminan.",
    save: "Guardar",
    changed: |x| format!("El acceso de {x} se ha cambiado."),
    reset_password: "Restablecer contraseña",
    new_password: "Nueva contraseña",
    reset_text: "Sus sesiones terminan. Comuníquele la nueva contraseña por un medio seguro; puede cambiarla en su cuenta.",
    password_reset: |x| format!("{x} tiene una nueva contraseña."),
    end_sessions: "Cerrar todas las sesiones",
    sessions_ended: |x| format!("Todas las sesiones de {x} se han cerrado."),
    activity: "Actividad",
    remove: "Quitar usuario",
    remove_title: |x| format!("¿Quitar a {x}?"),
    remove_text: "Sus sesiones y los tokens que creó terminan de inmediato. Las pantallas que emparejó se quedan. El registro de actividad conserva lo que hizo.",
    removed: |x| format!("{x} se ha quitado."),
    role_name,
    role_text,
};

const fn role_name(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Lector de copias de seguridad",
        Role::BackupOperator => "Operador de copias de seguridad",
        Role::BackupContributor => "Colaborador de copias de seguridad",
        Role::Owner => "Propietario",
    }
}

const fn role_text(role: Role) -> &'static str {
    match role {
        Role::BackupReader => "Ve todo lo del ámbito",
        Role::BackupOperator => "También habilita la copia de seguridad, copia y restaura",
        Role::BackupContributor => "También crea almacenes, hosts y grupos",
        Role::Owner => "También elimina almacenes, lee sus contraseñas y da acceso",
    }
}

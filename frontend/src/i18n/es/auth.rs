//! Spanish: signing in and the first Owner.

use crate::i18n::auth::Auth;

pub(super) const AUTH: Auth = Auth {
    sign_in: "Iniciar sesión",
    user_name: "Nombre de usuario",
    password: "Contraseña",
    password_hint: |n| format!("Al menos {n} caracteres; unas cuantas palabras son más fáciles de recordar"),
    setup_title: "Crear el primer propietario",
    setup_text: "Este servidor es nuevo. El primer propietario puede hacerlo todo y dar acceso a otros.",
    create_owner: "Crear e iniciar sesión",
    needs_setup_title: "Este servidor espera a su primer propietario",
    needs_setup_text: "Abra el enlace de un solo uso que el servidor muestra al iniciarse: mire el terminal en el que se ejecuta o su registro.",
    setup_done_title: "Este servidor ya está configurado",
    setup_done_text: "El enlace de un solo uso ya se ha utilizado. Inicie sesión.",
};

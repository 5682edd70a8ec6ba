//! Spanish: protecting machines.

use crate::i18n::protect::Protect;

pub(super) const PROTECT: Protect = Protect {
    goal: "Objetivo de copia de seguridad",
    where_runs: "¿Dónde se ejecuta su carga de trabajo?",
    local_hosts: "Hosts locales",
    local_hosts_hint: "Hosts que son carpetas de imágenes de disco en este servidor",
    what: "¿De qué quiere realizar una copia de seguridad?",
    select: "Seleccionar máquinas virtuales",
    steps: "Pasos",
    next: "Siguiente",
    back: "Atrás",
    region: |x| {
        format!(
            "Solo se pueden elegir máquinas en {x}, la ubicación del almacén, y una máquina se copia en un solo almacén."
        )
    },
    filter: "Filtrar por nombre, grupo o host",
    selected: |a, b| format!("{a} de {b} seleccionadas"),
    select_shown: "Seleccionar todas las mostradas",
    clear: "Borrar selección",
    left_out: |a, b| match (a, b) {
        (0, 0) => String::new(),
        (a, 0) => format!("Fuera de la lista: ya protegidas, {a}."),
        (0, b) => format!("Fuera de la lista: en otras ubicaciones, {b}."),
        (a, b) => format!("Fuera de la lista: ya protegidas, {a}; en otras ubicaciones, {b}."),
    },
    none: "No hay aquí ninguna máquina que proteger",
    none_text: "Si falta una máquina, compruebe que está en la ubicación del almacén y que aún no está protegida, y que se ha examinado su host.",
    more: |n| format!("{n} más: acote el filtro para verlas."),
    on_host: |a, b| format!("{a} en {b}"),
    already: |n| if n == 1 { "1 ya está protegida".to_owned() } else { format!("{n} ya están protegidas") },
    left_behind: |n| {
        if n == 1 {
            "1 de las máquinas seleccionadas queda fuera: ya está protegida o en otra ubicación.".to_owned()
        } else {
            format!("{n} de las máquinas seleccionadas quedan fuera: ya están protegidas o en otra ubicación.")
        }
    },
    choose_one: "Seleccione al menos una máquina",
    too_many: |n| format!("Seleccione como máximo {n} máquinas a la vez"),
    enable: |n| {
        if n == 1 {
            format!("Habilitar copia de seguridad para {n} máquina")
        } else {
            format!("Habilitar copia de seguridad para {n} máquinas")
        }
    },
    enabled: |n| {
        if n == 1 {
            format!("La copia de seguridad está habilitada para {n} máquina")
        } else {
            format!("La copia de seguridad está habilitada para {n} máquinas")
        }
    },
    refused: |n| {
        if n == 1 { format!("{n} máquina no está protegida") } else { format!("{n} máquinas no están protegidas") }
    },
    enabled_one: "Copia de seguridad habilitada",
    open_items: "Abrir elementos de copia de seguridad",
    select_existing: "Seleccionar existente",
    select_existing_hint: "Un almacén que ya existe",
    create_new: "Crear nuevo",
    create_new_hint: |a, b| format!("Un almacén en {a} y {b}, como la máquina"),
    new_name: "Nombre del nuevo almacén",
    coming: |x| format!("Se está creando el almacén {x}"),
    coming_text: |x| {
        format!(
            "La copia de seguridad de {x} se habilita en cuanto el almacén esté listo. Esta página se actualiza sola."
        )
    },
    coming_failed: |x| format!("No se pudo crear el almacén {x}"),
};

//! Spanish: where machines are discovered.

use crate::i18n::hosts::Hosts;

pub(super) const HOSTS: Hosts = Hosts {
    title: "Hosts",
    intro: "Las máquinas se detectan en hosts. Un host está en una ubicación.",
    add: "Agregar un host",
    name_hint: "De 1 a 64 letras, dígitos y - _ .",
    folder: "Carpeta de imágenes de disco",
    folder_hint: |x| format!("Archivos raw y qcow2; cada subcarpeta o archivo es una máquina. Dentro de {x}"),
    no_roots: "Todavía no se permite ninguna raíz de imágenes: indique una en cofre.toml.",
    outside: "La carpeta está fuera de las raíces permitidas.",
    group_hint: "Las máquinas encontradas en el host pertenecen a él.",
    added: |x| format!("Se agregó el host {x}."),
    machines: "Máquinas",
    discover: "Detectar",
    discovered: |a, b| format!("Se examinó {a}: {b}."),
    new: "Aún sin examinar",
    reachable: "Accesible",
    unreachable: "Inaccesible",
    empty: "No hay ningún host",
    empty_text: "Un host es una carpeta de imágenes de disco en el servidor. Agregue uno y sus máquinas se podrán proteger.",
};

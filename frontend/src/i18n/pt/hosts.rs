//! Portuguese of Portugal: where machines are discovered.

use crate::i18n::hosts::Hosts;

pub(super) const HOSTS: Hosts = Hosts {
    title: "Anfitriões",
    intro: "As máquinas são descobertas em anfitriões. Um anfitrião está numa localização.",
    add: "Adicionar um anfitrião",
    name_hint: "1 a 64 letras, algarismos e - _ .",
    folder: "Pasta de imagens de disco",
    folder_hint: |x| format!("Ficheiros raw e qcow2; cada subpasta ou ficheiro é uma máquina. Abaixo de {x}"),
    no_roots: "Ainda não há nenhuma raiz de imagens permitida: indique uma em cofre.toml.",
    outside: "A pasta está fora das raízes permitidas.",
    group_hint: "As máquinas encontradas no anfitrião pertencem-lhe.",
    added: |x| format!("O anfitrião {x} foi adicionado."),
    machines: "Máquinas",
    discover: "Descobrir",
    discovered: |a, b| format!("{a} foi analisado: {b}."),
    new: "Ainda não analisado",
    reachable: "Acessível",
    unreachable: "Inacessível",
    empty: "Não há nenhum anfitrião",
    empty_text: "Um anfitrião é uma pasta de imagens de disco no servidor. Adicione um, e as suas máquinas podem ser protegidas.",
};

//! Swedish: where machines are discovered.

use crate::i18n::hosts::Hosts;

pub(super) const HOSTS: Hosts = Hosts {
    title: "Värdar",
    intro: "Datorer upptäcks på värdar. En värd står på en plats.",
    add: "Lägg till en värd",
    name_hint: "1 till 64 bokstäver, siffror och - _ .",
    folder: "Mapp med diskavbildningar",
    folder_hint: |x| format!("Raw- och qcow2-filer; varje undermapp eller fil är en dator. Under {x}"),
    no_roots: "Ingen avbildningsrot är tillåten än: ange en i cofre.toml.",
    outside: "Mappen ligger utanför de tillåtna rötterna.",
    group_hint: "Datorerna som hittas på värden hör till den.",
    added: |x| format!("Värden {x} lades till."),
    machines: "Datorer",
    discover: "Upptäck",
    discovered: |a, b| format!("{a} har lästs: {b}."),
    new: "Inte läst än",
    reachable: "Nåbar",
    unreachable: "Onåbar",
    empty: "Det finns ingen värd",
    empty_text: "En värd är en mapp med diskavbildningar på servern. Lägg till en, så kan dess datorer skyddas.",
};

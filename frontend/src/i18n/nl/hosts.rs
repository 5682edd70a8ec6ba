//! Dutch: where machines are discovered.

use crate::i18n::hosts::Hosts;

pub(super) const HOSTS: Hosts = Hosts {
    title: "Hosts",
    intro: "Machines worden op hosts gevonden. Een host staat op een locatie.",
    add: "Een host toevoegen",
    name_hint: "1 tot 64 letters, cijfers en - _ .",
    folder: "Map met schijfinstallatiekopieën",
    folder_hint: |x| format!("Raw- en qcow2-bestanden; elke submap of elk bestand is een machine. Onder {x}"),
    no_roots: "Er is nog geen hoofdmap toegestaan: noem er een in cofre.toml.",
    outside: "De map ligt buiten de toegestane hoofdmappen.",
    group_hint: "De machines die op de host worden gevonden horen erbij.",
    added: |x| format!("Host {x} is toegevoegd."),
    machines: "Machines",
    discover: "Zoeken",
    discovered: |a, b| format!("{a} is bekeken: {b}."),
    new: "Nog niet bekeken",
    reachable: "Bereikbaar",
    unreachable: "Onbereikbaar",
    empty: "Er is geen host",
    empty_text: "Een host is een map met schijfinstallatiekopieën op de server. Voeg er een toe, dan kunnen de machines worden beveiligd.",
};

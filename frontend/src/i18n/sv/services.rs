//! Swedish: the list of all services.

use crate::i18n::services::Services;

pub(super) const SERVICES: Services = Services {
    title: "Alla tjänster",
    filter: "Filtrera tjänster",
    nothing: |x| format!("Ingen tjänst har ”{x}” i namnet."),
    overview: "Omdömet över allt",
    machines: "Det som kan skyddas",
    vaults: "Där återställningspunkter förvaras",
    items: "Datorer med en policy",
    jobs: "Det som körs och det som har körts",
    locations: "Platser med lagring för valv",
    resource_groups: "Valv och datorer som hör ihop",
    hosts: "Där datorer upptäcks",
    users: "Vem som får göra vad",
    tokens: "Skript som har åtkomst",
    screens: "Det som hänger på väggen",
    activity: "Vem som gjorde vad, och när",
    help: "Så fungerar allt här",
};

//! Dutch: the list of all services.

use crate::i18n::services::Services;

pub(super) const SERVICES: Services = Services {
    title: "Alle services",
    filter: "Services filteren",
    nothing: |x| format!("Geen enkele service heeft ‘{x}’ in de naam."),
    overview: "Het oordeel over alles",
    machines: "Wat beveiligd kan worden",
    vaults: "Waar herstelpunten worden bewaard",
    items: "Machines met een beleid",
    jobs: "Wat loopt en wat is voltooid",
    locations: "Plaatsen met opslag voor kluizen",
    resource_groups: "Kluizen en machines die bij elkaar horen",
    hosts: "Waar machines worden gevonden",
    users: "Wie wat mag",
    tokens: "Scripts met toegang",
    screens: "Wat aan de wand hangt",
    activity: "Wie wat deed, en wanneer",
    help: "Hoe alles hier werkt",
};

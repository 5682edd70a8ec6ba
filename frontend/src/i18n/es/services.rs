//! Spanish: the list of all services.

use crate::i18n::services::Services;

pub(super) const SERVICES: Services = Services {
    title: "Todos los servicios",
    filter: "Filtrar servicios",
    nothing: |x| format!("Ningún servicio tiene «{x}» en su nombre."),
    overview: "El veredicto sobre todo",
    machines: "Lo que se puede proteger",
    vaults: "Dónde se guardan los puntos de recuperación",
    items: "Máquinas con una directiva",
    jobs: "Lo que se ejecuta y lo que se ejecutó",
    locations: "Lugares donde se guardan los almacenes",
    resource_groups: "Almacenes y máquinas que van juntos",
    hosts: "Dónde se detectan las máquinas",
    users: "Quién puede hacer qué",
    tokens: "Scripts que pueden acceder",
    screens: "Lo que cuelga de la pared",
    activity: "Quién hizo qué y cuándo",
    help: "Cómo funciona todo aquí",
};

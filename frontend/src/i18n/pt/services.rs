//! Portuguese of Portugal: the list of all services.

use crate::i18n::services::Services;

pub(super) const SERVICES: Services = Services {
    title: "Todos os serviços",
    filter: "Filtrar serviços",
    nothing: |x| format!("Nenhum serviço tem “{x}” no nome."),
    overview: "O veredicto sobre tudo",
    machines: "O que pode ser protegido",
    vaults: "Onde ficam os pontos de recuperação",
    items: "Máquinas com uma política",
    jobs: "O que está a ser executado e o que já foi",
    locations: "Locais com armazenamento para cofres",
    resource_groups: "Cofres e máquinas relacionados",
    hosts: "Onde são descobertas as máquinas",
    users: "Quem pode fazer o quê",
    tokens: "Scripts que podem aceder",
    screens: "O que está na parede",
    activity: "Quem fez o quê e quando",
    help: "Como tudo funciona aqui",
};

//! Portuguese of Portugal: groups of vaults and machines.

use crate::i18n::resource_groups::ResourceGroups;

pub(super) const RESOURCE_GROUPS: ResourceGroups = ResourceGroups {
    title: "Grupos de recursos",
    intro: "Cofres e máquinas relacionados; as funções são atribuídas sobre eles.",
    create: "Criar um grupo de recursos",
    name_hint: "1 a 90 letras, algarismos e - _ . ( ), sem ponto no fim",
    created: |x| format!("O grupo de recursos {x} foi criado."),
    empty: "Não há nenhum grupo de recursos",
    empty_text: "Os cofres e as máquinas pertencem a um grupo; crie o primeiro.",
    of_points: "Grupos de pontos de restauro",
    of_points_text: "Contêm o que as cópias de segurança guardam das máquinas de uma localização. Surgem com o primeiro ponto de recuperação e ninguém os pode alterar.",
    of_points_short: "Grupo de recursos de pontos de restauro",
    collections: "Coleções de pontos de restauro",
};

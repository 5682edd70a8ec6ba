//! Portuguese of Portugal: looking after vaults.

use crate::i18n::maintenance::Maintenance;

pub(super) const MAINTENANCE: Maintenance = Maintenance {
    title: "Manutenção",
    intro: "Se o cofre contém o que deve, e o que já nenhum ponto de recuperação precisa.",
    integrity: "Integridade dos dados",
    verification: "Verificação",
    verification_text: "Uma verificação compara todos os nomes, tamanhos e referências do cofre. Uma amostra lê ainda cerca de um pacote em cem, outros de cada vez; a verificação total lê todos.",
    last_everything: "Última total",
    last_sample: "Última amostra",
    never: "ainda não",
    whole: "Nada está danificado",
    points_hurt: |n| {
        if n == 1 {
            format!("{n} ponto de recuperação está danificado")
        } else {
            format!("{n} pontos de recuperação estão danificados")
        }
    },
    problems: |n| {
        if n == 1 {
            format!("{n} ficheiro está danificado, sem afetar pontos de recuperação")
        } else {
            format!("{n} ficheiros estão danificados, sem afetar pontos de recuperação")
        }
    },
    read_packs: |a, b, c| format!("{a} de {b} pacotes lidos, {c}"),
    verify_everything: "Verificar tudo",
    verify_sample: "Verificar uma amostra",
    hurt_text: "O que está danificado não pode ser restaurado por completo; o resto pode. Reponha os ficheiros que a tarefa indica, ou execute cofre vault repair e crie uma nova cópia. Depois verifique tudo: só isso anula o dano.",
    show_items: "Mostrar os itens",
    unneeded: "Dados desnecessários",
    unneeded_text: "O que nenhum ponto de recuperação precisa fica no cofre até ser limpo. Uma limpeza marca-o para eliminação; outra, pelo menos 24 horas depois, elimina-o.",
    last_prune: "Última limpeza",
    condemned: "Marcado para eliminação",
    deleted: "Eliminado",
    in_grace: "A aguardar eliminação",
    until: |x| format!("até {x}"),
    packs: |n, x| if n == 1 { format!("{n} pacote, {x}") } else { format!("{n} pacotes, {x}") },
    plan: "Planear uma limpeza",
    present: "No cofre",
    not_needed: "Desnecessário",
    to_copy: "Necessário em parte",
    copies: "Copiado para",
    freed: "Libertado no fim",
    exact: |x| format!("{x} bytes"),
    nothing_to_prune: "Não há nada para marcar. Uma limpeza elimina, ainda assim, o que já aguardou o suficiente.",
    plan_text: "Nada do que um ponto de recuperação precisa é retirado, e nada é eliminado já.",
};

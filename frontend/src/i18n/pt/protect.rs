//! Portuguese: protecting machines.

use crate::i18n::protect::Protect;

pub(super) const PROTECT: Protect = Protect {
    goal: "Objetivo da cópia de segurança",
    where_runs: "Onde é executada a sua carga de trabalho?",
    local_hosts: "Anfitriões locais",
    local_hosts_hint: "Anfitriões que são pastas de imagens de disco neste servidor",
    what: "Do que pretende criar uma cópia de segurança?",
    select: "Selecionar máquinas virtuais",
    steps: "Passos",
    next: "Seguinte",
    back: "Anterior",
    region: |x| {
        format!(
            "Só podem ser escolhidas máquinas em {x}, a localização do cofre, e uma máquina é copiada para um só cofre."
        )
    },
    filter: "Filtrar por nome, grupo ou anfitrião",
    selected: |a, b| format!("{a} de {b} selecionadas"),
    select_shown: "Selecionar todas as apresentadas",
    clear: "Limpar seleção",
    left_out: |a, b| match (a, b) {
        (0, 0) => String::new(),
        (a, 0) => format!("Fora da lista: já protegidas, {a}."),
        (0, b) => format!("Fora da lista: noutras localizações, {b}."),
        (a, b) => format!("Fora da lista: já protegidas, {a}; noutras localizações, {b}."),
    },
    none: "Não há aqui nenhuma máquina para proteger",
    none_text: "Se falta uma máquina, verifique se está na localização do cofre e ainda não está protegida, e se o seu anfitrião já foi analisado.",
    more: |n| format!("Mais {n}: restrinja o filtro para as ver."),
    on_host: |a, b| format!("{a} em {b}"),
    already: |n| if n == 1 { "1 já está protegida".to_owned() } else { format!("{n} já estão protegidas") },
    left_behind: |n| {
        if n == 1 {
            "1 das máquinas selecionadas fica de fora: já está protegida ou noutra localização.".to_owned()
        } else {
            format!("{n} das máquinas selecionadas ficam de fora: já estão protegidas ou noutra localização.")
        }
    },
    choose_one: "Selecione pelo menos uma máquina",
    too_many: |n| format!("Selecione no máximo {n} máquinas de cada vez"),
    enable: |n| {
        if n == 1 {
            format!("Ativar cópia de segurança para {n} máquina")
        } else {
            format!("Ativar cópia de segurança para {n} máquinas")
        }
    },
    enabled: |n| {
        if n == 1 {
            format!("A cópia de segurança está ativada para {n} máquina")
        } else {
            format!("A cópia de segurança está ativada para {n} máquinas")
        }
    },
    refused: |n| {
        if n == 1 {
            format!("{n} máquina não está protegida")
        } else {
            format!("{n} máquinas não estão protegidas")
        }
    },
    enabled_one: "Cópia de segurança ativada",
    open_items: "Abrir itens de cópia de segurança",
    select_existing: "Selecionar existente",
    select_existing_hint: "Um cofre que já existe",
    create_new: "Criar novo",
    create_new_hint: |a, b| format!("Um cofre em {a} e {b}, como a máquina"),
    new_name: "Nome do novo cofre",
    coming: |x| format!("O cofre {x} está a ser criado"),
    coming_text: |x| {
        format!(
            "A cópia de segurança de {x} é ativada assim que o cofre estiver pronto. Esta página atualiza-se sozinha."
        )
    },
    coming_failed: |x| format!("Não foi possível criar o cofre {x}"),
};

//! Portuguese of Portugal: connecting a vault that there is.

use crate::i18n::connect::Connect;

pub(super) const CONNECT: Connect = Connect {
    title: "Ligar um cofre existente",
    intro: "Um cofre criado por outro servidor, ou por este antes de a base de dados se perder",
    folder_hint: "Um cofre desta localização que ainda não está ligado",
    none_found: "Não há nesta localização nenhum cofre por ligar.",
    password_hint: "A que foi guardada quando o cofre foi criado",
    check: "Verificar",
    found: "O que o cofre contém",
    catalogue: "Catálogo",
    written: |a, b| format!("{a}, por {b}"),
    no_catalogue: "Nenhum",
    no_catalogue_text: "Os itens e os pontos são conhecidos pelos próprios pontos; as políticas não.",
    not_written: "ainda não escrito",
    points: |n| if n == 1 { format!("{n} ponto de recuperação") } else { format!("{n} pontos de recuperação") },
    strangers: |n| {
        if n == 1 {
            format!("{n} instantâneo de outro programa fica como está.")
        } else {
            format!("{n} instantâneos de outros programas ficam como estão.")
        }
    },
    damaged: |n| {
        if n == 1 {
            format!("{n} instantâneo não pode ser lido.")
        } else {
            format!("{n} instantâneos não podem ser lidos.")
        }
    },
    one_server: "Um servidor para cada cofre",
    one_server_text: "Pare o servidor que usava este cofre: os bloqueios mantêm os dados íntegros, mas cada servidor só conheceria os seus pontos. Nada é copiado, e nada expira, até a cópia de segurança de um item ser retomada.",
    connect: "Ligar",
    connected: |x| format!("O cofre {x} está ligado."),
};

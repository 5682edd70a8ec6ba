//! Portuguese of Portugal: the server’s clock.

use crate::i18n::clock::Clock;

pub(super) const CLOCK: Clock = Clock {
    title: "O relógio do servidor deu um salto",
    ahead: |x| {
        format!("Está {x} adiantado em relação à última hora conhecida: foi acertado, ou o servidor esteve parado.")
    },
    behind: |x| format!("Está {x} atrasado em relação à última hora conhecida."),
    held: "As cópias de segurança continuam. Nada é removido por data até que um Proprietário confirme a hora.",
    action: "A hora está certa",
    ask: "A hora está certa?",
    ask_text: "Compare o relógio do servidor com outro. Assim que confirmar, é removido o que já expirou segundo este relógio.",
    known: "Última hora conhecida",
    found: "O relógio indicava",
    now: "O relógio indica agora",
    difference: "Diferença",
    confirmed: "A hora foi confirmada.",
    name: "Relógio do servidor",
    jumped: "Deu um salto",
    held_on_wall: "Entretanto, nada é removido por data",
};

//! Spanish: the server’s clock.

use crate::i18n::clock::Clock;

pub(super) const CLOCK: Clock = Clock {
    title: "El reloj del servidor ha dado un salto",
    ahead: |x| format!("Va {x} por delante de la última hora conocida: se ha ajustado, o el servidor estuvo parado."),
    behind: |x| format!("Va {x} por detrás de la última hora conocida."),
    held: "Las copias de seguridad continúan. Nada se elimina por su fecha hasta que un propietario confirme la hora.",
    action: "La hora es correcta",
    ask: "¿Es correcta la hora?",
    ask_text: "Compare el reloj del servidor con otro. En cuanto la confirme, se elimina lo que haya expirado según este reloj.",
    known: "Última hora conocida",
    found: "El reloj marcaba",
    now: "El reloj marca ahora",
    difference: "Diferencia",
    confirmed: "La hora está confirmada.",
    name: "Reloj del servidor",
    jumped: "Ha dado un salto",
    held_on_wall: "Mientras tanto no se elimina nada por su fecha",
};

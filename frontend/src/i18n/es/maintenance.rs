//! Spanish: looking after vaults.

use crate::i18n::maintenance::Maintenance;

pub(super) const MAINTENANCE: Maintenance = Maintenance {
    title: "Mantenimiento",
    intro: "Si el almacén contiene lo que debe, y lo que ya no necesita ningún punto de recuperación.",
    integrity: "Integridad de los datos",
    verification: "Verificación",
    verification_text: "Una verificación compara todos los nombres, tamaños y referencias del almacén. Una muestra lee además cerca de un paquete de cada cien, otros cada vez; la verificación completa los lee todos.",
    last_everything: "Última completa",
    last_sample: "Última muestra",
    never: "aún no",
    whole: "No hay nada dañado",
    points_hurt: |n| {
        if n == 1 {
            format!("{n} punto de recuperación está dañado")
        } else {
            format!("{n} puntos de recuperación están dañados")
        }
    },
    problems: |n| {
        if n == 1 {
            format!("{n} archivo está dañado, sin afectar a puntos de recuperación")
        } else {
            format!("{n} archivos están dañados, sin afectar a puntos de recuperación")
        }
    },
    read_packs: |a, b, c| format!("{a} de {b} paquetes leídos, {c}"),
    verify_everything: "Verificar todo",
    verify_sample: "Verificar una muestra",
    hurt_text: "Lo dañado no se puede restaurar por completo; lo demás sí. Recupere los archivos que nombra el trabajo, o ejecute cofre vault repair y haga otra copia. Después verifique todo: solo eso retira el daño.",
    show_items: "Mostrar los elementos",
    unneeded: "Datos innecesarios",
    unneeded_text: "Lo que no necesita ningún punto de recuperación permanece en el almacén hasta que se depura. Una depuración lo marca para eliminarlo; otra, al menos 24 horas después, lo elimina.",
    last_prune: "Última depuración",
    condemned: "Marcado para eliminación",
    deleted: "Eliminado",
    in_grace: "A la espera de eliminación",
    until: |x| format!("hasta {x}"),
    packs: |n, x| if n == 1 { format!("{n} paquete, {x}") } else { format!("{n} paquetes, {x}") },
    plan: "Planear una depuración",
    present: "En el almacén",
    not_needed: "Innecesario",
    to_copy: "Necesario en parte",
    copies: "Copiado a",
    freed: "Liberado al final",
    exact: |x| format!("{x} bytes"),
    nothing_to_prune: "No hay nada que marcar. Una depuración elimina de todos modos lo que ya ha esperado bastante.",
    plan_text: "No se quita nada que necesite un punto de recuperación, y no se elimina nada ahora mismo.",
};

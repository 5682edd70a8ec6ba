//! Spanish: items whose protection is stopped.

use crate::i18n::resume::Resume;

pub(super) const RESUME: Resume = Resume {
    disabled: "(copia de seguridad deshabilitada)",
    stopped: "Protección detenida",
    stopped_text: |x| {
        format!(
            "Detenida {x}. No se copia nada, y todos los puntos de recuperación se conservan hasta que se reanude la copia de seguridad."
        )
    },
    on_hold: "Retenido",
    after_hold: |x| format!("retenido; {x} al reanudar la copia de seguridad"),
    resume: "Reanudar copia de seguridad",
    resume_text: "Los puntos de recuperación se conservan entonces hasta su día; los que ya lo han pasado pueden eliminarse.",
    resumed: |x| format!("Se ha reanudado la copia de seguridad de {x}."),
};

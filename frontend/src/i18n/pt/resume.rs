//! Portuguese of Portugal: items whose protection is stopped.

use crate::i18n::resume::Resume;

pub(super) const RESUME: Resume = Resume {
    disabled: "(cópia de segurança desativada)",
    stopped: "Proteção parada",
    stopped_text: |x| {
        format!(
            "Parada {x}. Nada é copiado, e todos os pontos de recuperação são mantidos até a cópia de segurança ser retomada."
        )
    },
    on_hold: "Retido",
    after_hold: |x| format!("retido; {x} depois de retomar a cópia de segurança"),
    resume: "Retomar cópia de segurança",
    resume_text: "Os pontos de recuperação são então mantidos até ao seu dia; os que já o passaram podem ser eliminados.",
    resumed: |x| format!("A cópia de segurança de {x} foi retomada."),
};

//! Swedish: items whose protection is stopped.

use crate::i18n::resume::Resume;

pub(super) const RESUME: Resume = Resume {
    disabled: "(säkerhetskopiering inaktiverad)",
    stopped: "Skyddet är stoppat",
    stopped_text: |x| {
        format!(
            "Stoppat {x}. Inget säkerhetskopieras, och alla återställningspunkter behålls tills säkerhetskopieringen återupptas."
        )
    },
    on_hold: "Kvarhållen",
    after_hold: |x| format!("kvarhållen; {x} när säkerhetskopieringen återupptas"),
    resume: "Återuppta säkerhetskopiering",
    resume_text: "Återställningspunkter behålls därefter till sin dag; de vars dag har passerat kan tas bort.",
    resumed: |x| format!("Säkerhetskopieringen av {x} är återupptagen."),
};

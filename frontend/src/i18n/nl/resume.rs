//! Dutch: items whose protection is stopped.

use crate::i18n::resume::Resume;

pub(super) const RESUME: Resume = Resume {
    disabled: "(back-up uitgeschakeld)",
    stopped: "Beveiliging gestopt",
    stopped_text: |x| {
        format!(
            "Gestopt {x}. Er wordt niets opgeslagen, en alle herstelpunten blijven bewaard totdat de back-up wordt hervat."
        )
    },
    on_hold: "Vastgehouden",
    after_hold: |x| format!("vastgehouden; {x} zodra de back-up is hervat"),
    resume: "Back-up hervatten",
    resume_text: "Herstelpunten blijven dan bewaard tot hun dag; die waarvan de dag voorbij is, kunnen verdwijnen.",
    resumed: |x| format!("De back-up van {x} is hervat."),
};

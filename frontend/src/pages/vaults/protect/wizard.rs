//! What is filled in on the way, and the steps of the way.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shared::id::{ItemId, PolicyId, VaultId};
use shared::item::{PROTECT_MACHINES_MAX, ProtectMachines, ProtectedMachines, ProtectionOutcome};
use shared::machine::{Machine, ProtectableMachines};
use shared::policy::Policy;
use shared::problem::{FieldReason, Problem};
use shared::vault::Vault;

use crate::api::{self, Failure};
use crate::i18n::Strings;
use crate::parts::choice::listed_or_first;
use crate::ui::form::Entry;
use crate::ui::select::Entries;

/// What there is to choose among.
#[derive(Clone, PartialEq)]
pub(super) struct Offer {
    /// The vault.
    pub(super) vault: Vault,
    /// Its policies.
    pub(super) policies: Vec<Policy>,
    /// The machines that it could protect.
    pub(super) machines: ProtectableMachines,
}

/// Reads what there is to choose among.
pub(super) async fn fetch(id: VaultId) -> Result<Offer, Failure> {
    Ok(Offer {
        vault: api::vaults::get(id).await?,
        policies: api::policies::of_vault(id).await?,
        machines: api::vaults::protectable(id).await?,
    })
}

/// A step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// What runs where.
    Goal,
    /// Under which policy.
    Policy,
    /// Which machines.
    Machines,
    /// All that was chosen, before it is done.
    Review,
    /// What came of it.
    Done,
}

impl Step {
    const ALL: [Step; 5] = [Step::Goal, Step::Policy, Step::Machines, Step::Review, Step::Done];

    /// Its place on the way.
    pub(super) fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    fn beside(self, by: isize) -> Step {
        let number = self.number().checked_add_signed(by);
        number.and_then(|number| Self::ALL.get(number)).copied().unwrap_or(self)
    }
}

/// What came of one machine.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// The machine's name: untrusted text.
    pub(super) name: String,
    /// Its item, or why there is none.
    pub(super) result: Result<ItemId, Problem>,
}

/// What is filled in.
#[derive(Clone, Copy)]
pub(super) struct Wizard {
    /// What there is to choose among.
    pub(super) offer: Signal<Offer>,
    /// Where one is.
    pub(super) step: RwSignal<Step>,
    /// Whether one has gone a step: then the new step's heading takes the focus.
    pub(super) moved: RwSignal<bool>,
    /// The policy.
    pub(super) policy: Entry<PolicyId>,
    /// The ids of the ticked machines; some may have left the offer.
    pub(super) ticked: RwSignal<BTreeSet<String>>,
    /// How many of the machines that were chosen before are not offered.
    pub(super) left_behind: Memo<usize>,
    /// The chosen machines, by name.
    pub(super) chosen: Memo<Vec<Machine>>,
    /// Whether someone has tried to go on without a good choice of machines.
    pub(super) tried: RwSignal<bool>,
    /// What came of it.
    pub(super) lines: RwSignal<Vec<Line>>,
}

impl Wizard {
    /// Nothing is filled in but which machines were chosen before.
    ///
    /// `asked` are the ids of machines that were chosen before.
    pub(super) fn new(s: &'static Strings, offer: Signal<Offer>, asked: BTreeSet<String>) -> Self {
        let came_with = StoredValue::new(asked.clone());
        let ticked = RwSignal::new(asked);
        let policy = move |key: &str| {
            let chosen = offer.with(|offer| listed_or_first(key, &policy_entries(&offer.policies)));
            chosen.ok_or_else(|| (s.problems.field)(&FieldReason::Required))
        };
        Self {
            offer,
            step: RwSignal::new(Step::Goal),
            moved: RwSignal::new(false),
            policy: Entry::new("", policy),
            left_behind: Memo::new(move |_| {
                let is_offered = |key: &&String| {
                    offer.with(|offer| offer.machines.items.iter().any(|machine| machine.id.to_string() == **key))
                };
                came_with.with_value(|keys| keys.len() - keys.iter().filter(is_offered).count())
            }),
            ticked,
            chosen: Memo::new(move |_| {
                let is_ticked = |machine: &&Machine| ticked.with(|ticked| ticked.contains(&machine.id.to_string()));
                offer.with(|offer| offer.machines.items.iter().filter(is_ticked).cloned().collect())
            }),
            tried: RwSignal::new(false),
            lines: RwSignal::new(Vec::new()),
        }
    }

    /// The chosen policy.
    pub(super) fn chosen_policy(self) -> Option<Policy> {
        let id = self.policy.value()?;
        self.offer.with(|offer| offer.policies.iter().find(|policy| policy.id == id).cloned())
    }

    /// Why the choice of machines is not good.
    pub(super) fn refusal(self, s: &Strings) -> Option<String> {
        match self.chosen.with(Vec::len) {
            0 => Some(s.protect.choose_one.to_owned()),
            1..=PROTECT_MACHINES_MAX => None,
            _ => Some((s.protect.too_many)(PROTECT_MACHINES_MAX as u64)),
        }
    }

    /// To the next step, when this one is filled in.
    pub(super) fn next(self, s: &Strings) {
        let is_filled_in = match self.step.get_untracked() {
            Step::Policy => self.policy.check().is_some(),
            Step::Machines => {
                self.tried.set(true);
                untrack(move || self.refusal(s)).is_none()
            }
            _ => true,
        };
        if is_filled_in {
            self.go(1);
        }
    }

    /// A step on, or back.
    pub(super) fn go(self, by: isize) {
        self.moved.set(true);
        self.step.update(|step| *step = step.beside(by));
    }

    /// The request, once all is filled in.
    pub(super) fn read(self) -> Option<ProtectMachines> {
        let policy_id = self.policy.check()?;
        let machine_ids = self.chosen.with_untracked(|chosen| chosen.iter().map(|machine| machine.id).collect());
        Some(ProtectMachines { policy_id, machine_ids })
    }

    /// What came of it: those that were refused first.
    pub(super) fn end(self, asked: &[Machine], answer: ProtectedMachines) {
        self.lines.set(lines(asked, answer));
        self.go(1);
    }
}

/// The policies as a list.
pub(super) fn policy_entries(policies: &[Policy]) -> Entries {
    policies.iter().map(|policy| (policy.id.to_string(), policy.name.clone())).collect()
}

fn lines(asked: &[Machine], answer: ProtectedMachines) -> Vec<Line> {
    let line = |outcome: ProtectionOutcome| {
        let (id, result) = match outcome {
            ProtectionOutcome::Enabled { machine_id, item } => (machine_id, Ok(item.id)),
            ProtectionOutcome::Refused { machine_id, problem } => (machine_id, Err(*problem)),
        };
        let name = asked.iter().find(|machine| machine.id == id).map_or_else(|| id.to_string(), |it| it.name.clone());
        Line { name, result }
    };
    let mut lines: Vec<Line> = answer.outcomes.into_iter().map(line).collect();
    lines.sort_by_key(|line| line.result.is_ok());
    lines
}

#[cfg(test)]
mod tests {
    use shared::id::MachineId;
    use shared::problem::Code;

    use super::*;

    #[test]
    fn should_go_from_step_to_step_and_not_beyond() {
        assert_eq!(Step::Goal.beside(1), Step::Policy);
        assert_eq!(Step::Review.beside(-1), Step::Machines);
        assert_eq!((Step::Goal.beside(-1), Step::Done.beside(1)), (Step::Goal, Step::Done));
    }

    #[test]
    fn should_name_a_machine_that_was_refused() {
        let machine_id = MachineId::new(uuid::Uuid::from_u128(1));
        let problem = Problem::new(Code::AlreadyProtected);
        let outcomes = vec![ProtectionOutcome::Refused { machine_id, problem: Box::new(problem.clone()) }];
        let lines = lines(&[], ProtectedMachines { outcomes });
        assert_eq!(lines, [Line { name: machine_id.to_string(), result: Err(problem) }]);
    }
}

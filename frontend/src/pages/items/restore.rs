//! The panel that restores disks: from which point, to where, in which form.

use std::collections::HashSet;

use chrono::NaiveDate;
use leptos::prelude::*;
use shared::event::Topic;
use shared::health::Health;
use shared::id::{ItemId, RecoveryPointId};
use shared::item::Item;
use shared::job::Job;
use shared::machine::DiskFormat;
use shared::name::RestoreFolder;
use shared::problem::{Code, FieldReason};
use shared::recovery_point::RecoveryPoint;
use shared::restore::{RestoreDisks, RestoreRoot};

use super::left_out::{DiskField, LeftOut, taken};
use crate::api::{self, Failure};
use crate::i18n::format::day_in_zone;
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::parts::opened::Opened;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::choices::{Choice, Choices};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::say::Say;
use crate::ui::select::{Entries, SelectField, chosen_or_first};
use crate::ui::status::{Shape, Status};
use crate::ui::toast::use_toasts;
use crate::{clock, navigation};

/// What there is to choose among.
#[derive(Clone, PartialEq)]
struct Offer {
    item: Item,
    points: Vec<RecoveryPoint>,
    roots: Vec<RestoreRoot>,
}

async fn fetch(id: ItemId) -> Result<Offer, Failure> {
    Ok(Offer {
        item: api::items::get(id).await?,
        points: api::recovery_points::of_item(id).await?,
        roots: api::restore::roots().await?,
    })
}

/// The fields of the form.
#[derive(Clone, Copy)]
struct Form {
    offer: Signal<Offer>,
    point: RwSignal<Option<RecoveryPointId>>,
    root: Entry<RestoreRoot>,
    folder: Entry<RestoreFolder>,
    left_out: LeftOut,
    format: RwSignal<Option<DiskFormat>>,
}

impl Form {
    fn new(s: &'static Strings, offer: Signal<Offer>, asked: Option<RecoveryPointId>) -> Self {
        let required = move || (s.problems.field)(&FieldReason::Required);
        let root = move |key: &str| {
            let key = offer.with(|offer| chosen_or_first(key, &root_entries(s, &offer.roots)));
            offer.with(|offer| offer.roots.iter().find(|root| Some(&root.path) == key.as_ref()).cloned())
        };
        let (point, folder) = offer.with_untracked(|offer| {
            let known = asked.filter(|id| offer.points.iter().any(|point| point.id == *id));
            let today = day_in_zone(clock::now(), &offer.item.policy.time_zone);
            // The newest that is not known to be damaged.
            let whole = || offer.points.iter().find(|point| !point.verdict.is_damaged());
            let first = || whole().or(offer.points.first()).map(|point| point.id);
            (known.or_else(first), folder_for(&offer.item.machine.name, today))
        });
        Self {
            offer,
            point: RwSignal::new(point),
            root: Entry::new("", move |key| root(key).ok_or_else(required)),
            folder: Entry::new(&folder, move |text| RestoreFolder::new(text).map_err(s.problems.name)),
            left_out: RwSignal::new(HashSet::new()),
            format: RwSignal::new(Some(DiskFormat::Raw)),
        }
    }

    /// The chosen point.
    fn chosen(self) -> Option<RecoveryPoint> {
        let id = self.point.get()?;
        self.offer.with(|offer| offer.points.iter().find(|point| point.id == id).cloned())
    }

    /// What the chosen disks take at most.
    fn needed(self) -> u64 {
        let disks = self.chosen().map(|point| point.disks).unwrap_or_default();
        self.left_out.with(|names| taken(&disks, names)).iter().map(|disk| disk.size_bytes).sum()
    }

    /// What is free at the chosen root.
    fn free(self) -> Option<u64> {
        self.root.value().and_then(|root| root.free_bytes)
    }

    fn is_short(self) -> bool {
        self.free().is_some_and(|free| free < self.needed())
    }

    /// The request, once every field is good.
    fn read(self) -> Option<(RecoveryPointId, RestoreDisks)> {
        let (root, folder) = (self.root.check(), self.folder.check());
        let point = untrack(move || self.chosen())?;
        let left_out = self.left_out.get_untracked();
        let names: Vec<_> = taken(&point.disks, &left_out).into_iter().map(|disk| disk.name).collect();
        if names.is_empty() || untrack(move || self.is_short()) {
            return None;
        }
        let disks = (names.len() < point.disks.len()).then_some(names);
        let format = self.format.get_untracked()?;
        Some((point.id, RestoreDisks { root: root?.path, folder: folder?, format, disks }))
    }
}

/// The panel that restores disks.
#[component]
pub(crate) fn RestorePanel(
    /// The item.
    id: ItemId,
) -> impl IntoView {
    let s = use_strings();
    let offer = load(move || id, &[Topic::RecoveryPoints], fetch);
    let asked = Memo::new(|_| navigation::here().parameter("point").and_then(|id| id.parse().ok()));
    view! {
        <Opened from=offer title=s.restore.title let:offer>
            {move || view! { <RestoreForm offer asked=asked.get()/> }}
        </Opened>
    }
}

#[component]
fn RestoreForm(
    /// What there is to choose among.
    offer: Signal<Offer>,
    /// The point that the address names.
    asked: Option<RecoveryPointId>,
) -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let form = Form::new(s, offer, asked);
    let is_possible = Memo::new(move |_| offer.with(|offer| !offer.points.is_empty() && !offer.roots.is_empty()));
    let submit = move |()| {
        let Some((point, body)) = form.read() else { return };
        let name = offer.with_untracked(|offer| offer.item.machine.name.clone());
        let done = move |job: Job| {
            toasts.say((s.restore.started)(&name));
            navigation::go(&Route::Job(job.id).path());
        };
        sending.start_form(api::restore::disks(point, body), done, move |failure| {
            refuse(s, failure, "folder", form.folder);
            refuse(s, failure, "root", form.root);
        });
    };
    let off = Signal::derive(move || sending.busy().get() || !is_possible.get() || form.is_short());
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off>{s.restore.restore}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    let subtitle = move || offer.with(|offer| (s.items.of_vault)(&offer.item.machine.name, &offer.item.vault.name));
    let body = move || match (is_possible.get(), offer.with(|offer| offer.points.is_empty())) {
        (true, _) => view! { <Fields form/> }.into_any(),
        (_, true) => view! {
            <Say shape=Shape::None title=s.restore.no_points text=s.items.no_points_text/>
        }
        .into_any(),
        _ => view! { <Say shape=Shape::Warning title=s.restore.no_roots text=s.restore.no_roots_text/> }.into_any(),
    };
    view! {
        <Panel title=s.restore.title subtitle on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            {body}
        </Panel>
    }
}

#[component]
fn Fields(
    /// The form.
    form: Form,
) -> impl IntoView {
    let s = use_strings();
    let points = move || form.offer.with(|offer| offer.points.iter().map(|point| choice(s, point)).collect::<Vec<_>>());
    let roots = move || form.offer.with(|offer| root_entries(s, &offer.roots));
    let disks = Memo::new(move |_| form.chosen().map(|point| point.disks).unwrap_or_default());
    let is_damaged = Memo::new(move |_| form.chosen().is_some_and(|point| point.verdict.is_damaged()));
    let damaged = move || {
        is_damaged.get().then(|| {
            let text = (s.problems.next_step)(Code::VaultDamaged);
            view! { <Say shape=Shape::Failed title=(s.items.health)(Health::Damaged) text/> }
        })
    };
    let formats = vec![
        Choice {
            value: DiskFormat::Raw,
            title: s.restore.raw.to_owned(),
            hint: s.restore.raw_text.to_owned(),
            off: None,
        },
        Choice {
            value: DiskFormat::Qcow2,
            title: s.restore.qcow2.to_owned(),
            hint: s.restore.qcow2_text.to_owned(),
            off: None,
        },
    ];
    view! {
        <div class="restore-points">
            <Choices legend=s.restore.recovery_point choices=Signal::derive(points) chosen=form.point/>
        </div>
        {damaged}
        <SelectField label=s.restore.root entries=Signal::derive(roots) entry=form.root/>
        <TextField label=s.restore.folder hint=s.restore.folder_hint entry=form.folder/>
        <DiskField disks left_out=form.left_out/>
        <Choices legend=s.restore.format choices=Signal::stored(formats) chosen=form.format/>
        <Room form/>
    }
}

/// What is needed against what is free.
#[component]
fn Room(
    /// The form.
    form: Form,
) -> impl IntoView {
    let s = use_strings();
    let shape = Signal::derive(move || if form.is_short() { Shape::Failed } else { Shape::Ok });
    let word = move || {
        let needed = s.bytes(form.needed());
        match form.free() {
            Some(free) => (s.restore.needs)(&needed, &s.bytes(free)),
            None => (s.restore.needs_only)(&needed),
        }
    };
    let note = move || {
        if form.is_short() { (s.problems.title)(Code::NotEnoughSpace) } else { s.restore.untouched }
    };
    view! {
        <div class="room" role="status">
            <Status shape word/>
            <p class="fine quiet">{note}</p>
        </div>
    }
}

fn choice(s: &Strings, point: &RecoveryPoint) -> Choice<RecoveryPointId> {
    let proof = match point.validated_at {
        _ if point.verdict.is_damaged() => (s.items.health)(Health::Damaged),
        Some(_) => s.items.verified,
        None => s.restore.unverified,
    };
    let size = point.disks.iter().map(|disk| disk.size_bytes).sum();
    let hint =
        [s.ago(point.taken_at, clock::now()).as_str(), (s.items.consistency)(point.consistency), proof, &s.bytes(size)]
            .join(" · ");
    Choice { value: point.id, title: s.moment(point.taken_at), hint, off: None }
}

fn root_entries(s: &Strings, roots: &[RestoreRoot]) -> Entries {
    let text = |root: &RestoreRoot| match root.free_bytes {
        Some(free) => (s.restore.root_entry)(&root.path, &(s.words.free)(&s.bytes(free))),
        None => root.path.clone(),
    };
    roots.iter().map(|root| (root.path.clone(), text(root))).collect()
}

/// A name for the new folder: the machine's and the day's, of characters that the rule allows.
fn folder_for(machine: &str, day: NaiveDate) -> String {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let name: String = machine.chars().map(|c| if is_allowed(c) { c } else { '-' }).take(80).collect();
    let first = name.starts_with(|c: char| c.is_ascii_alphabetic());
    format!("{}{name}-{day}", if first { "" } else { "vm-" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_name_folders_by_the_rule() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(folder_for("web-01", day), "web-01-2026-11-20");
        for name in ["", "1", "../etc", "Åsa dator", &"x".repeat(300)] {
            let folder = folder_for(name, day);
            assert!(RestoreFolder::new(&folder).is_ok(), "{folder}");
        }
    }
}

//! The form that connects a vault: what there is to choose among, the rules of the fields, the requests.

use leptos::prelude::*;
use shared::connect::{ConnectVault, FoundFolder, FoundVault, InspectVault};
use shared::id::{LocationId, ResourceGroupId};
use shared::location::Location;
use shared::name::{VaultFolder, VaultName};
use shared::problem::FieldReason;
use shared::resource_group::ResourceGroup;

use crate::api::{self, Failure};
use crate::i18n::Strings;
use crate::parts::choice::listed_or_first;
use crate::parts::password::given;
use crate::ui::form::Entry;
use crate::ui::select::Entries;

/// What there is to choose among.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Offer {
    groups: Vec<ResourceGroup>,
    locations: Vec<Location>,
}

/// Reads what there is to choose among.
pub(super) async fn fetch() -> Result<Offer, Failure> {
    Ok(Offer { groups: api::resource_groups::all().await?, locations: api::locations::all().await? })
}

/// The choice of a location, and what there is to choose.
pub(super) fn location(s: &'static Strings, offer: Signal<Offer>) -> (Entry<LocationId>, Memo<Entries>) {
    let locations = Memo::new(move |_| -> Entries {
        offer.with(|offer| offer.locations.iter().map(|it| (it.id.to_string(), it.name.clone())).collect())
    });
    let chosen = move |key: &str| {
        let chosen = locations.with(|it| listed_or_first(key, it));
        chosen.ok_or_else(|| (s.problems.field)(&FieldReason::Required))
    };
    (Entry::new("", chosen), locations)
}

/// The fields of the form, and what their lists offer.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// The location that the vault lies in.
    pub(super) location: Entry<LocationId>,
    /// Its folder.
    pub(super) folder: Entry<VaultFolder>,
    /// Its password.
    pub(super) password: Entry<String>,
    /// What it is to be called.
    pub(super) name: Entry<VaultName>,
    /// The resource group that it comes into.
    pub(super) group: Entry<ResourceGroupId>,
    /// The locations.
    pub(super) locations: Memo<Entries>,
    /// The resource groups.
    pub(super) groups: Memo<Entries>,
}

impl Form {
    /// An empty form around a location that is chosen. `folders` are those of the location.
    pub(super) fn new(
        s: &'static Strings,
        offer: Signal<Offer>,
        (location, locations): (Entry<LocationId>, Memo<Entries>),
        folders: Signal<Vec<FoundFolder>>,
    ) -> Self {
        let required = move || (s.problems.field)(&FieldReason::Required);
        let groups = Memo::new(move |_| -> Entries {
            offer.with(|offer| offer.groups.iter().map(|it| (it.id.to_string(), it.name.clone())).collect())
        });
        let chosen_folder = move |key: &str| {
            let folders = folders.get();
            let chosen = folders.iter().find(|found| found.folder.as_str() == key).or_else(|| folders.first());
            chosen.map(|found| found.folder.clone()).ok_or_else(required)
        };
        Self {
            location,
            folder: Entry::new("", chosen_folder),
            password: given(s),
            name: Entry::new("", move |text| VaultName::new(text).map_err(s.problems.name)),
            group: Entry::new("", move |key| groups.with(|it| listed_or_first(key, it)).ok_or_else(required)),
            locations,
            groups,
        }
    }

    /// What asks about the vault, once every field is good.
    pub(super) fn question(self) -> Option<InspectVault> {
        let (location, folder, password) = (self.location.check(), self.folder.check(), self.password.check());
        Some(InspectVault { location_id: location?, folder: folder?, password: password? })
    }

    /// Whether the fields still name the vault that was asked about.
    pub(super) fn is_about(self, asked: &InspectVault) -> bool {
        self.location.value() == Some(asked.location_id)
            && self.folder.value().as_ref() == Some(&asked.folder)
            && self.password.value().as_ref() == Some(&asked.password)
    }

    /// Takes what the vault says of itself as what is wanted, to begin with.
    pub(super) fn take(self, found: &FoundVault, offer: &Offer) {
        self.name.text.set(found.name.clone().unwrap_or_default());
        let of_this_name = |group: &&ResourceGroup| {
            found.resource_group.as_ref().is_some_and(|name| name.eq_ignore_ascii_case(&group.name))
        };
        if let Some(group) = offer.groups.iter().find(of_this_name) {
            self.group.text.set(group.id.to_string());
        }
    }

    /// What connects the vault that was asked about.
    pub(super) fn request(self, asked: InspectVault) -> Option<ConnectVault> {
        let (name, group) = (self.name.check(), self.group.check());
        Some(ConnectVault {
            location_id: asked.location_id,
            folder: asked.folder,
            password: asked.password,
            resource_group_id: Some(group?),
            name: Some(name?),
        })
    }
}

//! The form of a new vault: what there is to choose among, the rules of the fields, the request.

use leptos::prelude::*;
use shared::id::{LocationId, ResourceGroupId, SubscriptionId};
use shared::location::Location;
use shared::name::VaultName;
use shared::problem::FieldReason;
use shared::resource_group::ResourceGroup;
use shared::subscription::Subscription;
use shared::vault::{CreateVault, Redundancy};

use crate::api::{self, Failure};
use crate::i18n::Strings;
use crate::navigation;
use crate::parts::choice::listed_or_first;
use crate::ui::form::Entry;
use crate::ui::select::Entries;

/// What there is to choose among.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Offer {
    /// All subscriptions.
    pub(super) subscriptions: Vec<Subscription>,
    groups: Vec<ResourceGroup>,
    locations: Vec<Location>,
}

/// Reads what there is to choose among.
pub(super) async fn fetch() -> Result<Offer, Failure> {
    Ok(Offer {
        subscriptions: api::subscriptions::all().await?,
        groups: api::resource_groups::all().await?,
        locations: api::locations::all().await?,
    })
}

/// The fields of the form, and what their lists offer.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// The name.
    pub(super) name: Entry<VaultName>,
    /// The subscription, which the resource groups are those of.
    pub(super) subscription: Entry<SubscriptionId>,
    /// The resource group.
    pub(super) group: Entry<ResourceGroupId>,
    /// Where the data goes.
    pub(super) location: Entry<LocationId>,
    /// How often it is kept.
    pub(super) redundancy: RwSignal<Option<Redundancy>>,
    /// The subscriptions.
    pub(super) subscriptions: Memo<Entries>,
    /// The resource groups of the chosen subscription.
    pub(super) groups: Memo<Entries>,
    /// The locations.
    pub(super) locations: Memo<Entries>,
    /// The groups that were made here, until the list has them.
    made: RwSignal<Vec<ResourceGroup>>,
}

impl Form {
    /// An empty form, but for what the address says.
    pub(super) fn new(s: &'static Strings, offer: Signal<Offer>) -> Self {
        let wanted = |name: &str| untrack(navigation::here).parameter(name).unwrap_or_default();
        let made = RwSignal::new(Vec::<ResourceGroup>::new());
        let subscriptions = Memo::new(move |_| -> Entries {
            offer.with(|offer| offer.subscriptions.iter().map(|it| (it.id.to_string(), it.name.clone())).collect())
        });
        let subscription = choice::<SubscriptionId>(s, "", subscriptions);
        let groups = Memo::new(move |_| {
            let subscription = subscription.value();
            offer.with(|offer| made.with(|made| groups_of(subscription, offer.groups.iter().chain(made))))
        });
        let locations = Memo::new(move |_| -> Entries {
            offer.with(|offer| offer.locations.iter().map(|it| (it.id.to_string(), it.name.clone())).collect())
        });
        Self {
            name: Entry::new("", move |text| VaultName::new(text).map_err(s.problems.name)),
            subscription,
            group: choice(s, &wanted("group"), groups),
            location: choice(s, &wanted("location"), locations),
            redundancy: RwSignal::new(Some(Redundancy::default())),
            subscriptions,
            groups,
            locations,
            made,
        }
    }

    /// A group was made here: it is on the list, and chosen.
    pub(super) fn take_group(self, group: ResourceGroup) {
        let key = group.id.to_string();
        self.made.update(|made| made.push(group));
        self.group.text.set(key);
    }

    /// The request, once every field is good.
    pub(super) fn read(self) -> Option<CreateVault> {
        let name = self.name.check();
        let (group, location) = (self.group.check(), self.location.check());
        Some(CreateVault {
            name: name?,
            resource_group_id: group?,
            location_id: location?,
            redundancy: self.redundancy.get_untracked().unwrap_or_default(),
        })
    }
}

/// The groups of a subscription, each once.
fn groups_of<'a>(subscription: Option<SubscriptionId>, groups: impl Iterator<Item = &'a ResourceGroup>) -> Entries {
    let mut entries: Entries = Vec::new();
    for group in groups.filter(|group| Some(group.subscription_id) == subscription) {
        let key = group.id.to_string();
        if entries.iter().all(|(other, _)| *other != key) {
            entries.push((key, group.name.clone()));
        }
    }
    entries
}

/// A choice of an id from a list that may change while someone chooses.
fn choice<T>(s: &'static Strings, first: &str, entries: Memo<Entries>) -> Entry<T>
where
    T: std::str::FromStr + Clone + PartialEq + Send + Sync + 'static,
{
    Entry::new(first, move |key| {
        let chosen = entries.with(|entries| listed_or_first(key, entries));
        chosen.ok_or_else(|| (s.problems.field)(&FieldReason::Required))
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn should_offer_each_group_of_the_subscription_once() {
        let subscription = |n| SubscriptionId::new(Uuid::from_u128(n));
        let group = |n, of| ResourceGroup {
            id: ResourceGroupId::new(Uuid::from_u128(n)),
            name: n.to_string(),
            subscription_id: subscription(of),
        };
        let all = [group(1, 7), group(2, 8), group(3, 7), group(1, 7)];
        let names: Vec<_> = groups_of(Some(subscription(7)), all.iter()).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["1", "3"]);
        assert!(groups_of(None, all.iter()).is_empty());
    }
}

//! The panel that adds a host.

use leptos::prelude::*;
use shared::event::Topic;
use shared::host::CreateHost;
use shared::id::{LocationId, ResourceGroupId};
use shared::name::HostName;
use shared::problem::FieldReason;

use crate::api::{self, Failure};
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::navigation;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::select::{Entries, SelectField, chosen_or_first};
use crate::ui::toast::use_toasts;

/// What there is to choose among.
#[derive(Clone, Default, PartialEq)]
struct Offer {
    roots: Vec<String>,
    locations: Entries,
    groups: Entries,
}

async fn fetch() -> Result<Offer, Failure> {
    let locations = api::locations::all().await?;
    let groups = api::resource_groups::all().await?;
    Ok(Offer {
        roots: api::hosts::image_roots().await?,
        locations: locations.into_iter().map(|location| (location.id.to_string(), location.name)).collect(),
        groups: groups.into_iter().map(|group| (group.id.to_string(), group.name)).collect(),
    })
}

/// The fields of the form.
#[derive(Clone, Copy)]
struct Form {
    name: Entry<HostName>,
    folder: Entry<String>,
    location: Entry<LocationId>,
    group: Entry<ResourceGroupId>,
}

impl Form {
    fn new(s: &'static Strings, offer: Signal<Offer>) -> Self {
        let required = move || (s.problems.field)(&FieldReason::Required);
        let is_inside = move |folder: &str| offer.with(|offer| offer.roots.iter().any(|root| lies_in(folder, root)));
        let location = move |key: &str| offer.with(|offer| chosen_or_first(key, &offer.locations)?.parse().ok());
        let group = move |key: &str| offer.with(|offer| chosen_or_first(key, &offer.groups)?.parse().ok());
        Self {
            name: Entry::new("", move |text| HostName::new(text).map_err(s.problems.name)),
            folder: Entry::new("", move |text| match text.trim() {
                "" => Err(required()),
                folder if !is_inside(folder) => Err(s.hosts.outside.to_owned()),
                folder => Ok(folder.to_owned()),
            }),
            location: Entry::new("", move |key| location(key).ok_or_else(required)),
            group: Entry::new("", move |key| group(key).ok_or_else(required)),
        }
    }

    /// The request, once every field is good.
    fn read(self) -> Option<CreateHost> {
        let (name, folder) = (self.name.check(), self.folder.check());
        let (location, group) = (self.location.check(), self.group.check());
        Some(CreateHost { name: name?, folder: folder?, location_id: location?, resource_group_id: group? })
    }
}

/// Whether a path lies in a folder, by its text; the server decides by what the path leads to.
fn lies_in(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) && !path.split('/').any(|part| part == "..")
}

/// The panel that adds a host.
#[component]
pub(crate) fn AddHostPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let loaded = load(|| (), &[Topic::Locations, Topic::ResourceGroups], |()| fetch());
    let offer = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let form = Form::new(s, offer);
    let submit = move |()| {
        if let Some(host) = form.read() {
            let done = move |host: shared::host::Host| {
                toasts.say((s.hosts.added)(&host.name));
                navigation::go(&Route::Hosts.path());
            };
            sending.start_form(api::hosts::create(host), done, move |failure| {
                refuse(s, failure, "name", form.name);
                refuse(s, failure, "folder", form.folder);
            });
        }
    };
    let hint = move || match offer.with(|offer| offer.roots.join(", ")) {
        roots if roots.is_empty() => s.hosts.no_roots.to_owned(),
        roots => (s.hosts.folder_hint)(&roots),
    };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{s.words.add}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.hosts.add on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            <TextField label=s.words.name hint=s.hosts.name_hint entry=form.name/>
            <TextField label=s.hosts.folder hint entry=form.folder/>
            <SelectField
                label=s.words.location
                entries=Signal::derive(move || offer.get().locations)
                entry=form.location
            />
            <SelectField
                label=s.words.resource_group
                hint=s.hosts.group_hint
                entries=Signal::derive(move || offer.get().groups)
                entry=form.group
            />
        </Panel>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_keep_folders_inside_their_root() {
        assert!(lies_in("/images", "/images") && lies_in("/images/a", "/images/"));
        assert!(!lies_in("/images2", "/images") && !lies_in("/images/../etc", "/images"));
    }
}

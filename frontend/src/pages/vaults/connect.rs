//! The panel that connects a vault that there is: first it tells what is in it.

use leptos::prelude::*;
use shared::connect::{FoundVault, InspectVault};
use shared::event::Topic;
use shared::vault::Vault;

use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::panel::Panel;
use crate::ui::say::Say;
use crate::ui::select::{Entries, SelectField};
use crate::ui::status::Shape;
use crate::ui::toast::use_toasts;
use crate::{api, navigation};

use super::connect_form::{Form, fetch, location};
use super::connect_found::Found;

/// A vault that was looked into, and what was asked to do so.
type Looked = Option<(InspectVault, FoundVault)>;

/// The panel that connects a vault that there is.
#[component]
pub(crate) fn ConnectVaultPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let sending = Sending::new();
    let loaded = load(|| (), &[Topic::Locations, Topic::ResourceGroups], |()| fetch());
    let offer = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let location = location(s, offer);
    let place = Memo::new(move |_| location.0.value());
    let in_place = load(
        move || place.get(),
        &[Topic::Vaults],
        |location| async move {
            match location {
                Some(location) => api::vaults::found_in(location).await,
                None => Ok(Vec::new()),
            }
        },
    );
    let folders = Signal::derive(move || in_place.value().get().unwrap_or_default());
    let form = Form::new(s, offer, location, folders);
    let last = RwSignal::new(Looked::None);
    // What was found is of the vault that the fields name, or it is nothing.
    let looked = Memo::new(move |_| last.get().filter(|(asked, _)| form.is_about(asked)));
    let check = move || {
        let Some(question) = form.question() else { return };
        let asked = question.clone();
        let done = move |found: FoundVault| {
            form.take(&found, &offer.get_untracked());
            last.set(Some((asked, found)));
        };
        sending.start_form(api::vaults::inspect(question), done, move |failure| {
            refuse(s, failure, "folder", form.folder);
            refuse(s, failure, "password", form.password);
        });
    };
    let connect = move |asked: InspectVault| {
        let Some(request) = form.request(asked) else { return };
        let done = move |vault: Vault| {
            toasts.say((s.connect.connected)(&vault.name));
            navigation::go(&Route::Vault(vault.id).path());
        };
        sending.start_form(api::vaults::connect(request), done, move |failure| {
            refuse(s, failure, "name", form.name);
            refuse(s, failure, "resource_group_id", form.group);
        });
    };
    let submit = move |()| match looked.get_untracked() {
        Some((asked, _)) => connect(asked),
        None => check(),
    };
    let has_looked = Memo::new(move |_| looked.with(Option::is_some));
    let word = move || if has_looked.get() { s.connect.connect } else { s.connect.check };
    let footer = move || {
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{word}</Button>
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    view! {
        <Panel title=s.connect.title subtitle=s.connect.intro on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            <FailureBox failure=in_place.failure()/>
            <Where form folders/>
            {move || looked.get().map(|(_, found)| view! { <Found found/> <Wanted form/> })}
        </Panel>
    }
}

/// Where the vault lies, and what opens it.
#[component]
fn Where(
    /// The form.
    form: Form,
    /// The folders of the chosen location.
    folders: Signal<Vec<shared::connect::FoundFolder>>,
) -> impl IntoView {
    let s = use_strings();
    let entries = Memo::new(move |_| -> Entries {
        folders.with(|all| all.iter().map(|it| (it.folder.to_string(), it.folder.to_string())).collect())
    });
    let is_empty = Memo::new(move |_| folders.with(Vec::is_empty));
    view! {
        <SelectField label=s.words.location entries=form.locations entry=form.location/>
        {move || if is_empty.get() {
            view! { <p class="muted" role="status">{s.connect.none_found}</p> }.into_any()
        } else {
            view! {
                <SelectField label=s.vaults.folder hint=s.connect.folder_hint entries entry=form.folder/>
                <TextField label=s.vaults.password hint=s.connect.password_hint entry=form.password kind="password"/>
            }
            .into_any()
        }}
    }
}

/// What the vault is to be here, and what has to be known before.
#[component]
fn Wanted(
    /// The form.
    form: Form,
) -> impl IntoView {
    let s = use_strings();
    view! {
        <TextField label=s.words.name hint=s.vaults.name_hint entry=form.name/>
        <SelectField label=s.words.resource_group hint=s.vaults.group_hint entries=form.groups entry=form.group/>
        <Say shape=Shape::Warning title=s.connect.one_server text=s.connect.one_server_text/>
    }
}

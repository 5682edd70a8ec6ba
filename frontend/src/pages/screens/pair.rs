//! The panel that lets a screen in: its code first, then what was found, then a name and what it shows.

use leptos::prelude::*;
use shared::auth::{Permission, Scope};
use shared::event::Topic;
use shared::name::ScreenName;
use shared::problem::FieldReason;
use shared::screen::{PairScreen, Screen, WaitingScreen, code_digits};

use super::browser_name::browser_name;
use super::list::wall_address;
use crate::api::{self, Failure};
use crate::i18n::{Strings, use_strings};
use crate::loading::load;
use crate::navigation;
use crate::parts::scope;
use crate::parts::trouble::{FailureBox, refuse};
use crate::routes::Route;
use crate::sending::Sending;
use crate::session::{Who, use_session};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::form::Entry;
use crate::ui::panel::Panel;
use crate::ui::say::Say;
use crate::ui::select::{Entries, SelectField, chosen_or_first};
use crate::ui::status::Shape;
use crate::ui::toast::use_toasts;

/// The fields of the form.
#[derive(Clone, Copy)]
struct Form {
    code: Entry<String>,
    name: Entry<ScreenName>,
    scope: Entry<Scope>,
}

impl Form {
    fn new(s: &'static Strings, offer: Signal<Entries>) -> Self {
        let chosen = move |key: &str| offer.with(|offer| scope::scope(&chosen_or_first(key, offer)?));
        Self {
            code: Entry::new("", move |text| code_digits(text).ok_or_else(|| s.screens.code_rule.to_owned())),
            name: Entry::new("", move |text| ScreenName::new(text.trim()).map_err(s.problems.name)),
            scope: Entry::new("", move |key| chosen(key).ok_or_else(|| (s.problems.field)(&FieldReason::Required))),
        }
    }
}

/// The panel that lets a screen in.
#[component]
pub(crate) fn PairScreenPanel() -> impl IntoView {
    let s = use_strings();
    let toasts = use_toasts();
    let everything = move |who: &Who| match who {
        Who::Somebody(session) => session.user.may_everywhere(Permission::ManageScreens),
        _ => false,
    };
    let everything = use_session().who().with_untracked(everything);
    let loaded = load(|| (), &[Topic::Vaults, Topic::ResourceGroups], move |()| scope::offer(s, everything));
    let offer = Signal::derive(move || loaded.value().get().unwrap_or_default());
    let form = Form::new(s, offer);
    let found = RwSignal::new(None::<WaitingScreen>);
    let sending = Sending::new();
    let refused = move |failure: &Failure| {
        refuse(s, failure, "code", form.code);
        refuse(s, failure, "name", form.name);
        refuse(s, failure, "scope", form.scope);
    };
    let look = move || {
        if let Some(code) = form.code.check() {
            let request = async move { api::screens::find(&code).await };
            sending.start_form(request, move |screen| found.set(Some(screen)), refused);
        }
    };
    let pair = move |code: String| {
        let (name, scope) = (form.name.check(), form.scope.check());
        if let (Some(name), Some(scope)) = (name, scope) {
            let done = move |screen: Screen| {
                toasts.say((s.screens.paired)(&screen.name));
                navigation::go(&Route::Screens.path());
            };
            sending.start_form(api::screens::pair(PairScreen { code, name, scope }), done, refused);
        }
    };
    let submit = move |()| match found.get_untracked() {
        None => look(),
        Some(screen) => pair(screen.code),
    };
    let is_found = Memo::new(move |_| found.with(Option::is_some));
    let footer = move || {
        let word = move || if is_found.get() { s.screens.pair } else { s.screens.find };
        let back = move || {
            is_found.get().then(|| view! { <Button on_press=move |()| found.set(None)>{s.screens.another}</Button> })
        };
        view! {
            <Button submit=true kind=ButtonKind::Primary off=sending.busy()>{word}</Button>
            {back}
            <Button kind=ButtonKind::Quiet on_press=|()| navigation::close_panel()>{s.words.cancel}</Button>
        }
    };
    let code = move || {
        view! { <TextField label=s.screens.code hint=(s.screens.code_hint)(&wall_address()) entry=form.code first=true/> }
    };
    let details = move || {
        let said = move || {
            let screen = found.get()?;
            let title = (s.screens.found)(&browser_name(s, &screen.browser), &screen.address);
            Some(view! { <Say shape=Shape::Running title text=s.screens.found_text/> })
        };
        view! {
            {said}
            <TextField label=s.words.name hint=s.screens.name_hint entry=form.name first=true/>
            <SelectField label=s.screens.shows hint=s.screens.shows_hint entries=offer entry=form.scope/>
        }
    };
    view! {
        <Panel title=s.screens.pair on_submit=submit footer>
            <FailureBox failure=sending.failure()/>
            <FailureBox failure=loaded.failure()/>
            {move || if is_found.get() { details().into_any() } else { code().into_any() }}
        </Panel>
    }
}

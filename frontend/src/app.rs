//! The tree: four contexts, then the page of whoever is signed in, drawn anew when another language is chosen.

use leptos::prelude::*;

use crate::i18n::Language;
use crate::live::{Connection, Live};
use crate::navigation;
use crate::pages::{setup, sign_in, wall};
use crate::routes::Route;
use crate::session::{Session, Who, use_session};
use crate::shell::Shell;
use crate::ui::icon::Sprite;
use crate::ui::toast::{ToastList, Toasts};

/// The whole page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let session = Session::provide();
    let language = Language::provide();
    Toasts::provide();
    // One stream for the whole life of the page, opened when someone has signed in.
    let signed_in = Memo::new(move |_| {
        // The wall has a stream of its own.
        matches!(session.who().get(), Who::Somebody(_)) && navigation::here().route != Some(Route::Wall)
    });
    let live = StoredValue::new(None::<Live>);
    let owner = Owner::current();
    let follow = move || match (live.get_value(), &owner) {
        (None, Some(owner)) if signed_in.get() => live.set_value(Some(owner.with(|| open_stream(session)))),
        _ => signed_in.track(),
    };
    view! {
        <Sprite/>
        {move || {
            language.get();
            follow();
            view! {
                <Door/>
                <ToastList/>
            }
        }}
    }
}

/// Opens the stream. The server ends it with the session; each time that it is lost the page asks whether that was why.
fn open_stream(session: Session) -> Live {
    let live = Live::provide();
    Effect::new(move |_| {
        if live.connection().get() == Connection::Reconnecting {
            session.look();
        }
    });
    live
}

/// The page that fits who is there: setting up, the wall, signing in, or the shell.
#[component]
fn Door() -> impl IntoView {
    let who = use_session().who();
    let stage = Memo::new(move |_| match (navigation::here().route, who.get()) {
        (Some(Route::Setup), _) => Stage::Setup,
        (Some(Route::Wall), _) => Stage::Wall,
        (_, Who::Unknown) => Stage::Wait,
        (_, Who::Nobody) => Stage::SignIn,
        (_, Who::Somebody(_)) => Stage::Inside,
    });
    move || match stage.get() {
        Stage::Setup => view! { <setup::SetupPage/> }.into_any(),
        Stage::Wall => view! { <wall::WallPage/> }.into_any(),
        Stage::SignIn => view! { <sign_in::SignInPage/> }.into_any(),
        Stage::Inside => view! { <Shell/> }.into_any(),
        Stage::Wait => ().into_any(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Setup,
    Wall,
    SignIn,
    Inside,
    /// The server has not said who is signed in.
    Wait,
}

//! Says above every page that the server's clock has jumped, and lets an Owner confirm the time.

use leptos::prelude::*;
use shared::auth::Permission;
use shared::clock::{ClockDoubt, ServerClock};
use shared::event::Topic;

use crate::api;
use crate::i18n::{Strings, use_strings};
use crate::loading::{Loaded, load};
use crate::parts::trouble::FailureBox;
use crate::sending::Sending;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Ask;
use crate::ui::say::Say;
use crate::ui::status::Shape;
use crate::ui::toast::use_toasts;

/// The jump that nobody has confirmed, while there is one.
#[component]
pub(crate) fn ClockDoubted() -> impl IntoView {
    let clock = load(|| (), &[Topic::Clock], |()| api::clock::get());
    let doubt = Memo::new(move |_| clock.value().with(|clock| clock.and_then(|clock| clock.doubt)));
    // Another jump is another box: a question about the one before is not answered by it.
    move || doubt.get().map(|doubt| view! { <Doubt clock doubt/> })
}

#[component]
fn Doubt(
    /// The clock.
    clock: Loaded<ServerClock>,
    /// The jump.
    doubt: ClockDoubt,
) -> impl IntoView {
    let s = use_strings();
    let session = use_session();
    let open = RwSignal::new(false);
    let text = format!("{} {}", by_how_much(s, doubt), s.clock.held);
    let ask = move |()| {
        clock.refresh();
        open.set(true);
    };
    let button = move || {
        session
            .may_everywhere(Permission::ConfirmClock)
            .then(|| view! { <Button on_press=ask>{s.clock.action}</Button> <AskTime open clock doubt/> })
    };
    view! {
        <section class="clock-doubt" aria-label=s.clock.name>
            <Say shape=Shape::Warning title=s.clock.title text>{button}</Say>
        </section>
    }
}

/// The times to compare, and the answer.
#[component]
fn AskTime(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The clock, as it was when the question was opened.
    clock: Loaded<ServerClock>,
    /// The jump.
    doubt: ClockDoubt,
) -> impl IntoView {
    let s = use_strings();
    let (toasts, sending) = (use_toasts(), Sending::new());
    let confirm = move |()| {
        sending.start(api::clock::confirm(doubt.found_at), move |_| {
            toasts.say(s.clock.confirmed);
            open.set(false);
            clock.refresh();
        });
    };
    let now = move || clock.value().with(|clock| clock.map(|clock| s.moment_long(clock.now)));
    view! {
        <Ask
            open
            title=s.clock.ask
            action=s.clock.action
            kind=ButtonKind::Primary
            off=sending.busy()
            on_submit=confirm
        >
            <p>{s.clock.ask_text}</p>
            <dl class="facts">
                <dt>{s.clock.known}</dt>
                <dd>{s.moment_long(doubt.known_at)}</dd>
                <dt>{s.clock.found}</dt>
                <dd>{s.moment_long(doubt.found_at)}</dd>
                <dt>{s.clock.difference}</dt>
                <dd>{s.duration(doubt.jump_seconds.unsigned_abs())}</dd>
                <dt>{s.clock.now}</dt>
                <dd>{now}</dd>
            </dl>
            <FailureBox failure=sending.failure()/>
        </Ask>
    }
}

fn by_how_much(s: &Strings, doubt: ClockDoubt) -> String {
    let duration = s.duration(doubt.jump_seconds.unsigned_abs());
    let said = if doubt.jump_seconds < 0 { s.clock.behind } else { s.clock.ahead };
    said(&duration)
}

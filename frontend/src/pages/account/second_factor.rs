//! How one's own second factor stands, and the way to change that.

use leptos::prelude::*;
use shared::event::Topic;
use shared::second_factor::SecondFactorState;

use crate::api;
use crate::i18n::use_strings;
use crate::loading::load;
use crate::parts::load::Load;
use crate::routes::Route;
use crate::ui::button::ButtonLink;
use crate::ui::moment::Moment;
use crate::ui::region::Region;
use crate::ui::status::{Shape, Status};

/// The region of the second factor.
#[component]
pub(super) fn SecondFactor() -> impl IntoView {
    let s = use_strings();
    let state = load(|| (), &[Topic::Users], |()| api::second_factor::state());
    view! {
        <Region title=s.second_factor.title>
            <Load from=state let:state>
                {move || shown(state.get())}
            </Load>
        </Region>
    }
}

fn shown(state: SecondFactorState) -> AnyView {
    let s = use_strings();
    match state.since {
        None => view! {
            <div class="second-factor">
                <Status shape=Shape::None word=s.second_factor.off/>
                <p class="muted">{s.second_factor.off_text}</p>
                <ButtonLink href=Route::AddSecondFactor.path()>{s.second_factor.add}</ButtonLink>
            </div>
        }
        .into_any(),
        Some(since) => view! {
            <div class="second-factor">
                <Status shape=Shape::Ok word=s.second_factor.on/>
                <p class="muted">
                    {s.users.added} " " <Moment at=since is_alone=true/> ". " {(s.second_factor.codes_left)(state.recovery_codes)}
                </p>
                <ButtonLink href=Route::RemoveSecondFactor.path()>{s.second_factor.remove}</ButtonLink>
            </div>
        }
        .into_any(),
    }
}

//! A screen that may show nothing yet: its code, and how someone lets it in.

use leptos::prelude::*;
use shared::screen::ScreenState;

use super::face::{self, Face};
use super::standing::{Obstacle, Standing};
use crate::clock;
use crate::i18n::use_strings;
use crate::ui::icon::{Icon, IconName};
use crate::ui::status::Shape;

/// The code.
#[component]
pub(super) fn Pair(
    /// What this browser may show.
    standing: Standing,
) -> impl IntoView {
    let s = use_strings();
    let wall = &s.wall;
    face::wear(move || Face { shape: Shape::None, word: wall.pair.to_owned(), stale: false });
    let code = move || standing.pairing().map(|pairing| pairing.code);
    let digits = move || {
        code().map(|code| {
            let (first, last) = code.split_at(code.len() / 2);
            view! { <p class="digits" role="img" aria-label=format!("{} {code}", wall.code)>{first.to_owned()} <span>{last.to_owned()}</span></p> }
        })
    };
    let until = move || standing.pairing().map(|pairing| (wall.good_until)(&s.when(pairing.expires_at, clock::now())));
    let title = move || match standing.revoked() {
        Some(ScreenState::Revoked { name, .. }) => (wall.revoked)(&name),
        _ => wall.pair.to_owned(),
    };
    let why = move || match standing.revoked() {
        Some(ScreenState::Revoked { at, .. }) => {
            Some(view! { <p class="why">{(wall.revoked_text)(&s.when(at, clock::now()))}</p> })
        }
        _ => None,
    };
    let obstacle = move || {
        let text = standing.obstacle().map(|obstacle| match obstacle {
            Obstacle::TooMany => wall.too_many,
            Obstacle::Unreachable => wall.unreachable,
        });
        text.map(|text| view! { <p class="obstacle" role="alert">{text}</p> })
    };
    let host = window().location().origin().unwrap_or_default();
    view! {
        <main class="wall">
            <div class="pairing">
                <p class="brand"><Icon name=IconName::Mark/> "Cofre"</p>
                <h1>{title}</h1>
                {why}
                {digits}
                {obstacle}
                <ol>
                    <li>{(wall.step_sign_in)(&host)}</li>
                    <li>{wall.step_open}</li>
                    <li>{wall.step_code}</li>
                </ol>
                <p class="until">{until}</p>
            </div>
        </main>
    }
}

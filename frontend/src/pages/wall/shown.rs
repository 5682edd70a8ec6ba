//! The wall itself: verdict, who needs someone, what is under way, and everything at a glance.

use leptos::prelude::*;
use shared::event::Topic;
use shared::id::VaultId;
use shared::overview::{MachineCounts, Overview};

use super::face::{self, Face};
use super::foot::Foot;
use super::jobs::Jobs;
use super::needs::Needs;
use super::stale::StaleBanner;
use super::standing::Standing;
use super::top::Top;
use super::verdict::{Verdict, loudest};
use super::watch::Watch;
use crate::api;
use crate::i18n::use_strings;
use crate::live::Live;
use crate::loading::load;
use crate::navigation;
use crate::parts::verdict::worst;
use crate::ui::status::Shape;

const TOPICS: &[Topic] = &[Topic::Hosts, Topic::Items, Topic::Jobs, Topic::Machines, Topic::Vaults];

/// The wall itself.
#[component]
pub(super) fn Shown(
    /// What this browser may show.
    standing: Standing,
) -> impl IntoView {
    let s = use_strings();
    let live = Live::provide_alone();
    let vault: Option<VaultId> = navigation::asked_of_the_wall("vault").and_then(|id| id.parse().ok());
    let overview = load(move || vault, TOPICS, api::overview::of);
    let clock = load(|| (), &[Topic::Clock], |()| api::clock::get()).value();
    let is_doubted = Memo::new(move |_| clock.with(|clock| clock.is_some_and(|clock| clock.doubt.is_some())));
    let watch = Watch::start(live, overview, standing);
    let value = overview.value();
    let is_known = Memo::new(move |_| value.with(Option::is_some));
    let shown = Signal::derive(move || value.get().unwrap_or_else(nothing));
    face::wear(move || match (watch.stale.get(), value.get()) {
        (true, _) => Face { shape: Shape::Warning, word: s.wall.stale.to_owned(), stale: true },
        (false, None) => Face { shape: Shape::None, word: String::new(), stale: false },
        (false, Some(it)) => Face { shape: worst(&it), word: loudest(s, &it), stale: false },
    });
    let content = move || {
        view! {
            <div class="content">
                <Top overview=shown watch/>
                <Verdict overview=shown watch/>
                <div class="columns">
                    <Needs overview=shown is_clock_doubted=is_doubted/>
                    <Jobs overview=shown watch/>
                </div>
                <Foot overview=shown/>
            </div>
        }
    };
    view! {
        <main class="wall" data-stale=move || watch.stale.get().then_some("")>
            <StaleBanner live watch/>
            {move || is_known.get().then(content)}
        </main>
    }
}

fn nothing() -> Overview {
    Overview {
        counts: MachineCounts::default(),
        machines: Vec::new(),
        active_jobs: Vec::new(),
        jobs: shared::vault::JobCounts::default(),
        vaults: Vec::new(),
        hosts: 0,
    }
}

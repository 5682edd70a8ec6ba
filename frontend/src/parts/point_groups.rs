//! The groups that restore points are in, each a link to where it is listed.

use leptos::prelude::*;
use shared::resource_group::CollectionGroup;

use crate::i18n::use_strings;
use crate::routes::Route;

/// What an address calls the group of restore points that it leads to.
pub(crate) const GROUP: &str = "group";

/// The names of groups of restore points; before the first point there is none.
#[component]
pub(crate) fn PointGroups(
    /// The groups; nothing before they were read.
    groups: Signal<Option<Vec<CollectionGroup>>>,
) -> impl IntoView {
    let s = use_strings();
    let link = |group: CollectionGroup| {
        let href = Route::ResourceGroups.with(GROUP, &group.name);
        view! { <a href=href>{group.name}</a> " " }
    };
    move || match groups.get() {
        None => ().into_any(),
        Some(groups) if groups.is_empty() => s.items.none_yet.into_any(),
        Some(groups) => groups.into_iter().map(link).collect_view().into_any(),
    }
}

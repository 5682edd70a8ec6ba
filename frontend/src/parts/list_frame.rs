//! A list with all that belongs to it: its tabs, filters and tools, how many entries there are, why they could not be read, and what is said
//! when there are none.

use leptos::prelude::*;
use uuid::Uuid;

use crate::api::Query;
use crate::i18n::use_strings;
use crate::navigation;
use crate::paging::{Fetched, asked};
use crate::parts::list_filters::{TotalNote, WordsFilter};
use crate::parts::trouble::FailureBox;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::list::{Kept, List, ListColumn, ListTools};

/// What a list is.
#[derive(Clone)]
pub(crate) struct About {
    /// What it lists, for screen readers.
    pub(crate) label: &'static str,
    /// What the browser remembers it by.
    pub(crate) name: &'static str,
    /// Its columns.
    pub(crate) columns: Vec<ListColumn>,
    /// Its order when the address asks for none.
    pub(crate) first_sort: &'static str,
    /// What the address may narrow it by, its tabs too.
    pub(crate) narrowed_by: &'static [&'static str],
    /// What its field looks through; without it there is no field.
    pub(crate) looks_through: Option<&'static str>,
}

/// A list with all that belongs to it. As long as there is no entry at all, something that teaches stands in its place.
#[component]
pub(crate) fn ListFrame(
    /// What it is.
    about: About,
    /// What was fetched of it.
    fetched: Fetched,
    /// What stands in its place while there is no entry at all.
    #[prop(into)]
    empty: ViewFn,
    /// The tabs that divide it.
    #[prop(optional, into)]
    tabs: ViewFn,
    /// Its filters besides the field.
    #[prop(optional, into)]
    filters: ViewFn,
    /// What stands between the bar and the rows.
    #[prop(optional, into)]
    above: ViewFn,
    /// What stands below a row.
    #[prop(optional, into)]
    below: Option<Callback<Uuid, AnyView>>,
) -> impl IntoView {
    let narrowed_by = about.narrowed_by;
    // By what the address asked for when the answer came: a filter that was just taken away has another answer soon.
    let is_bare = Memo::new(move |_| {
        let none = fetched.total.get().is_some_and(|total| total.count == 0);
        none && untrack(|| asked(narrowed_by)) == Query::new()
    });
    let parts = [tabs, filters, above];
    move || {
        if is_bare.get() {
            return empty.run();
        }
        let [tabs, filters, above] = parts.each_ref().map(ViewFn::run);
        view! {
            {tabs}
            <Bar about=about.clone() fetched filters above below/>
        }
        .into_any()
    }
}

#[component]
fn Bar(
    /// What the list is.
    about: About,
    /// What was fetched of it.
    fetched: Fetched,
    /// Its filters besides the field.
    filters: AnyView,
    /// What stands between the bar and the rows.
    above: AnyView,
    /// What stands below a row.
    below: Option<Callback<Uuid, AnyView>>,
) -> impl IntoView {
    let About { label, name, columns, first_sort, narrowed_by, looks_through } = about;
    let kept = Kept::of(name);
    let rows = Signal::derive(move || fetched.total.get().filter(|total| !total.is_more).map(|total| total.count));
    let below = below.unwrap_or_else(|| Callback::new(|_| ().into_any()));
    view! {
        <div class="filters">
            {looks_through.map(|label| view! { <WordsFilter label/> })}
            {filters}
            <ListTools columns=columns.clone() kept first_sort/>
            <TotalNote total=fetched.total/>
        </div>
        <FailureBox failure=fetched.failure/>
        {above}
        <List
            label
            columns
            kept
            first_sort
            keys=fetched.keys
            total=rows
            more=fetched.more
            row=fetched.row
            below
        />
        <NothingPasses fetched narrowed_by/>
    }
}

/// That the filters let nothing through, with the way back to everything.
#[component]
fn NothingPasses(
    /// What was fetched.
    fetched: Fetched,
    /// What the address may narrow the list by.
    narrowed_by: &'static [&'static str],
) -> impl IntoView {
    let s = use_strings();
    let show_all = move |()| navigation::go(&navigation::without_parameters(narrowed_by));
    move || {
        fetched.total.get().is_some_and(|total| total.count == 0).then(|| {
            view! {
                <div class="nothing" role="status">
                    <p>{s.words.nothing_passes}</p>
                    <Button kind=ButtonKind::Plain on_press=show_all>{s.words.show_all}</Button>
                </div>
            }
        })
    }
}

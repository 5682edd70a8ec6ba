//! The address bar: what it says, and how it is changed without loading the page again.
//!
//! A link is an ordinary `<a href>`; one click listener takes those that lead to a page of ours. A panel opens beside the
//! page that it was opened from: the history entry remembers that page (`beneath`), so going back and reloading work.

use leptos::ev;
use leptos::prelude::{ArcMemo, ArcRwSignal, Get, GetUntracked, Set, document, window, window_event_listener};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Url, UrlSearchParams};

use crate::routes::Route;

/// A page of ours and the query behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// The page; nothing when there is none of this path.
    pub(crate) route: Option<Route>,
    /// The path itself.
    path: String,
    /// The query, with its `?`, or nothing.
    query: String,
}

impl Address {
    fn read(text: &str) -> Self {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        Self { route: Route::parse(path), path: path.to_owned(), query }
    }

    fn text(&self) -> String {
        format!("{}{}", self.path, self.query)
    }

    /// What the query says under a name.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        UrlSearchParams::new_with_str(&self.query).ok()?.get(name)
    }
}

/// The address, and the page that lies beneath it when it is a panel's.
#[derive(Clone, PartialEq)]
struct Here {
    address: Address,
    page: Address,
    /// Whether someone moved since the page was loaded: then the new heading takes the focus.
    moved: bool,
}

impl Here {
    fn read(moved: bool) -> Self {
        let location = window().location();
        let text = format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
        let address = Address::read(&text);
        let page = match address.route {
            Some(route) if route.is_panel() => {
                let beneath = window().history().and_then(|history| history.state()).ok();
                let beneath = beneath.and_then(|state| state.as_string()).map(|text| Address::read(&text));
                beneath.unwrap_or_else(|| Address::read(&route.page().path()))
            }
            _ => address.clone(),
        };
        Self { address, page, moved }
    }
}

thread_local! {
    static HERE: ArcRwSignal<Here> = ArcRwSignal::new(Here::read(false));
    static PAGE: ArcMemo<Address> = ArcMemo::new(|_| HERE.with(Get::get).page);
}

/// The address that the browser shows.
pub(crate) fn here() -> Address {
    HERE.with(Get::get).address
}

/// The address of the page: the one beneath, while a panel is open beside it.
pub(crate) fn page() -> Address {
    PAGE.with(Get::get)
}

/// Whether someone moved since the page was loaded.
pub(crate) fn has_moved() -> bool {
    HERE.with(GetUntracked::get_untracked).moved
}

/// What the wall's address asks for under a name; nothing on other pages.
pub(crate) fn asked_of_the_wall(name: &str) -> Option<String> {
    let here = HERE.with(GetUntracked::get_untracked).address;
    here.parameter(name).filter(|_| here.route == Some(Route::Wall))
}

/// Goes to an address.
pub(crate) fn go(to: &str) {
    let target = Address::read(to);
    let beneath = match target.route {
        Some(route) if route.is_panel() => JsValue::from_str(&PAGE.with(GetUntracked::get_untracked).text()),
        _ => JsValue::NULL,
    };
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&beneath, "", Some(to));
    }
    let before = PAGE.with(GetUntracked::get_untracked).path;
    HERE.with(|here| here.set(Here::read(true)));
    if PAGE.with(GetUntracked::get_untracked).path != before {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Closes the panel: goes to the page beneath it.
pub(crate) fn close_panel() {
    go(&PAGE.with(GetUntracked::get_untracked).text());
}

/// The page's address with something else under a name in its query.
pub(crate) fn with_parameter(name: &str, value: Option<&str>) -> String {
    let page = PAGE.with(GetUntracked::get_untracked);
    let Ok(parameters) = UrlSearchParams::new_with_str(&page.query) else { return page.text() };
    match value {
        Some(value) => parameters.set(name, value),
        None => parameters.delete(name),
    }
    with_query(&page.path, &parameters)
}

/// The page's address with nothing under these names in its query.
pub(crate) fn without_parameters(names: &[&str]) -> String {
    let page = PAGE.with(GetUntracked::get_untracked);
    let Ok(parameters) = UrlSearchParams::new_with_str(&page.query) else { return page.text() };
    for name in names {
        parameters.delete(name);
    }
    with_query(&page.path, &parameters)
}

fn with_query(path: &str, parameters: &UrlSearchParams) -> String {
    let query = parameters.to_string().as_string().filter(|query| !query.is_empty());
    query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"))
}

/// Says something else under a name in the page's query, in place: no step in the history. For filters.
pub(crate) fn set_parameter(name: &str, value: Option<&str>) {
    let to = with_parameter(name, value);
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&to));
    }
    let moved = has_moved();
    HERE.with(|here| here.set(Here::read(moved)));
}

/// Starts to listen to links and to the browser's own buttons.
pub(crate) fn start() {
    std::mem::forget(window_event_listener(ev::popstate, |_| HERE.with(|here| here.set(Here::read(true)))));
    std::mem::forget(window_event_listener(ev::click, |event| {
        if let Some(to) = target_of(&event) {
            event.prevent_default();
            go(&to);
        }
    }));
}

/// Where a click on a link leads, when it is a page of ours and an ordinary click.
fn target_of(event: &MouseEvent) -> Option<String> {
    let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let link: HtmlAnchorElement =
        event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.dyn_into().ok()?;
    let inside = link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    if inside || link.has_attribute("target") || link.has_attribute("download") {
        return None;
    }
    let url = Url::new_with_base(&link.href(), &document().base_uri().ok()??).ok()?;
    let ours = window().location().origin().ok()? == url.origin() && !url.pathname().starts_with("/api/");
    ours.then(|| format!("{}{}", url.pathname(), url.search()))
}

//! Something that opens over the page from a button: the browser's own popover, so that it closes by Escape and by a
//! press elsewhere, lies above everything, and gives the focus back.

use leptos::ev;
use leptos::html::{Button, Div};
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::property;
use crate::ui::unique_id;

/// A button and what it opens.
#[component]
pub(crate) fn Popover(
    /// The button's label, for screen readers and on hover.
    #[prop(into)]
    label: TextProp,
    /// The button's classes.
    #[prop(default = "icon-button")]
    class: &'static str,
    /// The id of the button.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What opens: `menu` or `dialog`.
    role: &'static str,
    /// Also the class of what opens.
    content_class: &'static str,
    /// Told when it opens (true) and closes.
    #[prop(optional, into)]
    on_toggle: Option<Callback<(HtmlElement, bool)>>,
    /// What stands on the button.
    #[prop(into)]
    face: ViewFn,
    /// What opens.
    children: Children,
) -> impl IntoView {
    let target = unique_id("popover");
    let trigger = NodeRef::<Button>::new();
    let content = NodeRef::<Div>::new();
    let title = label.clone();
    let content_label = label.clone();
    let before_toggle = move |event: ev::Event| {
        if let (true, Some(trigger), Some(content)) = (is_opening(&event), trigger.get(), content.get()) {
            place(&content, &trigger);
        }
    };
    let toggled = move |event: ev::Event| {
        if let (Some(on_toggle), Some(content)) = (on_toggle, content.get()) {
            on_toggle.run((content.unchecked_into(), is_opening(&event)));
        }
    };
    view! {
        <button
            class=class
            type="button"
            id=id
            node_ref=trigger
            aria-haspopup=role
            aria-label=move || label.get().into_owned()
            title=move || title.get().into_owned()
            popovertarget=target.clone()
        >
            {move || face.run()}
        </button>
        <div
            class=format!("popover {content_class}")
            id=target
            role=role
            aria-label=move || content_label.get().into_owned()
            popover="auto"
            node_ref=content
            on:beforetoggle=before_toggle
            on:toggle=toggled
        >
            {children()}
        </div>
    }
}

/// Closes the popover that an element lies in.
pub(crate) fn close_around(element: &web_sys::Element) {
    if let Ok(Some(popover)) = element.closest("[popover]")
        && let Ok(popover) = popover.dyn_into::<HtmlElement>()
    {
        let _ = popover.hide_popover();
    }
}

fn is_opening(event: &ev::Event) -> bool {
    property(event, "newState").and_then(|state| state.as_string()).is_some_and(|state| state == "open")
}

/// Below the button and flush with its end; above it where the page ends.
fn place(content: &HtmlElement, trigger: &HtmlElement) {
    let button = trigger.get_bounding_client_rect();
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (width, height) = (number(window().inner_width()), number(window().inner_height()));
    let style = content.style();
    for side in ["left", "right", "top", "bottom"] {
        let _ = style.set_property(side, "auto");
    }
    let (side, distance) =
        if button.left() > width / 2.0 { ("right", width - button.right()) } else { ("left", button.left()) };
    let _ = style.set_property(side, &format!("{}px", distance.max(8.0)));
    let (edge, distance) =
        if button.bottom() > height * 0.65 { ("bottom", height - button.top()) } else { ("top", button.bottom()) };
    let _ = style.set_property(edge, &format!("{}px", distance + 2.0));
}

//! What the browser's tab shows of the wall: the verdict in a few words, and its shape.

use leptos::prelude::*;

use crate::i18n::use_strings;
use crate::ui::status::Shape;

/// The state as the tab shows it.
#[derive(Clone, PartialEq)]
pub(super) struct Face {
    /// How it is.
    pub(super) shape: Shape,
    /// The same in words; nothing before anything is known.
    pub(super) word: String,
    /// Whether it is not known any more.
    pub(super) stale: bool,
}

impl Face {
    const fn picture(&self) -> &'static str {
        match (self.stale, self.shape) {
            (true, _) => include_str!("../../../../style/wall/stale.svg"),
            (_, Shape::Failed) => include_str!("../../../../style/wall/failed.svg"),
            (_, Shape::Overdue) => include_str!("../../../../style/wall/overdue.svg"),
            (_, Shape::Warning) => include_str!("../../../../style/wall/warning.svg"),
            (_, Shape::Ok) => include_str!("../../../../style/wall/ok.svg"),
            _ => include_str!("../../../../style/wall/none.svg"),
        }
    }
}

/// Shows the state in the tab, and follows it.
pub(super) fn wear(face: impl Fn() -> Face + Send + Sync + 'static) {
    let title = use_strings().wall.title;
    let face = Memo::new(move |_| face());
    Effect::new(move |_| {
        face.with(|face| {
            let said = if face.word.is_empty() { title.to_owned() } else { format!("{} · {title}", face.word) };
            document().set_title(&said);
            if let Ok(Some(link)) = document().query_selector("link[rel~=icon]") {
                let picture = String::from(js_sys::encode_uri_component(face.picture()));
                let _ = link.set_attribute("href", &format!("data:image/svg+xml,{picture}"));
            }
        });
    });
}

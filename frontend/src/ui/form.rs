//! What someone types: kept as text, read by the rule as they type, refused in words.

use leptos::prelude::*;

/// The text of a field, what it means, and why it is refused.
pub(crate) struct Entry<T: Send + Sync + 'static> {
    /// What was typed.
    pub(crate) text: RwSignal<String>,
    read: Memo<Result<T, String>>,
    touched: RwSignal<bool>,
    /// What the server had against this very text.
    refused: RwSignal<Option<(String, String)>>,
}

impl<T: Send + Sync + 'static> Clone for Entry<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Entry<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Entry<T> {
    /// A field with this text; `rule` reads it, or says in words why it cannot be. Rules are constructors of `shared`.
    pub(crate) fn new(text: &str, rule: impl Fn(&str) -> Result<T, String> + Send + Sync + 'static) -> Self {
        let text = RwSignal::new(text.to_owned());
        let read = Memo::new(move |_| text.with(|text| rule(text)));
        Self { text, read, touched: RwSignal::new(false), refused: RwSignal::new(None) }
    }

    /// What the text means; nothing while it is refused.
    pub(crate) fn value(self) -> Option<T> {
        self.read.get().ok()
    }

    /// Why it is refused, once someone has typed or tried to send.
    pub(crate) fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            let text = self.text.get();
            if !self.touched.get() && text.is_empty() {
                return None;
            }
            let by_server = self.refused.get().filter(|(refused, _)| *refused == text).map(|(_, reason)| reason);
            self.read.get().err().or(by_server)
        })
    }

    /// Someone tries to send: from now on an empty field is refused aloud. Returns what it means.
    pub(crate) fn check(self) -> Option<T> {
        self.touched.set(true);
        self.read.get_untracked().ok()
    }

    /// The server refused the text; that stays below the field until it is changed.
    pub(crate) fn refuse(self, reason: String) {
        self.refused.set(Some((self.text.get_untracked(), reason)));
    }
}

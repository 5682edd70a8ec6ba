//! The columns of a list.

use crate::ui::table::CellKind;

/// A column of a list.
#[derive(Clone, Copy)]
pub(crate) struct ListColumn {
    /// Its head.
    pub(super) title: &'static str,
    /// What stands in it.
    pub(super) kind: CellKind,
    /// What the browser remembers it by; a column without a key cannot be hidden.
    pub(super) key: Option<&'static str>,
    /// What the address calls it when the list is sorted by it.
    pub(super) sort: Option<&'static str>,
    /// When it leaves as room gets scarce: 3 first, then 2.
    pub(super) leaves: u8,
    /// Whether its title stands before its cells on a card.
    pub(super) is_labelled: bool,
}

impl ListColumn {
    const fn new(title: &'static str, kind: CellKind) -> Self {
        let is_labelled = matches!(kind, CellKind::Text | CellKind::Number);
        Self { title, kind, key: None, sort: None, leaves: 0, is_labelled }
    }

    /// The column of names, which leads.
    pub(crate) const fn name(title: &'static str) -> Self {
        Self::new(title, CellKind::Name)
    }

    /// A column of texts.
    pub(crate) const fn text(title: &'static str) -> Self {
        Self::new(title, CellKind::Text)
    }

    /// A column of figures.
    pub(crate) const fn number(title: &'static str) -> Self {
        Self::new(title, CellKind::Number)
    }

    /// A column of states, which say themselves what they are and need room.
    pub(crate) const fn state(title: &'static str) -> Self {
        let mut column = Self::new(title, CellKind::State);
        column.is_labelled = false;
        column
    }

    /// The column of commands; its title is for screen readers.
    pub(crate) const fn actions(title: &'static str) -> Self {
        Self::new(title, CellKind::Actions)
    }

    /// It can be hidden, and the browser remembers that under this name.
    pub(crate) const fn key(mut self, key: &'static str) -> Self {
        self.key = Some(key);
        self
    }

    /// The list can be sorted by it; the address has this name for it.
    pub(crate) const fn sorts(mut self, sort: &'static str) -> Self {
        self.sort = Some(sort);
        self
    }

    /// It leaves when room gets scarce: 3 first, then 2.
    pub(crate) const fn leaves(mut self, order: u8) -> Self {
        self.leaves = order;
        self
    }

    /// As an attribute has it.
    pub(super) fn leave(&self) -> Option<&'static str> {
        match self.leaves {
            0 => None,
            2 => Some("2"),
            _ => Some("3"),
        }
    }
}

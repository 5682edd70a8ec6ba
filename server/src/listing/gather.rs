//! A page that is filled from batches, for lists that are short.

use shared::page::Page;

use super::Located;

/// Fills a page from batches of a list: records out of scope are passed over, and the page is filled from behind them.
///
/// Ask [`Gather::wanted`] for the next batch until it wants none.
#[derive(Debug)]
pub struct Gather<T> {
    items: Vec<T>,
    after: String,
    limit: usize,
    state: State,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    Wanting,
    Full,
    AtEnd,
}

impl<T> Gather<T> {
    /// A page of at most so many records behind the one with this id.
    pub fn new(after: &str, limit: usize) -> Self {
        Self { items: Vec::new(), after: after.to_owned(), limit, state: State::Wanting }
    }

    /// Behind which record the next batch begins, and how many records it has; nothing when the page is done.
    pub fn wanted(&self) -> Option<(String, usize)> {
        (self.state == State::Wanting).then(|| (self.after.clone(), self.limit))
    }

    /// Takes a batch in the list's order; one that is not full is the last.
    pub fn add(&mut self, batch: Vec<Located<T>>, id: impl Fn(&T) -> String, keep: impl Fn(&Located<T>) -> bool) {
        let last = batch.len() < self.limit;
        for located in batch {
            self.after = id(&located.record);
            if keep(&located) {
                self.items.push(located.record);
            }
            if self.items.len() == self.limit {
                self.state = State::Full;
                return;
            }
        }
        if last {
            self.state = State::AtEnd;
        }
    }

    /// The page.
    pub fn page(self) -> Page<T> {
        let next = (self.state == State::Full).then_some(self.after);
        Page { items: self.items, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::Place;

    #[test]
    fn should_fill_a_page_from_behind_what_may_not_be_seen() {
        let list: Vec<u32> = (0..10).collect();
        let mut gather = Gather::new("", 3);
        while let Some((after, limit)) = gather.wanted() {
            let start = after.parse::<usize>().map_or(0, |after| after + 1);
            let batch = list[start..].iter().take(limit).map(|n| Located { record: *n, place: Place::default() });
            gather.add(batch.collect(), ToString::to_string, |located| located.record % 2 == 1);
        }
        assert_eq!(gather.page(), Page { items: vec![1, 3, 5], next: Some("5".to_owned()) });
    }

    #[test]
    fn should_end_with_the_list() {
        let mut gather = Gather::new("", 3);
        gather.add(vec![Located { record: 1, place: Place::default() }], ToString::to_string, |_| true);
        assert_eq!(gather.wanted(), None);
        assert_eq!(gather.page(), Page { items: vec![1], next: None });
    }
}

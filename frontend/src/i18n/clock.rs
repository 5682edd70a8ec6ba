//! The server’s clock, when it has jumped.

/// The server’s clock, when it has jumped.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    /// The clock has jumped.
    pub(crate) title: &'static str,
    /// By how much it went forward, and why that may be.
    pub(crate) ahead: fn(&str) -> String,
    /// By how much it went back.
    pub(crate) behind: fn(&str) -> String,
    /// What that means, and who ends it.
    pub(crate) held: &'static str,
    /// A command.
    pub(crate) action: &'static str,
    /// Before that is done.
    pub(crate) ask: &'static str,
    /// What there is to compare, and what follows.
    pub(crate) ask_text: &'static str,
    /// A time.
    pub(crate) known: &'static str,
    /// A time.
    pub(crate) found: &'static str,
    /// A time.
    pub(crate) now: &'static str,
    /// Between the first two.
    pub(crate) difference: &'static str,
    /// It is done.
    pub(crate) confirmed: &'static str,
    /// On the wall, among the names of machines.
    pub(crate) name: &'static str,
    /// On the wall, what is wrong with it.
    pub(crate) jumped: &'static str,
    /// On the wall, what that means; a short line.
    pub(crate) held_on_wall: &'static str,
}

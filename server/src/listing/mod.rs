//! Pages of what the reader may see: [`Gather`] passes over what may not be seen, [`Listing`] lets the database do it, with filters, orders and
//! a count.

mod gather;
mod located;
mod position;
mod query;
mod words;

pub use gather::Gather;
pub use located::Located;
pub use position::{After, Key, Order};
pub use query::{Listing, Tables};
pub use words::Words;

//! Pages of what the reader may see: [`Gather`] passes over what may not be seen, [`Listing`] lets the database do it, with filters, orders and
//! a count.

mod gather;
mod located;
mod position;
mod store;
mod words;

pub use gather::Gather;
pub use located::Located;
pub use position::{After, Key, Order};
pub use store::{Listing, Tables};
pub use words::Words;

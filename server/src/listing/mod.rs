//! Pages of what the reader may see, as the database reads them: filters, orders, places and a count, all within what may be seen.

mod located;
mod position;
mod store;
mod words;

pub use located::Located;
pub use position::{After, Id, Key, Order};
pub use store::{Listing, Tables};
pub use words::Words;

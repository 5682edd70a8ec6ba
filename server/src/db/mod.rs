//! The database: opening it, transactions, and the small translations between rows and types.
//!
//! One SQL text for SQLite and PostgreSQL through sqlx's `Any`: `$n` placeholders, columns of text, bigint and double precision only.
//! What differs stands in `open` and `hold`: how the writer's place is taken, and how other servers are kept out.

mod address;
mod hold;
mod open;
mod row;
mod statement;

pub use address::Address;
pub use hold::Hold;
pub use open::{Connection, Db, Tx};
pub use row::{Columns, bytes, count, is_unique_violation, millis};
pub use statement::Statement;

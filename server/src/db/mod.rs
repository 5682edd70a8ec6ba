//! The database: opening it, transactions, and the small translations between rows and types.
//!
//! One SQL text for SQLite and PostgreSQL through sqlx's `Any`: `$n` placeholders, columns of text, bigint and double precision only.

mod open;
mod row;

pub use open::{Connection, Db, Tx};
pub use row::{Columns, bytes, count, is_unique_violation, millis};

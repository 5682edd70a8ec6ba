//! Between rows and types.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use shared::problem::{Code, Problem};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::clock::from_millis;
use crate::error::Error;

/// Reads typed values from a row. A value of the wrong form is a damaged database and says which column.
pub trait Columns {
    /// A text.
    fn text(&self, column: &str) -> sqlx::Result<String>;
    /// A text that may be missing.
    fn text_opt(&self, column: &str) -> sqlx::Result<Option<String>>;
    /// A number.
    fn number(&self, column: &str) -> sqlx::Result<i64>;
    /// A number that may be missing.
    fn number_opt(&self, column: &str) -> sqlx::Result<Option<i64>>;
    /// A text in its type's own form: an id, a status.
    fn parsed<T: FromStr>(&self, column: &str) -> sqlx::Result<T>
    where
        T::Err: std::error::Error + Send + Sync + 'static;
    /// The same, when it may be missing.
    fn parsed_opt<T: FromStr>(&self, column: &str) -> sqlx::Result<Option<T>>
    where
        T::Err: std::error::Error + Send + Sync + 'static;
    /// A JSON document, or a plain word that stands for an enum's variant.
    fn json<T: DeserializeOwned>(&self, column: &str) -> sqlx::Result<T>;
    /// An enum's variant by its name, as it stands in JSON, when it may be missing.
    fn word_opt<T: DeserializeOwned>(&self, column: &str) -> sqlx::Result<Option<T>>;
    /// An enum's variant by its name, as it stands in JSON.
    fn word<T: DeserializeOwned>(&self, column: &str) -> sqlx::Result<T>;

    /// A time.
    fn time(&self, column: &str) -> sqlx::Result<DateTime<Utc>> {
        self.number(column).map(from_millis)
    }

    /// A time that may be missing.
    fn time_opt(&self, column: &str) -> sqlx::Result<Option<DateTime<Utc>>> {
        Ok(self.number_opt(column)?.map(from_millis))
    }

    /// A size or a count.
    fn unsigned(&self, column: &str) -> sqlx::Result<u64> {
        self.number(column).map(|number| u64::try_from(number).unwrap_or(0))
    }
}

fn damaged(column: &str, source: impl std::error::Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::ColumnDecode { index: column.to_owned(), source: Box::new(source) }
}

impl Columns for AnyRow {
    fn text(&self, column: &str) -> sqlx::Result<String> {
        self.try_get(column)
    }

    fn text_opt(&self, column: &str) -> sqlx::Result<Option<String>> {
        self.try_get(column)
    }

    fn number(&self, column: &str) -> sqlx::Result<i64> {
        self.try_get(column)
    }

    fn number_opt(&self, column: &str) -> sqlx::Result<Option<i64>> {
        self.try_get(column)
    }

    fn parsed<T: FromStr>(&self, column: &str) -> sqlx::Result<T>
    where
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        self.text(column)?.parse().map_err(|e| damaged(column, e))
    }

    fn parsed_opt<T: FromStr>(&self, column: &str) -> sqlx::Result<Option<T>>
    where
        T::Err: std::error::Error + Send + Sync + 'static,
    {
        self.text_opt(column)?.map(|text| text.parse().map_err(|e| damaged(column, e))).transpose()
    }

    fn json<T: DeserializeOwned>(&self, column: &str) -> sqlx::Result<T> {
        serde_json::from_str(&self.text(column)?).map_err(|e| damaged(column, e))
    }

    fn word_opt<T: DeserializeOwned>(&self, column: &str) -> sqlx::Result<Option<T>> {
        self.text_opt(column)?.map(|text| from_word(column, text)).transpose()
    }

    fn word<T: DeserializeOwned>(&self, column: &str) -> sqlx::Result<T> {
        from_word(column, self.text(column)?)
    }
}

fn from_word<T: DeserializeOwned>(column: &str, text: String) -> sqlx::Result<T> {
    serde_json::from_value(serde_json::Value::String(text)).map_err(|e| damaged(column, e))
}

/// A time as the database keeps it.
pub fn millis(time: DateTime<Utc>) -> i64 {
    time.timestamp_millis()
}

/// A size as the database keeps it.
pub fn bytes(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// A list's limit as the database takes it.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Whether a write failed because something unique was there before.
pub fn is_unique_violation(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
}

/// PostgreSQL's code for a text that it cannot keep: one with a NUL in it.
const UNTRANSLATABLE_CHARACTER: &str = "22021";

impl From<sqlx::Error> for Error {
    fn from(fault: sqlx::Error) -> Self {
        if fault.as_database_error().is_some_and(|e| e.code().as_deref() == Some(UNTRANSLATABLE_CHARACTER)) {
            return Problem::new(Code::BadRequest).because("A text holds a character that cannot be kept.").into();
        }
        Error::Fault(anyhow::Error::new(fault).context("the database did not do what was asked"))
    }
}

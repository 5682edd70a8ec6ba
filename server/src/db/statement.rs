//! A statement that is put together from parts: SQL of ours as text, values of others only as `$n`.

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AnyConnection};

use crate::error::Result;

#[derive(Clone, Debug)]
enum Value {
    Text(String),
    Number(i64),
}

/// SQL and its values.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    sql: String,
    values: Vec<Value>,
}

impl Statement {
    /// Appends SQL; never anything that someone sent.
    pub fn push(&mut self, sql: &str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// Appends a text as a value.
    pub fn text(&mut self, value: impl Into<String>) -> &mut Self {
        self.value(Value::Text(value.into()))
    }

    /// Appends a number as a value.
    pub fn number(&mut self, value: i64) -> &mut Self {
        self.value(Value::Number(value))
    }

    /// Appends ` in (…)` of texts; of none, nothing is in it.
    pub fn within<T: ToString>(&mut self, values: &[T]) -> &mut Self {
        if values.is_empty() {
            return self.push(" in (null)");
        }
        for (index, value) in values.iter().enumerate() {
            self.push(if index == 0 { " in (" } else { ", " }).text(value.to_string());
        }
        self.push(")")
    }

    /// The same statement between this SQL and that.
    #[must_use]
    pub fn between(&self, before: &str, behind: &str) -> Self {
        Self { sql: format!("{before}{}{behind}", self.sql), values: self.values.clone() }
    }

    fn value(&mut self, value: Value) -> &mut Self {
        self.values.push(value);
        self.sql.push_str(&format!("${}", self.values.len()));
        self
    }

    /// All rows that it finds.
    pub async fn fetch_all(self, connection: &mut AnyConnection) -> Result<Vec<AnyRow>> {
        Ok(self.query().fetch_all(connection).await?)
    }

    /// Runs it for what it changes.
    pub async fn execute(self, connection: &mut AnyConnection) -> Result<()> {
        self.query().execute(connection).await?;
        Ok(())
    }

    fn query(self) -> Query<'static, Any, AnyArguments> {
        let mut query = sqlx::query(sqlx::AssertSqlSafe(self.sql));
        for value in self.values {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
            };
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_number_its_values_in_their_order() {
        let mut statement = Statement::default();
        statement.push("a = ").text("' or 1=1").push(" and b").within(&["x", "y"]).push(" and c > ").number(3);
        assert_eq!(statement.sql, "a = $1 and b in ($2, $3) and c > $4");
        assert_eq!(statement.between("(", ")").sql, "(a = $1 and b in ($2, $3) and c > $4)");
    }
}

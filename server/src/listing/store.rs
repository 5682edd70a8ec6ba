//! A list as the database reads it: conditions, an order, a page of it, and how many there are.

use chrono::{DateTime, Utc};
use shared::page::{COUNT_MAX, CountedPage, Total};
use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use super::{After, Id, Key, Order, Words};
use crate::db::{Columns as _, Statement, count, millis};
use crate::error::Result;

/// Names fewer than this are looked up one by one; entries of more than this are met soon on the way through all of them.
const FEW: usize = 50;

/// No statement takes more names.
const NAMES_MAX: usize = 20_000;

/// The tables of a list.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// The table of the entries.
    pub name: &'static str,
    /// What names them.
    pub id: Id,
    /// What is joined to it, one row an entry.
    pub joins: &'static str,
    /// What is read of each entry.
    pub columns: &'static str,
}

impl Tables {
    /// The statement that reads entries, up to its conditions.
    pub fn select(&self) -> String {
        let Self { name, joins, columns, .. } = self;
        format!("select {columns} from {name} {joins}")
    }
}

/// A list as the database reads it.
#[derive(Clone, Debug)]
pub struct Listing {
    tables: Tables,
    order: Order,
    conditions: Statement,
}

impl Listing {
    /// All entries of the tables in an order.
    pub fn new(tables: Tables, order: Order) -> Self {
        let mut conditions = Statement::default();
        conditions.push("1 = 1");
        Self { tables, order, conditions }
    }

    /// One more condition, which the caller writes.
    pub fn and(&mut self) -> &mut Statement {
        self.conditions.push(" and ")
    }

    /// Only entries of which this column is this, if anything is asked for.
    pub fn only(&mut self, column: &str, wanted: Option<impl ToString>) {
        if let Some(wanted) = wanted {
            self.and().push(column).push(" = ").text(wanted.to_string());
        }
    }

    /// Only entries of which this column has a time since then and before then, if that is asked for.
    pub fn only_between(&mut self, column: &str, since: Option<DateTime<Utc>>, until: Option<DateTime<Utc>>) {
        if let Some(since) = since {
            self.and().push(column).push(" >= ").number(millis(since));
        }
        if let Some(until) = until {
            self.and().push(column).push(" < ").number(millis(until));
        }
    }

    /// Only entries that have every word in this expression, which is in small letters.
    pub fn look_for(&mut self, words: &Words, expression: &str) {
        for pattern in words.patterns() {
            self.and().push(expression).push(" like ").text(pattern).push(r" escape '\'");
        }
    }

    /// Only entries of which this column, a name, has every word. For tables of more entries than names: the names are looked through, and then
    /// the entries by an index that begins with the column.
    pub async fn only_named(&mut self, connection: &mut AnyConnection, words: &Words, column: &str) -> Result<()> {
        if words.is_empty() {
            return Ok(());
        }
        let table = self.tables.name;
        let mut names = names(connection, table, column).await?;
        names.retain(|name| words.are_in(name));
        names.truncate(NAMES_MAX);
        let own = format!("{table}.{column}");
        let own = if names.len() <= FEW { own } else { format!("coalesce({own}, '')") };
        self.and().push(&own).within(&names);
        Ok(())
    }

    /// The page behind a place, made of rows by `read`.
    pub async fn page<T>(
        &self,
        connection: &mut AnyConnection,
        (after, limit): (&str, usize),
        read: impl Fn(&AnyRow) -> sqlx::Result<T>,
    ) -> Result<CountedPage<T>> {
        let after = After::read(after, &self.order, self.tables.id)?;
        let rows = self.behind(after.as_ref(), limit).fetch_all(&mut *connection).await?;
        let next = match rows.last() {
            Some(last) if rows.len() == limit => Some(self.place(last)?.text()),
            _ => None,
        };
        let items = rows.iter().map(read).collect::<sqlx::Result<_>>()?;
        Ok(CountedPage { items, next, total: self.total(connection).await? })
    }

    /// The ids and keys are found first, and everything else is read of these entries alone.
    fn behind(&self, after: Option<&After>, limit: usize) -> Statement {
        let Self { tables: Tables { name, id, joins, columns }, order, conditions } = self;
        let id = id.column();
        let (direction, beyond) = if order.is_descending { ("desc", "<") } else { ("asc", ">") };
        let mut found = conditions.clone();
        if let Some(after) = after {
            found.push(&format!(" and ({}, {name}.{id}) {beyond} (", order.key));
            push(&mut found, &after.key);
            push(found.push(", "), &after.id);
            found.push(")");
        }
        found.push(&format!(" order by sort_key {direction}, entry_id {direction} limit ")).number(count(limit));
        found.between(
            &format!(
                "select listed.sort_key, listed.entry_id, {columns}
                 from (select {name}.{id} as entry_id, {} as sort_key from {name} {joins} where ",
                order.key
            ),
            &format!(
                ") as listed join {name} on {name}.{id} = listed.entry_id {joins}
                 order by listed.sort_key {direction}, listed.entry_id {direction}"
            ),
        )
    }

    fn place(&self, row: &AnyRow) -> sqlx::Result<After> {
        Ok(After {
            key: read_key(row, "sort_key", self.order.is_number)?,
            id: read_key(row, "entry_id", self.tables.id == Id::Number)?,
        })
    }

    async fn total(&self, connection: &mut AnyConnection) -> Result<Total> {
        let Tables { name, joins, .. } = self.tables;
        let mut counted = self.conditions.clone();
        counted.push(" limit ").number(i64::try_from(COUNT_MAX + 1).unwrap_or(i64::MAX));
        let counted = counted.between(
            &format!("select count(*) as entries from (select 1 as one from {name} {joins} where "),
            ") as counted",
        );
        let rows = counted.fetch_all(connection).await?;
        let entries = rows.first().map(|row| row.unsigned("entries")).transpose()?;
        Ok(Total::counted(entries.unwrap_or(0)))
    }
}

/// Every name that stands in a column, once: the column's index is left by leaps, from one name to the next.
async fn names(connection: &mut AnyConnection, table: &str, column: &str) -> Result<Vec<String>> {
    let sql = format!(
        "with recursive names (name) as (
             select min({column}) from {table}
             union all
             select (select min({table}.{column}) from {table} where {table}.{column} > names.name) from names where names.name is not null)
         select name from names where name is not null"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(connection).await?;
    Ok(rows.iter().map(|row| row.text("name")).collect::<sqlx::Result<_>>()?)
}

fn push(statement: &mut Statement, key: &Key) {
    match key {
        Key::Text(text) => statement.text(text.clone()),
        Key::Number(number) => statement.number(*number),
    };
}

fn read_key(row: &AnyRow, column: &str, is_number: bool) -> sqlx::Result<Key> {
    if is_number { row.number(column).map(Key::Number) } else { row.text(column).map(Key::Text) }
}

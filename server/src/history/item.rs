//! The last days of one item.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use shared::day::{DayEvidence, ItemDay, ItemDays};
use shared::item::Item;

use crate::db::Connection;
use crate::error::Result;
use crate::history::calendar::{date_of, day, shown, zone};
use crate::history::store::{self, LOOKBACK};

/// The item's days by its policy's calendar, today last.
pub(super) async fn days(connection: &mut Connection, item: &Item, now: DateTime<Utc>) -> Result<ItemDays> {
    let zone = zone(&item.policy.time_zone);
    let dates = shown(date_of(now, zone));
    let rows = store::of_item(connection, item.id, dates[0] - LOOKBACK).await?;
    let mut newest_point_at = rows.iter().filter(|row| row.date < dates[0]).filter_map(|row| row.point_at).max();
    let by_date: HashMap<_, _> = rows.iter().map(|row| (row.date, row)).collect();
    let judge = |date| {
        let (day, row) = (day(date, zone), by_date.get(&date));
        newest_point_at = newest_point_at.max(row.and_then(|row| row.point_at));
        let evidence = DayEvidence { ended: row.map(|row| row.state), newest_point_at };
        ItemDay {
            day,
            state: day.judge(evidence, item.created_at, now),
            new_bytes: row.map_or(0, |row| row.new_bytes),
            job_id: row.map(|row| row.job_id),
        }
    };
    Ok(ItemDays { time_zone: item.policy.time_zone.clone(), days: dates.into_iter().map(judge).collect() })
}

//! The last days of items.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use shared::day::{CalendarDay, DAYS_IN_A_ROW, DayEvidence, DayState, ItemDay, ItemDays};
use shared::id::ItemId;
use shared::item::{Item, ProtectionState};

use crate::db::Connection;
use crate::error::Result;
use crate::history::calendar::{date_of, day, shown, zone};
use crate::history::store::{self, DayRow, LOOKBACK};

/// The last days of a zone's calendar, today last.
fn calendar(zone_name: &str, now: DateTime<Utc>) -> Vec<CalendarDay> {
    let zone = zone(zone_name);
    shown(date_of(now, zone)).into_iter().map(|date| day(date, zone)).collect()
}

/// How these days were for an item, by what was noted of them and of the days before.
fn judged(item: &Item, calendar: &[CalendarDay], rows: &[DayRow], now: DateTime<Utc>) -> Vec<ItemDay> {
    let is_before = |row: &&DayRow| calendar.first().is_some_and(|first| row.date < first.date);
    let mut newest_point_at = rows.iter().filter(is_before).filter_map(|row| row.point_at).max();
    let by_date: HashMap<_, _> = rows.iter().map(|row| (row.date, row)).collect();
    let judge = |day: &CalendarDay| {
        let row = by_date.get(&day.date);
        newest_point_at = newest_point_at.max(row.and_then(|row| row.point_at));
        let evidence = DayEvidence { ended: row.map(|row| row.state), newest_point_at };
        ItemDay {
            day: *day,
            state: match (row, item.state) {
                // Nothing is expected of an item whose protection is stopped.
                (None, ProtectionState::ProtectionStopped) => DayState::NotDue,
                _ => day.judge(evidence, item.created_at, now),
            },
            new_bytes: row.map_or(0, |row| row.new_bytes),
            job_id: row.map(|row| row.job_id),
        }
    };
    calendar.iter().map(judge).collect()
}

/// The item's days by its policy's calendar, today last.
pub(super) async fn days(connection: &mut Connection, item: &Item, now: DateTime<Utc>) -> Result<ItemDays> {
    let calendar = calendar(&item.policy.time_zone, now);
    let rows = store::of_item(connection, item.id, calendar[0].date - LOOKBACK).await?;
    Ok(ItemDays { time_zone: item.policy.time_zone.clone(), days: judged(item, &calendar, &rows, now) })
}

/// Says of each item how its last [`DAYS_IN_A_ROW`] days were. Whatever the number of items, the database is asked once.
pub async fn fill_last_days(connection: &mut Connection, items: &mut [Item], now: DateTime<Utc>) -> Result<()> {
    let mut calendars: HashMap<String, Vec<CalendarDay>> = HashMap::new();
    for item in items.iter() {
        let zone_name = &item.policy.time_zone;
        calendars.entry(zone_name.clone()).or_insert_with(|| {
            let days = calendar(zone_name, now);
            days[days.len() - DAYS_IN_A_ROW..].to_vec()
        });
    }
    let Some(first) = calendars.values().filter_map(|days| days.first()).map(|day| day.date).min() else {
        return Ok(());
    };
    let ids: Vec<ItemId> = items.iter().map(|item| item.id).collect();
    let mut rows = store::of_items(connection, &ids, first - LOOKBACK).await?;
    for item in items {
        let own = rows.remove(&item.id).unwrap_or_default();
        let days = judged(item, &calendars[&item.policy.time_zone], &own, now);
        item.last_days = days.into_iter().map(|day| day.state).collect();
    }
    Ok(())
}

//! Dates, ages, numbers and sizes, as the viewer's language and zone write them.
//!
//! The browser's `Intl` does the work; its objects are costly to make, so one of each is kept for the language in use.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use js_sys::Intl::{DateTimeFormat, NumberFormat, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use super::{Locale, Strings};
use crate::browser::property;

const UNITS: [&str; 7] = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/// The formats of one language.
struct Formats {
    locale: Locale,
    tags: Array,
    day: Function,
    moment: Function,
    moment_long: Function,
    time: Function,
    minute: Function,
    day_minute: Function,
    whole: Function,
    one_digit: Function,
    percent: Function,
    month: Function,
    weekday: Function,
    weekday_long: Function,
    relative: RelativeTimeFormat,
}

thread_local! {
    static FORMATS: RefCell<Option<Rc<Formats>>> = const { RefCell::new(None) };
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        let value = value.parse::<f64>().map_or_else(|_| JsValue::from_str(value), JsValue::from_f64);
        let _ = Reflect::set(&object, &JsValue::from_str(name), &value);
    }
    object
}

impl Formats {
    fn of(locale: Locale) -> Rc<Self> {
        FORMATS.with_borrow_mut(|kept| match kept {
            Some(formats) if formats.locale == locale => Rc::clone(formats),
            _ => Rc::clone(kept.insert(Rc::new(Self::new(locale)))),
        })
    }

    fn new(locale: Locale) -> Self {
        let tags = Array::of1(&locale.format_tag().into());
        let date = |pairs: &[(&str, &str)]| DateTimeFormat::new(&tags, &options(pairs)).format();
        let number = |pairs: &[(&str, &str)]| NumberFormat::new(&tags, &options(pairs)).format();
        let day = [("day", "numeric"), ("month", "short"), ("year", "numeric")];
        let clock = [("hour", "2-digit"), ("minute", "2-digit")];
        Self {
            locale,
            // Calendar days are handed over as noon in UTC, so that no zone moves them.
            day: date(&[&day[..], &[("timeZone", "UTC")]].concat()),
            moment: date(&[&day[..], &clock[..]].concat()),
            moment_long: date(&[("dateStyle", "full"), ("timeStyle", "long")]),
            time: date(&[&clock[..], &[("second", "2-digit")]].concat()),
            minute: date(&clock),
            day_minute: date(&[&day[..2], &clock[..]].concat()),
            whole: number(&[("maximumFractionDigits", "0")]),
            one_digit: number(&[("minimumFractionDigits", "1"), ("maximumFractionDigits", "1")]),
            percent: number(&[("style", "percent"), ("maximumFractionDigits", "0")]),
            month: date(&[("month", "long"), ("year", "numeric"), ("timeZone", "UTC")]),
            weekday: date(&[("weekday", "short"), ("timeZone", "UTC")]),
            weekday_long: date(&[("weekday", "long"), ("timeZone", "UTC")]),
            relative: RelativeTimeFormat::new(&tags, &options(&[("numeric", "auto")])),
            tags,
        }
    }

    fn call(format: &Function, value: &JsValue) -> String {
        format.call1(&JsValue::NULL, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }
}

/// A moment as JavaScript has it.
#[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 fit into 52 bits")]
fn moment_value(at: DateTime<Utc>) -> JsValue {
    Date::new(&JsValue::from_f64(at.timestamp_millis() as f64)).into()
}

/// A calendar day as JavaScript has it: its noon in UTC.
fn day_value(day: NaiveDate) -> JsValue {
    let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
    moment_value(noon.and_utc())
}

impl Strings {
    fn formats(&self) -> Rc<Formats> {
        Formats::of(self.locale)
    }

    /// A calendar day: "20 Dec 2026".
    pub(crate) fn day(&self, day: NaiveDate) -> String {
        Formats::call(&self.formats().day, &day_value(day))
    }

    /// The month of a day: "December 2026".
    pub(crate) fn month(&self, day: NaiveDate) -> String {
        Formats::call(&self.formats().month, &day_value(day))
    }

    /// The weekday of a day: "Mon", or "Monday".
    pub(crate) fn weekday(&self, day: NaiveDate, is_long: bool) -> String {
        let formats = self.formats();
        Formats::call(if is_long { &formats.weekday_long } else { &formats.weekday }, &day_value(day))
    }

    /// A moment in the viewer's zone: "20 Dec 2026, 14:32".
    pub(crate) fn moment(&self, at: DateTime<Utc>) -> String {
        Formats::call(&self.formats().moment, &moment_value(at))
    }

    /// A moment with everything, the zone too: for what shows on hover.
    pub(crate) fn moment_long(&self, at: DateTime<Utc>) -> String {
        Formats::call(&self.formats().moment_long, &moment_value(at))
    }

    /// The time of a moment in the viewer's zone, to the second: "14:32:06".
    pub(crate) fn time(&self, at: DateTime<Utc>) -> String {
        Formats::call(&self.formats().time, &moment_value(at))
    }

    /// When something was, short: "14:32" within a day, else "20 Dec, 14:32".
    pub(crate) fn when(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let formats = self.formats();
        let is_near = (now - at).num_hours().abs() < 20;
        Formats::call(if is_near { &formats.minute } else { &formats.day_minute }, &moment_value(at))
    }

    /// How long ago, or how long until: "3 hours ago", "yesterday".
    pub(crate) fn ago(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let seconds = (at - now).num_seconds();
        let (size, unit) = match seconds.abs() {
            ..60 => (1, "second"),
            60..3_600 => (60, "minute"),
            3_600..86_400 => (3_600, "hour"),
            86_400..2_592_000 => (86_400, "day"),
            2_592_000..31_536_000 => (2_592_000, "month"),
            _ => (31_536_000, "year"),
        };
        // Seconds that tick disturb; within ten of them it is now.
        let count = if unit == "second" { seconds / 10 * 10 } else { seconds / size };
        #[expect(clippy::cast_precision_loss, reason = "a count of units is small")]
        String::from(self.formats().relative.format(count as f64, unit))
    }

    /// A duration in its largest one or two units: "2 hr 5 min", "40 sec".
    pub(crate) fn duration(&self, seconds: u64) -> String {
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
        let parts = match (days, hours, minutes) {
            (0, 0, 0) => vec![(seconds, "second")],
            (0, 0, minutes) => vec![(minutes, "minute")],
            (0, hours, minutes) => vec![(hours, "hour"), (minutes, "minute")],
            (days, hours, _) => vec![(days, "day"), (hours, "hour")],
        };
        let tags = &self.formats().tags;
        let words = parts.into_iter().enumerate().filter(|(place, (count, _))| *place == 0 || *count > 0);
        let written = words.map(|(_, (count, unit))| {
            let format =
                NumberFormat::new(tags, &options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "short")]));
            #[expect(clippy::cast_precision_loss, reason = "a count of units is small")]
            Formats::call(&format.format(), &JsValue::from_f64(count as f64))
        });
        written.collect::<Vec<_>>().join(" ")
    }

    /// A count, grouped: "1,234".
    #[expect(clippy::cast_precision_loss, reason = "counts on the screen stay below 2^52")]
    pub(crate) fn count(&self, count: u64) -> String {
        Formats::call(&self.formats().whole, &JsValue::from_f64(count as f64))
    }

    /// A share from 0 to 1: "62%".
    pub(crate) fn percent(&self, share: f64) -> String {
        Formats::call(&self.formats().percent, &JsValue::from_f64(share))
    }

    /// A size in binary units with three figures: "7.0 GiB", "412 MiB".
    pub(crate) fn bytes(&self, bytes: u64) -> String {
        let (value, unit) = scale(bytes);
        let formats = self.formats();
        let format = if unit == UNITS[0] || value >= 99.95 { &formats.whole } else { &formats.one_digit };
        format!("{}\u{a0}{unit}", Formats::call(format, &JsValue::from_f64(value)))
    }

    /// A rate: "214 MiB/s".
    pub(crate) fn rate(&self, bytes_per_s: u64) -> String {
        format!("{}/s", self.bytes(bytes_per_s))
    }

    /// The weekday that a week begins with, counted from Monday as 0.
    pub(crate) fn first_weekday(&self) -> u32 {
        let first = || {
            let intl = property(&js_sys::global(), "Intl")?;
            let class: Function = property(&intl, "Locale")?.into();
            let locale = Reflect::construct(&class, &Array::of1(&self.locale.format_tag().into())).ok()?;
            let info = match property(&locale, "getWeekInfo") {
                Some(get) => Function::from(get).call0(&locale).ok()?,
                None => property(&locale, "weekInfo")?,
            };
            property(&info, "firstDay")?.as_f64()
        };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Intl counts 1 to 7")]
        first().map_or(0, |day| (day as u32 + 6) % 7)
    }
}

/// The day that it is in an IANA zone, which is what "until the end of that day" starts from.
pub(crate) fn day_in_zone(at: DateTime<Utc>, zone: &str) -> NaiveDate {
    let pairs = [("year", "numeric"), ("month", "2-digit"), ("day", "2-digit"), ("timeZone", zone)];
    // Swedish writes days as ISO 8601 does.
    let text = Date::from(moment_value(at)).to_locale_date_string("sv-SE", &options(&pairs));
    String::from(text).parse().unwrap_or_else(|_| at.date_naive())
}

/// The first day of the week that a day lies in.
pub(crate) fn week_of(day: NaiveDate, first_weekday: u32) -> NaiveDate {
    let back = (day.weekday().num_days_from_monday() + 7 - first_weekday) % 7;
    day - chrono::Days::new(back.into())
}

/// A number of bytes in the largest unit that leaves at least 1.
#[expect(clippy::cast_precision_loss, reason = "three figures are shown")]
fn scale(bytes: u64) -> (f64, &'static str) {
    let mut value = bytes as f64;
    let mut unit = 0;
    // 1023.95 KiB would be written as 1024 KiB.
    while value >= 1023.5 && unit + 1 < UNITS.len() {
        value /= 1024.0;
        unit += 1;
    }
    (value, UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_choose_the_unit_that_reads_best() {
        assert_eq!(scale(0), (0.0, "B"));
        assert_eq!(scale(1023), (1023.0, "B"));
        assert_eq!(scale(1024), (1.0, "KiB"));
        assert_eq!(scale(7 << 30), (7.0, "GiB"));
        assert_eq!(scale((1 << 30) - 1).1, "GiB");
        assert_eq!(scale(u64::MAX), (16.0, "EiB"));
    }

    #[test]
    fn should_begin_weeks_where_people_do() {
        let friday = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        assert_eq!(week_of(friday, 0).to_string(), "2026-11-16");
        assert_eq!(week_of(friday, 6).to_string(), "2026-11-15");
        assert_eq!(week_of(friday, 4), friday);
    }
}

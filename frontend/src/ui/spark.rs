//! A small line of a level over the last days, the line of what is too much above it, and dotted how it goes on.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

const WIDTH: f64 = 132.0;
const HEIGHT: f64 = 52.0;
/// The days that are drawn: what was, and what will be.
const BEFORE: f64 = 29.0;
const AFTER: f64 = 17.0;

/// What is drawn.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Level {
    /// Days before the last one and levels, oldest first.
    pub(crate) past: Vec<(i64, u64)>,
    /// What is too much.
    pub(crate) limit: u64,
    /// By how much it grows in a day.
    pub(crate) growth: u64,
}

/// A small line of a level.
#[component]
pub(crate) fn Spark(
    /// What the line says, as a sentence.
    #[prop(into)]
    label: TextProp,
    /// What is drawn.
    #[prop(into)]
    level: Signal<Level>,
) -> impl IntoView {
    let dot = move || level.with(|level| level.past.last().map(|last| place(level, *last)));
    view! {
        <svg class="spark" role="img" aria-label=move || label.get().into_owned() viewBox="0 0 132 52">
            <path class="area" d=move || level.with(area)></path>
            <path class="limit" d="M0 1H132M0 51H132"></path>
            <path class="past" d=move || level.with(past)></path>
            <path class="coming" d=move || level.with(coming)></path>
            {move || dot().map(|(x, y)| view! { <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r="2.5"></circle> })}
        </svg>
    }
}

/// Where a level of a day stands in the drawing.
#[expect(clippy::cast_precision_loss, reason = "a line has no use for more than 52 bits")]
fn place(level: &Level, (days_before, amount): (i64, u64)) -> (f64, f64) {
    let x = (BEFORE - days_before as f64) / (BEFORE + AFTER) * WIDTH;
    let share = (amount as f64 / level.limit.max(1) as f64).clamp(0.0, 1.0);
    (x, HEIGHT - 1.0 - share * (HEIGHT - 2.0))
}

fn line(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path += &format!("{x:.1} {y:.1}");
    }
    path
}

fn past(level: &Level) -> String {
    line(level.past.iter().map(|point| place(level, *point)))
}

fn area(level: &Level) -> String {
    let ends =
        level.past.first().zip(level.past.last()).map(|(first, last)| (place(level, *first), place(level, *last)));
    ends.map_or_else(String::new, |(first, last)| {
        format!("{}L{:.1} {HEIGHT}L{:.1} {HEIGHT}z", past(level), last.0, first.0)
    })
}

/// From the last level on, until the limit or the end of the drawing.
#[expect(clippy::cast_precision_loss, reason = "a line has no use for more than 52 bits")]
fn coming(level: &Level) -> String {
    let Some(last) = level.past.last().filter(|_| level.growth > 0) else { return String::new() };
    let left = level.limit.saturating_sub(last.1) as f64 / level.growth as f64;
    let days = left.min(AFTER);
    let (from, top) = (place(level, *last), level.limit.max(1) as f64);
    let share = ((last.1 as f64 + days * level.growth as f64) / top).clamp(0.0, 1.0);
    let to = (from.0 + days / (BEFORE + AFTER) * WIDTH, HEIGHT - 1.0 - share * (HEIGHT - 2.0));
    line([from, to].into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_draw_from_the_bottom_to_the_limit() {
        let level = Level { past: vec![(29, 0), (0, 50)], limit: 100, growth: 50 };
        assert_eq!(past(&level), "M0.0 51.0L83.2 26.0");
        assert_eq!(coming(&level), "M83.2 26.0L86.1 1.0");
        assert!(area(&level).ends_with("L83.2 52L0.0 52z"));
    }

    #[test]
    fn should_draw_nothing_of_nothing() {
        let level = Level::default();
        assert_eq!((past(&level), area(&level), coming(&level)), (String::new(), String::new(), String::new()));
    }
}

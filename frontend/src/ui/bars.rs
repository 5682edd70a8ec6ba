//! A bar for each day, the last one darker: an amount that is compared at a glance and told in a sentence.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// What the drawing measures, in its own units; it is stretched to its place.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 56.0;

/// A bar for each day.
#[component]
pub(crate) fn Bars(
    /// What the bars say, as a sentence.
    #[prop(into)]
    label: TextProp,
    /// The amounts, oldest first.
    #[prop(into)]
    amounts: Signal<Vec<u64>>,
) -> impl IntoView {
    view! {
        <svg class="bars" role="img" aria-label=move || label.get().into_owned() viewBox="0 0 300 56" preserveAspectRatio="none">
            <path d=move || amounts.with(|amounts| bars(amounts, false))></path>
            <path class="now" d=move || amounts.with(|amounts| bars(amounts, true))></path>
        </svg>
    }
}

/// The outline of the bars: of the last one, or of the others.
#[expect(clippy::cast_precision_loss, reason = "a bar has no use for more than 52 bits")]
fn bars(amounts: &[u64], only_last: bool) -> String {
    let most = amounts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let pitch = WIDTH / amounts.len().max(1) as f64;
    let last = amounts.len().saturating_sub(1);
    let bar = |(place, amount): (usize, &u64)| {
        let (left, height) = ((place as f64 + 0.17) * pitch, *amount as f64 / most * HEIGHT);
        // What is little is still there.
        let height = if *amount > 0 { height.max(1.0) } else { 0.0 };
        format!("M{left:.1} {HEIGHT}v-{height:.1}h{:.1}v{height:.1}z", pitch * 0.66)
    };
    let shown = amounts.iter().enumerate().filter(|(place, _)| (*place == last) == only_last);
    shown.map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_draw_the_last_day_by_itself() {
        assert_eq!(bars(&[0, 4, 2], false).matches('M').count(), 2);
        assert_eq!(bars(&[0, 4, 2], true), "M217.0 56v-28.0h66.0v28.0z");
        assert_eq!(bars(&[], true), "");
        assert!(bars(&[0, 1], false).contains("v-0.0"));
    }
}

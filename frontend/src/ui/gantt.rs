//! Spans of time as bars on one axis, each a link: those of one time lie in lanes below one another.

use leptos::ev::KeyboardEvent;
use leptos::html::Ol;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::ui::status::Shape;
use crate::ui::walk::walk;

/// More lanes than this tell nobody anything: what does not fit lies over others in the lane that is free first.
const LANES_MAX: usize = 8;

/// What is shorter than this share of the axis is drawn as long, to be seen.
const SHORTEST: f64 = 0.008;

/// A span of time.
#[derive(Clone, PartialEq)]
pub(crate) struct Span {
    /// Where it begins, as a share of the axis.
    pub(crate) begins: f64,
    /// Where it ends, as a share of the axis.
    pub(crate) ends: f64,
    /// How it is.
    pub(crate) shape: Shape,
    /// All that there is to say of it; shows on hover.
    pub(crate) label: String,
    /// Where it leads.
    pub(crate) href: String,
}

/// Spans of time as bars on one axis.
#[component]
pub(crate) fn Gantt(
    /// What they are, for screen readers.
    #[prop(into)]
    label: TextProp,
    /// The spans, by their beginnings.
    #[prop(into)]
    spans: Signal<Vec<Span>>,
    /// What stands below the axis, in equal distances.
    #[prop(into)]
    axis: Signal<Vec<String>>,
) -> impl IntoView {
    let list = NodeRef::<Ol>::new();
    // The bar that Tab comes to; the last one until someone walks.
    let entrance = RwSignal::new(None::<usize>);
    let keys = move |event: KeyboardEvent| {
        if let Some(to) = list.get_untracked().and_then(|list| walk(&event, &list)) {
            entrance.set(Some(to));
        }
    };
    let count = move || spans.with(Vec::len);
    let bar = move |(place, (span, lane)): (usize, (Span, usize))| {
        let is_entrance = move || entrance.get().filter(|place| *place < count()).unwrap_or(count() - 1) == place;
        let percent = |share: f64| format!("{:.2}%", share * 100.0);
        view! {
            <li
                style:inset-inline-start=percent(span.begins)
                style:inline-size=percent(span.ends - span.begins)
                style:inset-block-start=format!("{}px", lane * 14)
            >
                <a
                    href=span.href
                    aria-label=span.label.clone()
                    title=span.label
                    data-state=span.shape.word()
                    tabindex=move || if is_entrance() { "0" } else { "-1" }
                ></a>
            </li>
        }
    };
    let bars = move || {
        let spans = spans.get();
        let lanes = lanes(&spans);
        spans.into_iter().zip(lanes).enumerate().map(bar).collect_view()
    };
    let height = move || {
        let lanes = spans.with(|spans| lanes(spans).into_iter().max().map_or(0, |last| last + 1));
        format!("{}px", lanes * 14)
    };
    view! {
        <div class="gantt">
            <ol aria-label=move || label.get().into_owned() node_ref=list on:keydown=keys style:block-size=height>{bars}</ol>
            <div class="axis" aria-hidden="true">
                {move || axis.get().into_iter().map(|tick| view! { <span>{tick}</span> }).collect_view()}
            </div>
        </div>
    }
}

/// The lane of each span, the upper first: the first that is free when it begins.
fn lanes(spans: &[Span]) -> Vec<usize> {
    let mut free_from: Vec<f64> = Vec::new();
    let mut lanes = Vec::new();
    for span in spans {
        let free = free_from.iter().position(|end| *end <= span.begins);
        let lane = free.unwrap_or_else(|| match free_from.len() {
            LANES_MAX => (0..LANES_MAX).min_by(|a, b| free_from[*a].total_cmp(&free_from[*b])).unwrap_or(0),
            next => {
                free_from.push(0.0);
                next
            }
        });
        free_from[lane] = free_from[lane].max(span.ends.max(span.begins + SHORTEST));
        lanes.push(lane);
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(begins: f64, ends: f64) -> Span {
        Span { begins, ends, shape: Shape::Ok, label: String::new(), href: String::new() }
    }

    #[test]
    fn should_lay_what_overlaps_into_lanes() {
        let spans = [span(0.0, 0.2), span(0.1, 0.3), span(0.15, 0.16), span(0.25, 0.4), span(0.31, 0.5)];
        assert_eq!(lanes(&spans), [0, 1, 2, 0, 1]);
        // Drawn longer than it was, so as to be seen.
        assert_eq!(lanes(&[span(0.1, 0.1), span(0.101, 0.101)]), [0, 1]);
    }

    #[test]
    fn should_never_have_more_lanes_than_tell_something() {
        let many: Vec<Span> = (0..50).map(|place| span(f64::from(place) / 1000.0, 0.9)).collect();
        assert_eq!(lanes(&many).into_iter().max(), Some(LANES_MAX - 1));
    }
}

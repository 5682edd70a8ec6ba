//! Several clients at once that ask the same question again and again.

use std::time::{Duration, Instant};

use anyhow::ensure;
use tests::Client;

/// How hard is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Clients at once.
    pub(crate) clients: usize,
    /// Answers that are measured of each question, unless they take too long.
    pub(crate) answers: usize,
}

/// A question that is answered slowly is asked for no longer than this.
const AT_MOST: Duration = Duration::from_secs(8);

/// What is asked besides: an answer of no bytes that looks at nothing. No question of these clients is answered sooner.
const NOTHING: &str = "/healthz";

/// Answers to nothing that are measured after each question.
const ANSWERS_TO_NOTHING: usize = 80;

/// Answers of one question.
#[derive(Clone, Debug)]
pub(crate) struct Times {
    sorted: Vec<f64>,
    /// What the first answer weighed.
    pub(crate) bytes: usize,
    /// How many answers said that the server could not, or did not come.
    pub(crate) missed: usize,
    /// What half of the answers to nothing did not exceed right after, in milliseconds: how busy the machine was.
    pub(crate) nothing: f64,
}

impl Times {
    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.sorted.len()
    }

    /// The time in milliseconds that this share of the answers did not exceed.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        clippy::cast_possible_truncation,
        reason = "some hundreds"
    )]
    pub(crate) fn within(&self, share: f64) -> f64 {
        let place = (self.sorted.len() as f64 * share).ceil() as usize;
        self.sorted[place.clamp(1, self.sorted.len()) - 1]
    }
}

/// Asks, and measures from the request to the last byte of the answer. What the server gives up is measured too, and counted.
pub(crate) async fn ask(client: &Client, route: &str, load: Load) -> anyhow::Result<Times> {
    let mut times = repeat(client, &format!("/api/v1{route}"), load).await?;
    times.nothing = repeat(client, NOTHING, Load { answers: ANSWERS_TO_NOTHING, ..load }).await?.within(0.5);
    Ok(times)
}

async fn repeat(client: &Client, path: &str, load: Load) -> anyhow::Result<Times> {
    // The first answer finds nothing in memory; people meet it once a day.
    let bytes = answer(client, path).await?.unwrap_or(0);
    let end = Instant::now() + AT_MOST;
    let tasks: Vec<_> = (0..load.clients)
        .map(|_| {
            let (client, path) = (client.clone(), path.to_owned());
            tokio::spawn(async move {
                let (mut times, mut missed) = (Vec::new(), 0);
                while times.len() < load.answers.div_ceil(load.clients) && (times.is_empty() || Instant::now() < end) {
                    let start = Instant::now();
                    missed += usize::from(answer(&client, &path).await?.is_none());
                    times.push(start.elapsed().as_secs_f64() * 1000.0);
                }
                anyhow::Ok((times, missed))
            })
        })
        .collect();
    let (mut sorted, mut missed) = (Vec::new(), 0);
    for task in tasks {
        let (times, more) = task.await??;
        sorted.extend(times);
        missed += more;
    }
    sorted.sort_by(f64::total_cmp);
    Ok(Times { sorted, bytes, missed, nothing: 0.0 })
}

/// How many bytes the answer has; nothing when the server gave up. Any other answer ends the measurement.
async fn answer(client: &Client, path: &str) -> anyhow::Result<Option<usize>> {
    let Ok(response) = client.at("GET", path).send().await else { return Ok(None) };
    let status = response.status().as_u16();
    let Ok(body) = response.bytes().await else { return Ok(None) };
    ensure!(matches!(status, 200 | 204 | 503), "{path}: {status} {}", String::from_utf8_lossy(&body));
    Ok((status != 503).then_some(body.len()))
}

//! The event stream: what a page hears, and the way to await the end of a job.

use futures::StreamExt as _;
use futures::stream::BoxStream;
use shared::event::{Event, Topic};
use shared::id::JobId;
use shared::job::{Job, JobProgress, JobState, LogLine};

use crate::Client;

/// An open event stream.
pub struct Live {
    bytes: BoxStream<'static, Option<Vec<u8>>>,
    buffer: Vec<u8>,
}

impl std::fmt::Debug for Live {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Live")
    }
}

impl Live {
    /// The next event; nothing when the stream has ended.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|pair| pair == b"\n\n") {
                let message = self.buffer.drain(..end + 2).collect::<Vec<_>>();
                let message = String::from_utf8(message).expect("the stream is text");
                // A message without data is a comment that keeps the connection open.
                let Some(data) = message.lines().find_map(|line| line.strip_prefix("data:")) else { continue };
                return Some(serde_json::from_str(data.trim()).expect("an event of the API"));
            }
            match self.bytes.next().await.flatten() {
                Some(bytes) => self.buffer.extend(bytes),
                None => return None,
            }
        }
    }

    /// The next event that is of interest; the stream must not end before it.
    pub async fn until<T>(&mut self, mut found: impl FnMut(Event) -> Option<T>) -> T {
        loop {
            let event = self.next().await.expect("the stream goes on");
            if let Some(found) = found(event) {
                return found;
            }
        }
    }

    /// The next progress of this job that is as wanted.
    pub async fn progress(&mut self, job: JobId, wanted: impl Fn(&JobProgress) -> bool) -> JobProgress {
        self.until(|event| match event {
            Event::Progress { job: of, progress } if of == job && wanted(&progress) => Some(progress),
            _ => None,
        })
        .await
    }
}

impl Client {
    /// Opens the event stream and hears its greeting.
    pub async fn live(&self) -> Live {
        let response = self.request("GET", "/events").send().await.expect("the server answers");
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        // An error in the middle of the stream is its end: the server is gone.
        let bytes = response.bytes_stream().map(|part| part.ok().map(|bytes| bytes.to_vec())).boxed();
        let mut live = Live { bytes, buffer: Vec::new() };
        assert!(matches!(live.next().await, Some(Event::Hello { .. })));
        live
    }

    /// The job as it is now.
    pub async fn job(&self, id: JobId) -> Job {
        self.show(&format!("/jobs/{id}")).await
    }

    /// Awaits a state of the job.
    pub async fn job_until(&self, id: JobId, wanted: impl Fn(&Job) -> bool) -> Job {
        let mut live = self.live().await;
        loop {
            let job = self.job(id).await;
            if wanted(&job) {
                return job;
            }
            live.until(|event| match event {
                Event::Changed { topic: Topic::Jobs, id: Some(changed) } => (changed == id.uuid()).then_some(()),
                Event::Progress { job, .. } => (job == id).then_some(()),
                Event::Gap => Some(()),
                _ => None,
            })
            .await;
        }
    }

    /// Awaits the job's end.
    pub async fn ended(&self, id: JobId) -> Job {
        self.job_until(id, |job| !job.state.is_active()).await
    }

    /// Awaits the job's end, which must be a good one.
    pub async fn completed(&self, id: JobId) -> Job {
        let job = self.ended(id).await;
        assert!(matches!(job.state, JobState::Completed { .. }), "{:?}\n{:#?}", job.state, self.log(id).await);
        job
    }

    /// The lines of the job's log.
    pub async fn log(&self, id: JobId) -> Vec<String> {
        let lines: Vec<LogLine> = self.list(&format!("/jobs/{id}/log?limit=500")).await;
        lines.into_iter().map(|line| line.text).collect()
    }
}

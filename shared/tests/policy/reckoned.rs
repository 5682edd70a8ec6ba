//! Asks Python's dateutil what comes out of a case.

use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::process::{Command, Stdio};

use chrono::{DateTime, Utc};
use serde::Serialize;
use shared::policy::{Fate, Keeping, PointFacts, PolicyZone, Retention, Schedule};

use crate::clock;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/policy/oracle.py");

/// A policy, a span in which its runs are counted, points, and the moments at which each of those that are there is judged.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Case {
    pub(crate) schedule: Schedule,
    pub(crate) retention: Retention,
    pub(crate) zone: PolicyZone,
    pub(crate) after: i64,
    pub(crate) until: i64,
    points: Vec<(i64, bool, Option<i64>, bool, bool)>,
    nows: Vec<i64>,
    #[serde(skip)]
    facts: Vec<PointFacts>,
}

/// What comes out of it.
#[derive(Debug, Serialize)]
struct Reckoned {
    runs: Vec<i64>,
    kept: Vec<String>,
}

/// A case as Python is told of it.
#[derive(Serialize)]
struct Question<'a> {
    #[serde(flatten)]
    case: &'a Case,
    reckoned: &'a Reckoned,
}

impl Case {
    /// A case without points.
    pub(crate) fn of_runs(schedule: Schedule, zone: PolicyZone, after: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self {
            schedule,
            retention: Retention::default(),
            zone,
            after: after.timestamp(),
            until: until.timestamp(),
            points: Vec::new(),
            nows: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// The same case with points.
    pub(crate) fn with_points(mut self, retention: Retention, facts: Vec<PointFacts>, nows: &[DateTime<Utc>]) -> Self {
        let seconds = |at: DateTime<Utc>| at.timestamp();
        let row = |point: &PointFacts| {
            let until = point.chosen_until.map(seconds);
            (seconds(point.taken_at), point.is_scheduled, until, point.is_held, point.is_good)
        };
        self.retention = retention;
        self.points = facts.iter().map(row).collect();
        self.nows = nows.iter().copied().map(seconds).collect();
        self.facts = facts;
        self
    }

    /// What comes out of it here.
    fn reckoned(&self) -> Reckoned {
        let clock = clock::of(&self.zone);
        let instant = |seconds: i64| DateTime::from_timestamp(seconds, 0).expect("an instant");
        let runs = self.schedule.due_between(instant(self.after), instant(self.until), clock.as_ref());
        let kept = self.nows.iter().flat_map(|now| {
            let there: Vec<_> = self.facts.iter().copied().filter(|point| point.taken_at <= instant(*now)).collect();
            self.retention.keep(&there, instant(*now), clock.as_ref())
        });
        Reckoned { kept: kept.map(line).collect(), runs: runs.iter().map(DateTime::timestamp).collect() }
    }
}

/// What is said of a point: its fate, when it ends, and until when each range keeps it.
fn line(keeping: Keeping) -> String {
    let fate = match keeping.fate {
        Fate::Until { .. } => "Until",
        Fate::NoEnd => "NoEnd",
        Fate::Held => "Held",
        Fate::LastGood => "LastGood",
        Fate::Expired { .. } => "Expired",
    };
    let claims = keeping.claims;
    let times = [keeping.fate.ends_at(), claims.daily, claims.weekly, claims.monthly, claims.yearly];
    let time = |at: Option<DateTime<Utc>>| at.map_or("None".to_owned(), |at| at.timestamp().to_string());
    std::iter::once(fate.to_owned()).chain(times.into_iter().map(time)).collect::<Vec<_>>().join(",")
}

/// Both come to the same in every case; else shows the first difference. Says how many runs and judgements there were.
///
/// A machine without dateutil fails: what cannot judge must not pass.
pub(crate) fn agree_on(cases: &[Case]) -> (usize, usize) {
    let python =
        std::env::var_os("COFRE_DATEUTIL").expect("COFRE_DATEUTIL is not set: `cargo xtask setup` installs it");
    let mut command = Command::new(&python);
    // Nothing but the package's own zones, whichever this machine has.
    command.arg(SCRIPT).env("PYTHONTZPATH", "").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("Python starts");
    let mut questions = BufWriter::new(child.stdin.take().expect("a pipe"));
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut answer = || answers.next().expect("Python says above what went wrong").expect("a line");
    let same = "the pinned tzdata and chrono-tz are of one release: see xtask/src/setup/dateutil.rs";
    assert_eq!(answer(), format!("{:?}", chrono_tz::IANA_TZDB_VERSION), "{same}");
    let mut all = (0, 0);
    // While Python judges one case, the next one is reckoned here.
    let mut asked: Option<&Case> = None;
    let mut settle = |case: Option<&Case>| {
        if let Some(case) = case {
            let policy = serde_json::to_string(&(&case.schedule, &case.retention, &case.zone)).expect("JSON");
            assert_eq!(answer(), "null", "{policy}");
        }
    };
    for case in cases {
        let reckoned = case.reckoned();
        all = (all.0 + reckoned.runs.len(), all.1 + reckoned.kept.len());
        let question = serde_json::to_string(&Question { case, reckoned: &reckoned }).expect("JSON");
        settle(asked.replace(case));
        writeln!(questions, "{question}").and_then(|()| questions.flush()).expect("Python reads");
    }
    settle(asked);
    drop(questions);
    assert!(child.wait().expect("Python ends").success(), "Python says above what went wrong");
    all
}

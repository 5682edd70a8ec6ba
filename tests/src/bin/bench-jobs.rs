//! `cargo xtask bench jobs`: what the server takes of the machine while it runs one, four and sixteen jobs at once.
//!
//! Sixteen machines with disks of their own are backed up into one vault and then restored, by the real program. Environment:
//! `COFRE_BIN` (set by `cargo xtask`), `COFRE_BENCH_MIB` (a disk, 256), `TMPDIR` (where everything lies; needs sixteen disks three times).

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow};
use shared::job::Job;
use shared::machine::DiskFormat;
use tests::{Client, Figures, Place, Process, all_disks, content};

const MACHINES: usize = 16;
const AT_ONCE: [usize; 3] = [1, 4, 16];
/// How often the process is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// How long all jobs of one kind took, and the most that the process had meanwhile.
struct Peak {
    seconds: f64,
    figures: Figures,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mib = std::env::var("COFRE_BENCH_MIB").ok().and_then(|text| text.parse().ok()).unwrap_or(256);
    let program = std::env::var_os("COFRE_BIN").context("COFRE_BIN is not set: run `cargo xtask bench jobs`")?;
    let mut rows = Vec::new();
    for at_once in AT_ONCE {
        eprintln!("{MACHINES} machines of {mib} MiB, {at_once} jobs at once");
        rows.push((at_once, run(Path::new(&program), mib, at_once).await?));
    }
    let mut out = io::stdout().lock();
    writeln!(out, "| {MACHINES} machines of {mib} MiB, jobs at once | all of them | memory | threads | open files |")?;
    writeln!(out, "| --- | --- | --- | --- | --- |")?;
    for (at_once, peaks) in rows {
        for (what, Peak { seconds, figures }) in ["backed up", "restored"].into_iter().zip(peaks) {
            let Figures { memory_kib, threads, files } = figures;
            writeln!(out, "| {at_once}, {what} | {seconds:.1} s | {} MiB | {threads} | {files} |", memory_kib / 1024)?;
        }
    }
    Ok(())
}

async fn run(program: &Path, mib: usize, at_once: usize) -> anyhow::Result<[Peak; 2]> {
    let place = Place::new();
    for number in 0..MACHINES {
        content::write_large(&place.images().join(format!("m{number}.raw")), mib, number as u64 + 1)?;
    }
    let command = Process::command(program, &place, &format!("jobs_at_once = {at_once}"));
    let (process, owner) = Process::start_new(command).await;
    owner.add_host("rack", &place.images()).await;
    let vault = owner.add_vault("prod").await;
    let mut items = Vec::new();
    for number in 0..MACHINES {
        items.push(owner.protect(&format!("m{number}"), vault.id).await.id);
    }
    let watch = Watch::begin(process.id());
    let mut jobs = Vec::new();
    for item in &items {
        jobs.push(owner.back_up(*item).await);
    }
    let backed_up = watch.end(&owner, &jobs).await?;
    let watch = Watch::begin(process.id());
    let mut jobs = Vec::new();
    for (number, item) in items.iter().enumerate() {
        let point = owner.points(*item).await.remove(0).id;
        let order = all_disks(&place.restores(), &format!("back{number}"), DiskFormat::Raw);
        jobs.push(owner.ask_restore(point, &order).await.body(202));
    }
    let restored = watch.end(&owner, &jobs).await?;
    tokio::task::spawn_blocking(move || process.terminate()).await?;
    Ok([backed_up, restored])
}

/// Looks at a process until it is told to stop.
struct Watch {
    begun: Instant,
    stop: Arc<AtomicBool>,
    thread: thread::JoinHandle<anyhow::Result<Figures>>,
}

impl Watch {
    fn begin(process: u32) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let mut most = Figures::of(process)?;
            while !stopped.load(Ordering::Relaxed) {
                thread::sleep(LOOK);
                most = most.or_more(Figures::of(process)?);
            }
            Ok(most)
        });
        Self { begun: Instant::now(), stop, thread }
    }

    /// When all the jobs are completed.
    async fn end(self, owner: &Client, jobs: &[Job]) -> anyhow::Result<Peak> {
        for job in jobs {
            owner.completed(job.id).await;
        }
        let seconds = self.begun.elapsed().as_secs_f64();
        self.stop.store(true, Ordering::Relaxed);
        let figures = self.thread.join().map_err(|_| anyhow!("the watch failed"))??;
        Ok(Peak { seconds, figures })
    }
}

//! `cargo xtask bench index`: opening a vault of ten million chunks, and looking chunks up in it, beside `restic` reading the same index.
//!
//! The vault is only keys and index files, of made-up packs: nothing of it is ever read. Environment: `COFRE_RESTIC` (set by `cargo xtask`),
//! `COFRE_BENCH_MILLIONS` (chunks, 10), `COFRE_BENCH_FOLDER` (where everything lies).

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use engine::format::{BlobKind, Id, IndexBlob, IndexFile, IndexPack, KeyFile, Sealer, seal_document};
use engine::store::{FileKind, LocalDir, Store as _};
use engine::{Password, Repository, Settings};

const PASSWORD: &str = "benchmark";
const BLOBS_PER_PACK: u64 = 320;
const PACKS_PER_FILE: u64 = 125;
/// Chunks that are looked up.
const LOOKUPS: u64 = 200_000;
/// How often the memory of `restic` is looked at: it does not tell.
const LOOK: Duration = Duration::from_millis(20);

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [opening, vault, cache, blobs] = &arguments[..]
        && opening == "open"
    {
        return open(Path::new(vault), Path::new(cache), blobs.parse()?);
    }
    let millions: u64 = std::env::var("COFRE_BENCH_MILLIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let blobs = millions * 1_000_000 / (BLOBS_PER_PACK * PACKS_PER_FILE) * BLOBS_PER_PACK * PACKS_PER_FILE;
    let parent = std::env::var_os("COFRE_BENCH_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(parent)?;
    let (vault, cache) = (folder.path().join("vault"), folder.path().join("cache"));
    eprintln!("making the index of a vault of {blobs} chunks in {}", folder.path().display());
    make(&vault, blobs)?;
    let cold = run_ours(&vault, &cache, blobs)?;
    let warm = run_ours(&vault, &cache, blobs)?;
    let restic = run_restic(&vault, folder.path())?;
    let mut out = io::stdout().lock();
    writeln!(out, "| {blobs} chunks | seconds | peak memory |")?;
    writeln!(out, "| --- | --- | --- |")?;
    writeln!(out, "| cofre, the first time | {:.1} | {} MiB |", cold.seconds, cold.mib)?;
    writeln!(out, "| cofre, again | {:.2} | {} MiB |", warm.seconds, warm.mib)?;
    writeln!(out, "| restic, its index in its cache | {:.1} | {} MiB |", restic.seconds, restic.mib)?;
    let (known, unknown) = (warm.known_micros, warm.unknown_micros);
    writeln!(out, "| a chunk that is there, one that is not | {known:.1} µs | {unknown:.1} µs |")?;
    Ok(())
}

/// The same for the same number.
fn id(number: u64) -> Id {
    let mut bytes = [0; 32];
    let mut state = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for eight in bytes.as_chunks_mut::<8>().0 {
        for _ in 0..3 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }
        *eight = state.wrapping_mul(0x2545_F491_4F6C_DD1D).to_le_bytes();
    }
    Id::from_bytes(bytes)
}

fn make(vault: &Path, blobs: u64) -> anyhow::Result<()> {
    Repository::init(vault, &Password::new(PASSWORD))?;
    let store = LocalDir::new(vault);
    let (key, _) = store.list(FileKind::Key)?.pop().context("the vault has no key")?;
    let key: KeyFile = serde_json::from_slice(&store.get(FileKind::Key.file(key))?)?;
    let sealer = Sealer::new(&key.unwrap_with(PASSWORD)?)?;
    let mut blob = 0;
    while blob < blobs {
        let pack = |pack: u64| IndexPack {
            id: id(u64::MAX / 2 + blob + pack),
            blobs: (0..BLOBS_PER_PACK).map(|of_pack| entry(blob + pack * BLOBS_PER_PACK + of_pack, of_pack)).collect(),
        };
        let file = IndexFile { supersedes: Vec::new(), packs: (0..PACKS_PER_FILE).map(pack).collect() };
        let bytes = seal_document(&sealer, &file.encode()?)?;
        store.put(FileKind::Index.file(Id::of(&bytes)), &bytes)?;
        blob += BLOBS_PER_PACK * PACKS_PER_FILE;
    }
    Ok(())
}

fn entry(number: u64, of_pack: u64) -> IndexBlob {
    let length = 100_000;
    let offset = u32::try_from(of_pack).unwrap_or(0) * length;
    IndexBlob { id: id(number), kind: BlobKind::Data, offset, length, uncompressed_length: 256 << 10 }
}

/// In a process of its own, whose memory is the index's alone.
fn open(vault: &Path, cache: &Path, blobs: u64) -> anyhow::Result<()> {
    let settings = Settings { cache: Some(cache.to_owned()), ..Settings::default() };
    let repository = Repository::open_with(vault, &Password::new(PASSWORD), &settings)?;
    let begin = Instant::now();
    ensure!(repository.indexed_blobs()? == blobs, "the index has another number of chunks");
    let seconds = begin.elapsed().as_secs_f64();
    let looked_up = |first: u64, there: bool| -> anyhow::Result<f64> {
        let begin = Instant::now();
        for number in 0..LOOKUPS {
            // Far from each other, as chunks of a disk are.
            let number = first + number.wrapping_mul(7919) % blobs;
            ensure!(repository.holds_chunk(id(number))? == there, "chunk {number} is told wrongly");
        }
        #[expect(clippy::cast_precision_loss, reason = "figures for people")]
        Ok(begin.elapsed().as_secs_f64() * 1e6 / LOOKUPS as f64)
    };
    let (known, unknown) = (looked_up(0, true)?, looked_up(blobs, false)?);
    let mib = peak_mib("self").context("this system does not tell how much memory a process took")?;
    writeln!(io::stdout(), "{seconds} {mib} {known} {unknown}")?;
    Ok(())
}

struct Ours {
    seconds: f64,
    mib: u64,
    known_micros: f64,
    unknown_micros: f64,
}

fn run_ours(vault: &Path, cache: &Path, blobs: u64) -> anyhow::Result<Ours> {
    let mut command = Command::new(std::env::current_exe()?);
    let output = command.arg("open").args([vault, cache]).arg(blobs.to_string()).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "the vault could not be opened");
    let text = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = text.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let [seconds, mib, known_micros, unknown_micros] = figures[..] else { bail!("{text:?} is no answer") };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a whole number")]
    Ok(Ours { seconds, mib: mib as u64, known_micros, unknown_micros })
}

struct Theirs {
    seconds: f64,
    mib: u64,
}

/// Its second run: the first one fills its cache.
fn run_restic(vault: &Path, folder: &Path) -> anyhow::Result<Theirs> {
    let program = std::env::var_os("COFRE_RESTIC").map_or_else(|| PathBuf::from("restic"), PathBuf::from);
    let mut last = Theirs { seconds: 0.0, mib: 0 };
    for _ in 0..2 {
        let begin = Instant::now();
        let mut command = Command::new(&program);
        command.args(["--no-lock", "--cache-dir"]).arg(folder.join("restic-cache")).arg("-r").arg(vault);
        // It loads the whole index, and then finds no such blob.
        command.args(["find", "--blob", &"0".repeat(64)]).env("RESTIC_PASSWORD", PASSWORD);
        let started = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = started.with_context(|| format!("{} cannot be started", program.display()))?;
        last.mib = 0;
        while child.try_wait()?.is_none() {
            last.mib = last.mib.max(peak_mib(&child.id().to_string()).unwrap_or(0));
            thread::sleep(LOOK);
        }
        last.seconds = begin.elapsed().as_secs_f64();
    }
    fs::remove_dir_all(folder.join("restic-cache"))?;
    Ok(last)
}

/// The most memory that a process had at once.
fn peak_mib(process: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib / 1024)
}

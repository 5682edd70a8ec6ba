//! `cargo xtask bench engine`: a full backup, an unchanged one and a restore, ours and `restic` interleaved on the same image.
//!
//! Prints a table with the medians of the rounds. Every restore is compared with the image, byte for byte. Both verify what they compress, as
//! they do by default. Environment: `COFRE_BIN`, `COFRE_RESTIC` (set by `cargo xtask`), `COFRE_BENCH_MIB` (image, 1024), `COFRE_BENCH_ROUNDS` (3),
//! `COFRE_BENCH_FOLDER` (where everything lies; a memory file system measures the programs and not the disk).

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, ensure};

/// What is measured, in the order in which it is done.
const STEPS: [&str; 3] = ["full backup", "unchanged again", "restore"];

fn main() -> anyhow::Result<()> {
    let number =
        |name: &str, usual: usize| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (mib, rounds) = (number("COFRE_BENCH_MIB", 1024), number("COFRE_BENCH_ROUNDS", 3));
    let parent = std::env::var_os("COFRE_BENCH_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = tempfile::tempdir_in(parent)?;
    let image = folder.path().join("disk.raw");
    eprintln!("making an image of {mib} MiB in {}", folder.path().display());
    let allocated = make_image(&image, mib)?;
    let programs = [Program::cofre()?, Program::restic()?];
    let mut seconds = vec![vec![Vec::new(); STEPS.len()]; programs.len()];
    let mut stored = [0; 2];
    for round in 1..=rounds {
        for (index, program) in programs.iter().enumerate() {
            eprintln!("round {round} of {rounds}: {}", program.name);
            let within = folder.path().join(program.name);
            let (times, bytes) = program.round(&within, &image)?;
            for (step, time) in times.into_iter().enumerate() {
                seconds[index][step].push(time);
            }
            stored[index] = bytes;
            fs::remove_dir_all(&within)?;
        }
    }
    print(&programs, &mut seconds, (allocated, stored))
}

/// A machine-like image: a third of text, a third of half-empty database pages, a sixth of random bytes, and holes. The same each time.
fn make_image(path: &Path, mib: usize) -> io::Result<u64> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = move || {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    };
    let file = File::create(path)?;
    file.set_len((mib as u64) << 20)?;
    let mut writer = BufWriter::with_capacity(1 << 20, file);
    let mut allocated = 0;
    for piece in 0..mib {
        let mut bytes = Vec::with_capacity(1 << 20);
        match piece % 6 {
            0 | 3 => {
                while bytes.len() < 1 << 20 {
                    let (a, b) = (random(), random());
                    writeln!(
                        bytes,
                        "2026-10-{:02} {:05} service accepted request id={a:016x} in {} ms",
                        a % 30,
                        b % 86400,
                        b % 977
                    )?;
                }
            }
            1 | 4 => {
                while bytes.len() < 1 << 20 {
                    for _ in 0..512 {
                        bytes.extend(random().to_le_bytes());
                    }
                    bytes.resize(bytes.len() + 4096, 0);
                }
            }
            2 => bytes.extend((0..1 << 17).flat_map(|_| random().to_le_bytes())),
            _ => {
                io::Seek::seek(&mut writer, io::SeekFrom::Current(1 << 20))?;
                continue;
            }
        }
        bytes.truncate(1 << 20);
        allocated += bytes.len() as u64;
        writer.write_all(&bytes)?;
    }
    writer.flush()?;
    Ok(allocated)
}

/// A program that is measured.
struct Program {
    name: &'static str,
    path: PathBuf,
    version: String,
}

impl Program {
    fn cofre() -> anyhow::Result<Self> {
        let path = std::env::var_os("COFRE_BIN")
            .map(PathBuf::from)
            .context("COFRE_BIN is not set: run `cargo xtask bench engine`")?;
        Self::of("cofre", path, "--version")
    }

    fn restic() -> anyhow::Result<Self> {
        let path = std::env::var_os("COFRE_RESTIC").map_or_else(|| PathBuf::from("restic"), PathBuf::from);
        Self::of("restic", path, "version")
    }

    fn of(name: &'static str, path: PathBuf, argument: &str) -> anyhow::Result<Self> {
        let output = Command::new(&path).arg(argument).output();
        let output =
            output.with_context(|| format!("{} cannot be started; run `cargo xtask setup`", path.display()))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let version = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        Ok(Self { name, path, version })
    }

    /// Seconds of each step, and what the repository takes after the first.
    fn round(&self, folder: &Path, image: &Path) -> anyhow::Result<(Vec<f64>, u64)> {
        fs::create_dir_all(folder)?;
        let (repository, password) = (folder.join("repository"), folder.join("password"));
        let restored = folder.join("restored");
        fs::write(&password, "benchmark")?;
        let (repository, password) = (repository.display().to_string(), password.display().to_string());
        let (image_text, restored_text) = (image.display().to_string(), restored.display().to_string());
        let disk = format!("disk={image_text}");
        let run = |arguments: &[&str]| self.run(arguments, &repository, &password);
        if self.name == "restic" {
            run(&["init"])?;
            let backup = ["backup", "--quiet", "--force", image_text.as_str()];
            let full = run(&backup)?.0;
            let stored = size(Path::new(&repository))?;
            let again = run(&backup)?.0;
            let restore = run(&["restore", "latest", "--quiet", "--sparse", "--target", &restored_text])?.0;
            let file = restored.join(image.strip_prefix("/").unwrap_or(image));
            compare(image, &file)?;
            return Ok((vec![full, again, restore], stored));
        }
        run(&["init"])?;
        let backup = ["backup", "--machine", "bench", disk.as_str()];
        let full = run(&backup)?.0;
        let stored = size(Path::new(&repository))?;
        let again = run(&backup)?.0;
        let points = run(&["points", "--json"])?.1;
        let last: serde_json::Value = serde_json::from_str(points.lines().last().context("there is no point")?)?;
        let id = last["id"].as_str().context("a point has no id")?;
        let restore = run(&["restore", "--point", id, "--disk", "disk", "--to", &restored_text])?.0;
        compare(image, &restored)?;
        Ok((vec![full, again, restore], stored))
    }

    fn run(&self, arguments: &[&str], repository: &str, password: &str) -> anyhow::Result<(f64, String)> {
        let mut command = Command::new(&self.path);
        if self.name == "cofre" {
            command.arg("vault");
        }
        command.args(arguments).args(["--repo", repository, "--password-file", password]);
        let start = Instant::now();
        let output = command.stdin(Stdio::null()).output()?;
        let seconds = start.elapsed().as_secs_f64();
        ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
        Ok((seconds, String::from_utf8_lossy(&output.stdout).into_owned()))
    }
}

/// Without the room that a vault of ours keeps for a full disk: it holds nothing.
fn size(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name() == "ballast" {
            continue;
        }
        bytes += if entry.file_type()?.is_dir() { size(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

fn compare(a: &Path, b: &Path) -> anyhow::Result<()> {
    let (mut a, mut b) = (File::open(a)?, File::open(b)?);
    ensure!(a.metadata()?.len() == b.metadata()?.len(), "the restored disk has another size");
    let (mut left, mut right) = (vec![0; 1 << 20], vec![0; 1 << 20]);
    loop {
        let length = a.read(&mut left)?;
        if length == 0 {
            return Ok(());
        }
        b.read_exact(&mut right[..length])?;
        ensure!(left[..length] == right[..length], "the restored disk differs");
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn print(
    programs: &[Program],
    seconds: &mut [Vec<Vec<f64>>],
    (allocated, stored): (u64, [u64; 2]),
) -> anyhow::Result<()> {
    let mib = allocated as f64 / f64::from(1 << 20);
    let mut out = io::stdout().lock();
    writeln!(out, "| {mib:.0} MiB of data | {} | {} | ratio |", programs[0].version, programs[1].version)?;
    writeln!(out, "| --- | --- | --- | --- |")?;
    for (step, name) in STEPS.iter().enumerate() {
        let (ours, theirs) = (median(&mut seconds[0][step]), median(&mut seconds[1][step]));
        let cell = |seconds: f64| format!("{seconds:.2} s, {:.0} MB/s", allocated as f64 / 1e6 / seconds);
        writeln!(out, "| {name} | {} | {} | {:.2}x |", cell(ours), cell(theirs), theirs / ours)?;
    }
    let [ours, theirs] = stored.map(|bytes| bytes as f64 / f64::from(1 << 20));
    writeln!(out, "| stored | {ours:.0} MiB | {theirs:.0} MiB | {:.2} |", ours / theirs)?;
    Ok(())
}

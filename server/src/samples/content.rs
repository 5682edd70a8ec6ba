//! The files on the sample disks: configuration, logs, tables, pages of a database, pictures that cannot be compressed. The same on every server.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::Path;

/// What a disk is full of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A small system with logs.
    System,
    /// The pages of a database.
    Database,
    /// Documents and pictures.
    Documents,
}

/// Numbers that look random and are the same each time (xorshift64*).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn word(&mut self) -> &'static str {
        const WORDS: [&str; 16] = [
            "request", "session", "invoice", "customer", "timeout", "accepted", "worker", "cache", "order", "payment",
            "archive", "replica", "index", "checksum", "volume", "snapshot",
        ];
        WORDS[usize::try_from(self.below(WORDS.len() as u64)).unwrap_or(0)]
    }
}

/// Writes the files of a machine of this name into the folder.
pub(super) fn write(folder: &Path, machine: &str, content: Content) -> io::Result<()> {
    let seed = machine.bytes().fold(0x9E37_79B9_7F4A_7C15, |seed: u64, byte| seed.rotate_left(7) ^ u64::from(byte));
    let mut numbers = Numbers(seed ^ content as u64);
    match content {
        Content::System => system(folder, machine, &mut numbers),
        Content::Database => database(folder, &mut numbers),
        Content::Documents => documents(folder, &mut numbers),
    }
}

fn create(folder: &Path, file: &str) -> io::Result<BufWriter<File>> {
    let path = folder.join(file);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(BufWriter::new(File::create(path)?))
}

fn system(folder: &Path, machine: &str, numbers: &mut Numbers) -> io::Result<()> {
    writeln!(create(folder, "etc/hostname")?, "{machine}")?;
    writeln!(create(folder, "etc/os-release")?, "NAME=\"Sample Linux\"\nID=sample\nVERSION_ID=1")?;
    writeln!(create(folder, "etc/fstab")?, "LABEL=root / ext4 defaults 0 1")?;
    for number in 0..12 {
        let mut log = create(folder, &format!("var/log/service-{number}.log"))?;
        for line in 0..30_000 {
            let (day, second) = (1 + line / 1_000, numbers.below(86_400));
            let (what, whom, id) = (numbers.word(), numbers.word(), numbers.next());
            writeln!(log, "2026-10-{day:02} {second:05} {machine} service-{number}: {what} {whom} id={id:016x}")?;
        }
    }
    for number in 0..40 {
        binary(create(folder, &format!("usr/lib/sample/lib{number}.so"))?, numbers, 512 * 1024, 3)?;
    }
    Ok(())
}

fn database(folder: &Path, numbers: &mut Numbers) -> io::Result<()> {
    for table in 0..6 {
        let mut file = create(folder, &format!("lib/tables/{table}.dat"))?;
        for page in 0..2_048_u64 {
            let mut bytes = Vec::with_capacity(8192);
            bytes.extend(page.to_le_bytes());
            while bytes.len() < 6_000 {
                bytes.extend(numbers.next().to_le_bytes());
                bytes.extend(numbers.word().as_bytes());
                bytes.extend([0; 12]);
            }
            bytes.resize(8192, 0);
            file.write_all(&bytes)?;
        }
    }
    Ok(())
}

fn documents(folder: &Path, numbers: &mut Numbers) -> io::Result<()> {
    for number in 0..40 {
        binary(create(folder, &format!("pictures/2026/{number:03}.jpg"))?, numbers, 1_500_000, 1)?;
    }
    for number in 0..60 {
        let mut table = create(folder, &format!("accounts/{number:03}.csv"))?;
        writeln!(table, "date;customer;item;amount")?;
        for row in 0..6_000 {
            let (customer, item, amount) = (numbers.below(9_000), numbers.word(), numbers.below(100_000));
            writeln!(table, "2026-{:02}-{:02};{customer};{item};{amount}", 1 + row % 12, 1 + row % 28)?;
        }
    }
    Ok(())
}

/// Bytes of which every `nth` eight are random, and the others repeat: with 1 nothing can be compressed.
fn binary(mut file: BufWriter<File>, numbers: &mut Numbers, length: usize, nth: usize) -> io::Result<()> {
    for index in 0..length / 8 {
        let word = if index % nth == 0 { numbers.next() } else { 0x0000_8B48_0000_E8C3 };
        file.write_all(&word.to_le_bytes())?;
    }
    file.flush()
}

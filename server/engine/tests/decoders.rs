//! Random bytes, and what restic and we write with some of it changed, cannot make a decoder panic.
#![allow(clippy::unwrap_used)]

#[path = "support/decoders.rs"]
mod decoders;

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// What a decoder reads when all is well.
fn samples(decoder: &str) -> Vec<Vec<u8>> {
    let said = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden/said");
    let prefix = format!("{decoder}-");
    let mut found: Vec<Vec<u8>> = fs::read_dir(said)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&prefix) || name == format!("{decoder}.json")
        })
        .map(|path| fs::read(path).unwrap())
        .collect();
    match decoder {
        "pack_header" => found.push(
            [[&[2, 42, 0, 0, 0, 9, 0, 0, 0][..], &[7; 32]].concat(), [[1, 50, 0, 0, 0].as_slice(), &[8; 32]].concat()]
                .concat(),
        ),
        "document" => {
            found.push(b"{\"a\":1}".to_vec());
            let compressed = zstd::encode_all(&b"{\"a\":[1,2,3]}"[..], 3).unwrap();
            found.push([&[2][..], &compressed].concat());
        }
        "qcow2_header" => found.push(qcow2()),
        "changed_extents" => found.push(
            format!(
                "{{\"parent\":\"{}\",\"disk\":\"disk0\",\"size\":8589934592,\"extents\":[[0,65536],[1048576,4096]]}}",
                "ab".repeat(32)
            )
            .into_bytes(),
        ),
        "condemned" => found.push(
            format!(
                "{{\"condemned_at\":\"2026-11-24T20:00:00Z\",\"packs\":[{{\"id\":\"{}\",\"bytes\":33554432}}]}}",
                "cd".repeat(32)
            )
            .into_bytes(),
        ),
        _ => {}
    }
    assert!(!found.is_empty(), "there is no sample of {decoder}");
    found
}

/// An empty disk of 64 KiB, version 3: header, first-level table, reference counts.
fn qcow2() -> Vec<u8> {
    let mut bytes = vec![0; 4 << 16];
    let mut put = |at: usize, value: &[u8]| bytes[at..at + value.len()].copy_from_slice(value);
    put(0, b"QFI\xfb");
    put(4, &3_u32.to_be_bytes());
    put(20, &16_u32.to_be_bytes());
    put(24, &(1_u64 << 16).to_be_bytes());
    put(36, &1_u32.to_be_bytes());
    put(40, &(3_u64 << 16).to_be_bytes());
    put(48, &(1_u64 << 16).to_be_bytes());
    put(56, &1_u32.to_be_bytes());
    put(96, &4_u32.to_be_bytes());
    put(100, &104_u32.to_be_bytes());
    put(1 << 16, &(2_u64 << 16).to_be_bytes());
    for cluster in 0..4 {
        put((2 << 16) + 2 * cluster, &1_u16.to_be_bytes());
    }
    bytes
}

/// Some bytes set, some taken out, some put in, and the end cut off or not.
#[derive(Debug, Clone)]
struct Change {
    set: Vec<(prop::sample::Index, u8)>,
    out: Option<(prop::sample::Index, u8)>,
    put: Option<(prop::sample::Index, Vec<u8>)>,
    cut: Option<prop::sample::Index>,
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<prop::sample::Index>;
    // Digits, signs and brackets as often as all others.
    let byte = || prop_oneof![any::<u8>(), prop::sample::select(b"0199-eE.\"\\{}[],:u".to_vec())];
    let set = vec((at(), byte()), 0..6);
    let out = prop::option::of((at(), any::<u8>()));
    let put = prop::option::of((at(), vec(byte(), 1..20)));
    (set, out, put, prop::option::of(at())).prop_map(|(set, out, put, cut)| Change { set, out, put, cut })
}

impl Change {
    /// Headers are at the beginning, so that half of the bytes are set there.
    fn apply(&self, mut bytes: Vec<u8>) -> Vec<u8> {
        for (number, (at, value)) in self.set.iter().enumerate() {
            let len = if number % 2 == 0 { bytes.len().min(128) } else { bytes.len() };
            bytes[at.index(len)] = *value;
        }
        if let Some((at, count)) = &self.out {
            let begin = at.index(bytes.len());
            let end = (begin + usize::from(*count)).min(bytes.len());
            bytes.drain(begin..end);
        }
        if let Some((at, put)) = &self.put {
            let begin = at.index(bytes.len() + 1);
            bytes.splice(begin..begin, put.iter().copied());
        }
        if let Some(at) = &self.cut {
            bytes.truncate(at.index(bytes.len() + 1));
        }
        bytes
    }
}

#[test]
fn no_bytes_make_a_decoder_panic() {
    for (name, decode) in decoders::ALL {
        let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
        runner
            .run(&vec(any::<u8>(), 0..400), |bytes| {
                decode(&bytes);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let samples = samples(name);
        for sample in &samples {
            decode(sample);
        }
        let mut runner = TestRunner::new(Config { cases: 1500, failure_persistence: None, ..Config::default() });
        runner
            .run(&(prop::sample::select(samples), change()), |(sample, change)| {
                decode(&change.apply(sample));
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

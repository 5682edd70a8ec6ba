//! Random bytes, and what restic and we write with some of it changed, cannot make a decoder panic.
#![allow(clippy::unwrap_used)]

#[path = "support/decoders.rs"]
mod decoders;
#[path = "support/samples.rs"]
mod samples;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

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
        let samples = samples::of(name);
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

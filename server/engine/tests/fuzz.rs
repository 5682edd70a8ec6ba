//! Feeds one decoder of the engine, the one that `COFRE_FUZZ_DECODER` names; without a name the decoders are listed. What a decoder reads
//! when all is well is put into the folder `COFRE_FUZZ_SEEDS`, to begin with.
#![no_main]
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

#[path = "support/decoders.rs"]
mod decoders;
#[path = "support/samples.rs"]
mod samples;

use std::path::Path;
use std::sync::OnceLock;
use std::{env, fs, process};

use libfuzzer_sys::fuzz_target;

static DECODE: OnceLock<fn(&[u8])> = OnceLock::new();

fn choose() {
    let Ok(wanted) = env::var("COFRE_FUZZ_DECODER") else {
        for (name, _) in decoders::ALL {
            println!("{name}");
        }
        process::exit(0)
    };
    let chosen = decoders::ALL.iter().find(|(name, _)| *name == wanted);
    let (name, decode) = chosen.unwrap_or_else(|| panic!("no decoder is called {wanted:?}"));
    DECODE.set(*decode).unwrap();
    if let Some(seeds) = env::var_os("COFRE_FUZZ_SEEDS") {
        for (number, sample) in samples::of(name).iter().enumerate() {
            fs::write(Path::new(&seeds).join(format!("sample-{number}")), sample).unwrap();
        }
    }
}

fuzz_target!(init: choose(), |bytes: &[u8]| {
    if let Some(decode) = DECODE.get() {
        decode(bytes);
    }
});

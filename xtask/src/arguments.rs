//! What was asked for on the command line.

/// Shown for `help` and beside every refusal.
pub(crate) const USAGE: &str = "\
cargo xtask setup                         install what is missing on this machine: the wasm target, build tools, test tools
cargo xtask run [SERVER ARGUMENTS…]       build the page and the server, and serve on http://127.0.0.1:8080
cargo xtask test [NEXTEST ARGUMENTS…]     format, page, lints, all tests, documentation examples
cargo xtask test --only NAME… [-- …]      just a crate's tests, a file's of tests/tests/, or those with NAME in their name
cargo xtask test --only postgresql [NAME…] [-- …]
                                          the tests of the API and the scenarios on PostgreSQL
cargo xtask bench [NAME [ARGUMENTS…]]     run a benchmark; without a name, list them
cargo xtask fuzz [DECODER] [--seconds N]   feed the engine's decoders what they do not expect, each for a minute
cargo xtask fuzz-api                      ten thousand random requests to the API by schemathesis, none of which may end in a fault
cargo xtask screenshots [FOLDER]          pictures of the page, empty and full, in both themes, wide and narrow
cargo xtask dist                          a release archive under target/dist-package

Exit codes: 0 all went well, 1 something failed, 2 the command line was not understood.

Environment:
  CI=true                       warnings are errors, Cargo.lock must be up to date
  CARGO_TARGET_DIR=FOLDER       build there instead of target/
  COFRE_PAGE_PROFILE=dev        build the page quickly and large (default: web, small and slow to build)
  COFRE_WASM_TOOLCHAIN=debian   compile the page with Debian's Rust, as happens by itself where rustup cannot add the wasm target
  COFRE_RESTIC, COFRE_AXE, COFRE_CHROMIUM, COFRE_CHROMEDRIVER, COFRE_SCHEMATHESIS, COFRE_LIGHTHOUSE=FILE
                                use this program or script in tests instead of what `setup` finds or installs
  COFRE_POSTGRESQL=FOLDER       use the PostgreSQL whose programs are there";

/// How long a decoder is fed, unless told.
const FUZZ_SECONDS: u32 = 60;

/// One command with its arguments.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Show the usage.
    Help,
    /// Install what is missing.
    Setup,
    /// Build and serve.
    Run {
        /// Passed to `cofre serve`.
        server_arguments: Vec<String>,
    },
    /// Check everything.
    Test(Choice),
    /// Measure.
    Bench {
        /// Which benchmark; `None` lists them.
        name: Option<String>,
        /// Passed to the benchmark.
        rest: Vec<String>,
    },
    /// Feed the engine's decoders.
    Fuzz {
        /// Which; `None`: all.
        decoder: Option<String>,
        /// How long each of them.
        seconds: u32,
    },
    /// Send random requests.
    FuzzApi,
    /// Take pictures of the page.
    Screenshots {
        /// Where they go; `None`: under `target`.
        folder: Option<String>,
    },
    /// Pack a release.
    Dist,
}

/// Which tests to run, and how.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Only these crates' and files' tests, and those with one of these words in their name; empty: all tests and all other checks.
    pub(crate) only: Vec<String>,
    /// Passed to `cargo nextest run`.
    pub(crate) nextest: Vec<String>,
}

/// Reads the words after `cargo xtask`.
pub(crate) fn parse(words: &[String]) -> Result<Command, String> {
    let Some((command, rest)) = words.split_first() else {
        return Ok(Command::Help);
    };
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "run" => Ok(Command::Run { server_arguments: after_dashes(rest).to_vec() }),
        "test" => test(rest).map(Command::Test),
        "bench" => Ok(Command::Bench { name: rest.first().cloned(), rest: rest.iter().skip(1).cloned().collect() }),
        "screenshots" => match rest {
            [] => Ok(Command::Screenshots { folder: None }),
            [folder, more @ ..] => alone(more, Command::Screenshots { folder: Some(folder.clone()) }),
        },
        "fuzz" => fuzz(rest),
        "fuzz-api" => alone(rest, Command::FuzzApi),
        "setup" => alone(rest, Command::Setup),
        "dist" => alone(rest, Command::Dist),
        unknown => Err(format!("there is no command {unknown:?}")),
    }
}

fn alone(rest: &[String], command: Command) -> Result<Command, String> {
    match rest.first() {
        None => Ok(command),
        Some(word) => Err(format!("{word:?} is one word too many")),
    }
}

fn fuzz(rest: &[String]) -> Result<Command, String> {
    let (decoder, rest) = match rest {
        [first, rest @ ..] if !first.starts_with('-') => (Some(first.clone()), rest),
        all => (None, all),
    };
    match rest {
        [option, seconds, more @ ..] if option == "--seconds" => {
            let seconds = seconds.parse().map_err(|_| format!("{seconds:?} is no number of seconds"))?;
            alone(more, Command::Fuzz { decoder, seconds })
        }
        rest => alone(rest, Command::Fuzz { decoder, seconds: FUZZ_SECONDS }),
    }
}

fn test(rest: &[String]) -> Result<Choice, String> {
    if rest.first().is_none_or(|word| word != "--only") {
        return Ok(Choice { only: Vec::new(), nextest: after_dashes(rest).to_vec() });
    }
    let names: Vec<String> = rest.iter().skip(1).take_while(|word| !word.starts_with('-')).cloned().collect();
    if names.is_empty() {
        return Err("--only needs at least one name".to_owned());
    }
    let nextest = after_dashes(&rest[1 + names.len()..]).to_vec();
    Ok(Choice { only: names, nextest })
}

fn after_dashes(words: &[String]) -> &[String] {
    match words.split_first() {
        Some((dashes, rest)) if dashes == "--" => rest,
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn no_word_shows_the_usage() {
        assert_eq!(parse(&[]), Ok(Command::Help));
    }

    #[test]
    fn unknown_words_are_refused() {
        assert!(parse(&words("tset")).is_err());
        assert!(parse(&words("setup now")).is_err());
        assert!(parse(&words("test --only")).is_err());
    }

    #[test]
    fn fuzzing_takes_a_decoder_and_a_time() {
        let fuzz = |decoder: Option<&str>, seconds| Command::Fuzz { decoder: decoder.map(str::to_owned), seconds };
        assert_eq!(parse(&words("fuzz")), Ok(fuzz(None, FUZZ_SECONDS)));
        assert_eq!(parse(&words("fuzz tree --seconds 5")), Ok(fuzz(Some("tree"), 5)));
        assert_eq!(parse(&words("fuzz --seconds 5")), Ok(fuzz(None, 5)));
        for wrong in ["fuzz --seconds soon", "fuzz --seconds", "fuzz tree index", "fuzz --seconds 5 tree"] {
            assert!(parse(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_end_where_nextest_arguments_begin() {
        let wanted = Choice { only: words("tidy api"), nextest: words("--no-capture") };
        assert_eq!(parse(&words("test --only tidy api --no-capture")), Ok(Command::Test(wanted)));
        let wanted = Choice { only: words("tidy"), nextest: words("--no-capture -j 1") };
        assert_eq!(parse(&words("test --only tidy -- --no-capture -j 1")), Ok(Command::Test(wanted)));
    }

    #[test]
    fn server_arguments_are_passed_on() {
        let wanted = Command::Run { server_arguments: words("--listen 127.0.0.1:9000") };
        assert_eq!(parse(&words("run -- --listen 127.0.0.1:9000")), Ok(wanted));
    }
}

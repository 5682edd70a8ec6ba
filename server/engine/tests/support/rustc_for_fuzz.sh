#!/bin/sh
# Between cargo and the compiler, for the crates of this workspace only: libFuzzer sees which way a run took through them. The crates of
# others stay as every build has them.
exec "$@" -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares

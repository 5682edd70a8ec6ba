//! What each decoder reads when all is well.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::fs;
use std::path::Path;

/// At least one.
pub fn of(decoder: &str) -> Vec<Vec<u8>> {
    let mut found = recorded(decoder);
    found.extend(made(decoder));
    assert!(!found.is_empty(), "there is no sample of {decoder}");
    found
}

/// What restic says of the files that it wrote.
fn recorded(decoder: &str) -> Vec<Vec<u8>> {
    let prefix = format!("{decoder}-");
    let mut paths: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden/said"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&prefix) || name == format!("{decoder}.json")
        })
        .collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read(path).unwrap()).collect()
}

fn made(decoder: &str) -> Vec<Vec<u8>> {
    let compressed = |plain: &[u8]| zstd::encode_all(plain, 3).unwrap();
    match decoder {
        "pack_header" => vec![
            [[&[2, 42, 0, 0, 0, 9, 0, 0, 0][..], &[7; 32]].concat(), [[1, 50, 0, 0, 0].as_slice(), &[8; 32]].concat()]
                .concat(),
        ],
        "document" => vec![b"{\"a\":1}".to_vec(), [&[2][..], &compressed(b"{\"a\":[1,2,3]}")].concat()],
        "blob" => vec![[&[12, 0, 0][..], &compressed(b"twelve bytes")].concat()],
        "qcow2_header" => vec![qcow2()],
        "record" => vec![record()],
        "geometry" => vec![
            br#"{"size_bytes":131072,"chunk_bytes":65536,"segment_bytes":131072,"segments_per_group":256}"#.to_vec(),
        ],
        "shelf" => shelves(),
        "changed_extents" => vec![changed_extents()],
        "condemned" => vec![condemned()],
        "address" => [
            "s3:https://s3.example.org/bucket/a/vault",
            "s3:s3.eu-west-1.amazonaws.com/bucket",
            "azure:container:/a/vault",
        ]
        .map(|text| text.as_bytes().to_vec())
        .to_vec(),
        _ => Vec::new(),
    }
}

fn record() -> Vec<u8> {
    br#"{"format":1,"machine_id":"11112222-3333-4444-5555-666677778888","machine_name":"web",
        "recovery_point_id":"01890000-0000-7000-8000-000000000000","time":"2026-11-24T20:00:00Z","consistency":"crash",
        "parent":null,"disks":[{"name":"disk0","size_bytes":131072}],"machine":{"cpus":2}}"#
        .to_vec()
}

/// One without rows, one with a row of data and one of a tree, and one that says that its blocks are where no file reaches.
fn shelves() -> Vec<Vec<u8>> {
    let section = |first_block: u64, rows: u64, begins: &str| {
        format!("{{\"first_block\":{first_block},\"rows\":{rows},\"begins\":[{begins}]}}")
    };
    let about = |packs: &str, data: &str, trees: &str| {
        format!("{{\"files\":[],\"packs\":[{packs}],\"data\":{data},\"trees\":{trees}}}\n")
    };
    let empty = about("", &section(0, 0, ""), &section(0, 0, "")).into_bytes();
    let begins = u64::from_be_bytes([7; 8]).to_string();
    let pack = format!("\"{}\"", "ef".repeat(32));
    let full = about(&pack, &section(0, 1, &begins), &section(1, 1, &begins)).into_bytes();
    let far = about(&pack, &section(u64::MAX, 1, &begins), &section(1, 1, &begins)).into_bytes();
    // The id, then pack, offset, length, and plain length.
    let row = [[7; 32].as_slice(), &[0; 4], &[0; 4], &[64, 0, 0, 0], &[0; 4]].concat();
    let block = [row.as_slice(), &[0; 83 * 48]].concat();
    vec![empty, [&full[..], &block, &row].concat(), [&far[..], &block, &row].concat()]
}

fn changed_extents() -> Vec<u8> {
    let parent = "ab".repeat(32);
    format!("{{\"parent\":\"{parent}\",\"disk\":\"disk0\",\"size\":8589934592,\"extents\":[[0,65536],[1048576,4096]]}}")
        .into_bytes()
}

fn condemned() -> Vec<u8> {
    let pack = "cd".repeat(32);
    format!("{{\"condemned_at\":\"2026-11-24T20:00:00Z\",\"packs\":[{{\"id\":\"{pack}\",\"bytes\":33554432}}]}}")
        .into_bytes()
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

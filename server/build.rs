//! Embeds the page: every file that `cargo xtask` built into `target/dist`, with its compressed forms.
//! Without a built page the server still compiles, and says so to the browser.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-env-changed=COFRE_DIST");
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let page = env::var_os("COFRE_DIST").map_or_else(|| here.join("../target/dist"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", page.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut table = String::from("static FILES: &[Embedded] = &[\n");
    for file in files(&page)? {
        let path = page.join(&file);
        println!("cargo::rerun-if-changed={}", path.display());
        let [brotli, gzip] = compressed(&out, &file, &fs::read(&path)?)?;
        let [plain, brotli, gzip] = [path.canonicalize()?, brotli, gzip].map(|path| path.display().to_string());
        table += "    Embedded { ";
        table += &[
            format!("path: {file:?}"),
            format!("plain: include_bytes!({plain:?})"),
            format!("brotli: include_bytes!({brotli:?})"),
            format!("gzip: include_bytes!({gzip:?})"),
        ]
        .join(", ");
        table += " },\n";
    }
    table += "];\n";
    fs::write(out.join("page.rs"), table)
}

/// The names of the page's files; Trunk makes no folders.
fn files(page: &Path) -> io::Result<Vec<String>> {
    let Ok(entries) = fs::read_dir(page) else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_file()
            && let Ok(name) = entry.file_name().into_string()
        {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn compressed(out: &Path, name: &str, bytes: &[u8]) -> io::Result<[PathBuf; 2]> {
    let paths = [out.join(format!("{name}.br")), out.join(format!("{name}.gz"))];
    // Compressing a page of the quick profile as well as can be takes minutes, and nobody downloads it.
    let (quality, level) = match env::var("PROFILE").as_deref() {
        Ok("release") => (11, flate2::Compression::best()),
        _ => (1, flate2::Compression::fast()),
    };
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 22);
    brotli.write_all(bytes)?;
    fs::write(&paths[0], brotli.into_inner())?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), level);
    gzip.write_all(bytes)?;
    fs::write(&paths[1], gzip.finish()?)?;
    Ok(paths)
}

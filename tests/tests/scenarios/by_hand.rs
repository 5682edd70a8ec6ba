//! The commands that the help shows for restoring without Cofre, run as they stand there.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use server::help;
use shared::help::{Article, BlockKind, HelpLanguage};
use tests::{Cofre, content, images};

/// Every command of the article, in its order.
fn commands() -> String {
    let article = help::article(HelpLanguage::English, Article::RestoreByHand);
    let code = article.blocks.into_iter().filter(|block| block.kind == BlockKind::Code);
    code.flat_map(|block| block.rows.into_iter().flatten().flatten()).map(|span| span.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn should_bring_a_disk_back_by_the_commands_of_the_help() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    let source = cofre.place.images().join("web.raw");
    images::raw(&source, &content::disk(1));
    owner.add_host("images", &cofre.place.images()).await;
    let vault = owner.add_vault("first-vault").await.id;
    let item = owner.protect("web", vault).await;
    let point = owner.backed_up(item.id).await;
    let secret = owner.password(vault).await;
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(at("password"), &secret.password).unwrap();
    fs::create_dir(at("bin")).unwrap();
    let restic = std::env::var("COFRE_RESTIC").expect("COFRE_RESTIC names restic: run the tests by `cargo xtask test`");
    symlink(restic, at("bin/restic")).unwrap();
    let script = commands()
        .replace("/srv/vaults/VAULT", &secret.repository)
        .replace("/root/vault-password", &at("password"))
        .replace("/srv/restored", &at("restored"))
        .replace("MACHINE", "web")
        .replace("DISK", &point.disks[0].name);
    assert_eq!(script.matches("restic ").count(), 3, "{script}");
    let path = format!("{}:{}", at("bin"), std::env::var("PATH").unwrap_or_default());
    let output =
        Command::new("sh").args(["-euc", &script]).env("PATH", path).env("RESTIC_CACHE_DIR", at("cache")).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{script}\n{}", String::from_utf8_lossy(&output.stderr));
    let restored = folder.path().join("restored").join(format!("{}.raw", point.disks[0].name));
    assert!(content::same(&restored, &source).unwrap(), "the disk is the source, byte for byte");
}

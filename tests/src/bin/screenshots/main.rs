//! `cargo xtask screenshots [FOLDER]`: pictures of the page, empty, full and failed, in both themes, wide and narrow, in English and Swedish.
//!
//! For looking at: nothing is compared. A server in this process, real disks, real jobs, headless Chromium.

mod fleet;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use fleet::Fleet;
use shared::item::Item;
use tests::browser::{Browser, Theme};
use tests::{Cofre, content, images};

/// A screen's name, and its width and height in CSS pixels.
type Screen = (&'static str, (u32, u32));

/// What people sit before, or hold.
const SCREENS: [Screen; 2] = [("wide", (1440, 900)), ("narrow", (390, 844))];
/// What hangs on walls.
const WALLS: [Screen; 4] =
    [("720", (1280, 720)), ("1080", (1920, 1080)), ("2160", (3840, 2160)), ("portrait", (1080, 1920))];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("target/screenshots"), PathBuf::from);
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let album = Album { folder };
    album.of_a_new_server().await?;
    album.of_a_connected_vault().await?;
    album.of_a_full_server().await
}

/// Where the pictures go.
struct Album {
    folder: PathBuf,
}

impl Album {
    /// Takes what is shown, on each of these screens and in both themes.
    async fn take(&self, browser: &Browser, name: &str, screens: &[Screen]) -> anyhow::Result<()> {
        for theme in [Theme::Light, Theme::Dark] {
            for &(screen, size) in screens {
                browser.show_at(size).await;
                browser.show_in(theme).await;
                let path = self.folder.join(format!("{name}-{screen}-{}.png", theme.word()));
                write(&path, &browser.picture().await)?;
            }
        }
        browser.show_at(SCREENS[0].1).await;
        eprintln!("{name}");
        Ok(())
    }

    /// Opens an address, waits until it shows the text, and takes it.
    async fn visit(&self, browser: &Browser, name: &str, (path, text): (&str, &str)) -> anyhow::Result<()> {
        browser.go(path).await;
        browser.see(text).await;
        browser.until("document.querySelector('[aria-busy=true]') === null").await;
        self.take(browser, name, &SCREENS).await
    }

    async fn of_a_new_server(&self) -> anyhow::Result<()> {
        let cofre = Cofre::start().await;
        let browser = Browser::open(cofre.nobody().address(), SCREENS[0].1).await;
        self.visit(&browser, "setup", (cofre.setup_link(), "User name")).await?;
        cofre.owner().await;
        self.visit(&browser, "sign-in", ("/", "User name")).await?;
        sign_in(&browser).await;
        self.visit(&browser, "overview-empty", ("/", "Make sample disks")).await?;
        self.visit(&browser, "items-empty", ("/items", "Enable backup")).await?;
        browser.close().await;
        Ok(())
    }

    async fn of_a_connected_vault(&self) -> anyhow::Result<()> {
        let lost = Cofre::start().await;
        let owner = lost.owner().await;
        images::raw(&lost.place.images().join("web-01.raw"), &content::disk(1));
        images::raw(&lost.place.images().join("db-01.raw"), &content::disk(2));
        owner.add_host("rack-a", &lost.place.images()).await;
        let vault = owner.add_vault("production").await.id;
        for machine in ["web-01", "db-01"] {
            let item = owner.protect(machine, vault).await.id;
            owner.backed_up(item).await;
        }
        lost.write_catalogues().await;
        let password = owner.password(vault).await;
        let cofre = Cofre::start_blank_over(&lost).await;
        let owner = cofre.owner().await;
        let browser = Browser::open(cofre.nobody().address(), SCREENS[0].1).await;
        browser.go("/vaults").await;
        sign_in(&browser).await;
        self.visit(&browser, "vaults-empty", ("/vaults", "There is no vault")).await?;
        self.visit(&browser, "connect-vault", ("/vaults/connect", "that is not connected yet")).await?;
        browser.fill("Password of the vault", &password.password).await;
        browser.click("Check").await;
        browser.see("What the vault holds").await;
        self.take(&browser, "connect-vault-found", &SCREENS).await?;
        owner.connected(&password).await;
        let item = owner.list::<Item>("/items").await.remove(0).id;
        self.visit(&browser, "items-stopped", ("/items", "(backup disabled)")).await?;
        self.visit(&browser, "item-stopped", (&format!("/items/{item}"), "Protection stopped")).await?;
        self.visit(&browser, "resume-backup", (&format!("/items/{item}/backup"), "may go")).await?;
        browser.close().await;
        Ok(())
    }

    async fn of_a_full_server(&self) -> anyhow::Result<()> {
        let cofre = Cofre::start().await;
        let owner = cofre.owner().await;
        let Fleet { vault, healthy, large, failed } = fleet::make(&cofre, &owner).await;
        let browser = Browser::open(cofre.nobody().address(), SCREENS[0].1).await;
        browser.go("/items").await;
        sign_in(&browser).await;
        for (name, path, text) in [
            ("items", "/items".to_owned(), "web-01"),
            ("machines", "/machines".to_owned(), "print-02"),
            ("vaults", "/vaults".to_owned(), "production"),
            ("vault", format!("/vaults/{vault}"), "Backup items"),
            ("vault-maintenance", format!("/vaults/{vault}/maintenance"), "Verify everything"),
            ("vault-prune", format!("/vaults/{vault}/prune"), "Freed in the end"),
            ("vault-properties", format!("/vaults/{vault}/properties"), "Restore by hand"),
            ("protect", format!("/vaults/{vault}/backup"), "What do you want to back up?"),
            ("backup-configuration", format!("/vaults/{vault}/backup-configuration"), "Geo-redundant"),
            ("screens", "/screens".to_owned(), "Pair"),
            ("users", "/users".to_owned(), "Who may sign in"),
            ("add-user", "/users/add".to_owned(), "Add another role"),
            ("tokens", "/tokens".to_owned(), "Scripts and other programs"),
            ("activity", "/activity".to_owned(), "Created a vault"),
            ("notifications", "/notifications".to_owned(), "Mark all as read"),
            ("account", "/account".to_owned(), "Second factor"),
            ("policies", format!("/vaults/{vault}/policies"), "DefaultPolicy"),
            ("item", format!("/items/{healthy}"), "Crash-consistent"),
            ("backup-now", format!("/items/{healthy}/backup"), "Retain this point until the end of"),
            ("restore", format!("/items/{healthy}/restore"), "It is made new; nothing is written over."),
            ("jobs", "/jobs".to_owned(), "mail-01"),
            ("job-failed", format!("/jobs/{failed}"), "Failed"),
            ("services", "/services".to_owned(), "Virtual machines"),
            ("hosts", "/hosts".to_owned(), "rack-a"),
        ] {
            self.visit(&browser, name, (&path, text)).await?;
        }
        for (name, screens) in [("overview", &SCREENS[..]), ("job", &SCREENS), ("wall", &WALLS)] {
            let job = owner.back_up(large).await.id;
            let path = match name {
                "job" => format!("/jobs/{job}"),
                "wall" => "/wall".to_owned(),
                _ => "/".to_owned(),
            };
            browser.go(&path).await;
            browser.until("document.querySelector('[role=progressbar][aria-valuenow]') !== null").await;
            self.take(&browser, name, screens).await?;
            owner.ended(job).await;
        }
        browser.go("/items").await;
        browser.click("Language, EN").await;
        browser.click("Svenska").await;
        browser.see("(första säkerhetskopieringen väntar)").await;
        self.take(&browser, "items-sv", &SCREENS).await?;
        self.visit(&browser, "overview-sv", ("/", "skyddade")).await?;
        browser.close().await;
        Ok(())
    }
}

async fn sign_in(browser: &Browser) {
    browser.sign_in().await;
    browser.until("document.querySelector('input[type=password]') === null").await;
}

fn write(path: &Path, picture: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, picture).with_context(|| format!("{} cannot be written", path.display()))
}

//! The articles' texts. One that a language lacks does not compile.

use shared::help::{Article, HelpLanguage};

macro_rules! text {
    ($language:literal, $article:expr) => {
        text!($language, $article;
            GettingStarted "getting-started", Inventory "inventory", Vaults "vaults", Policies "policies",
            EnableBackup "enable-backup", BackupNow "backup-now", Jobs "jobs", Restore "restore",
            RestoreByHand "restore-by-hand", VmAgent "vm-agent", Network "network",
            ProtectedInstances "protected-instances", Wall "wall", Access "access", Keyboard "keyboard",
            Differences "differences", Coverage "coverage")
    };
    ($language:literal, $article:expr; $($name:ident $file:literal),+) => {
        match $article {
            $(Article::$name => include_str!(concat!("../../help/", $language, "/", $file, ".md")),)+
        }
    };
}

/// An article's text in a language, as Markdown: the title, the summary, the rest.
pub(super) const fn text(language: HelpLanguage, article: Article) -> &'static str {
    match language {
        HelpLanguage::English => text!("en", article),
        HelpLanguage::Portuguese => text!("pt", article),
        HelpLanguage::Spanish => text!("es", article),
        HelpLanguage::Swedish => text!("sv", article),
        HelpLanguage::Dutch => text!("nl", article),
    }
}

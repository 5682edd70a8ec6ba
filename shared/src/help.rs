//! The help: articles as plain pieces, so that the page draws them from elements and never from markup that was sent.

use serde::{Deserialize, Serialize};

/// An article. Its name in JSON is its address: `backup-now`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Article {
    /// From the one-time link to the first recovery point.
    GettingStarted,
    /// Hosts, machines, locations, resource groups.
    Inventory,
    /// Vaults, their password, their redundancy.
    Vaults,
    /// Policies and retention.
    Policies,
    /// Enable backup.
    EnableBackup,
    /// Backup now.
    BackupNow,
    /// Jobs and their errors.
    Jobs,
    /// Recovery points and restoring.
    Restore,
    /// Restoring with restic alone.
    RestoreByHand,
    /// The guest agent, system by system.
    VmAgent,
    /// Who has to reach whom.
    Network,
    /// Protected instances.
    ProtectedInstances,
    /// The wall and shared screens.
    Wall,
    /// Users, roles and scope.
    Access,
    /// Keys, colours, languages.
    Keyboard,
    /// What Cofre does otherwise than Azure Backup.
    Differences,
    /// Which statements of Azure Backup's documents hold here.
    Coverage,
}

impl Article {
    /// All articles, in the order of the index.
    pub const ALL: [Article; 17] = [
        Article::GettingStarted,
        Article::Inventory,
        Article::Vaults,
        Article::Policies,
        Article::EnableBackup,
        Article::BackupNow,
        Article::Jobs,
        Article::Restore,
        Article::RestoreByHand,
        Article::VmAgent,
        Article::Network,
        Article::ProtectedInstances,
        Article::Wall,
        Article::Access,
        Article::Keyboard,
        Article::Differences,
        Article::Coverage,
    ];

    /// The name in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Article::GettingStarted => "getting-started",
            Article::Inventory => "inventory",
            Article::Vaults => "vaults",
            Article::Policies => "policies",
            Article::EnableBackup => "enable-backup",
            Article::BackupNow => "backup-now",
            Article::Jobs => "jobs",
            Article::Restore => "restore",
            Article::RestoreByHand => "restore-by-hand",
            Article::VmAgent => "vm-agent",
            Article::Network => "network",
            Article::ProtectedInstances => "protected-instances",
            Article::Wall => "wall",
            Article::Access => "access",
            Article::Keyboard => "keyboard",
            Article::Differences => "differences",
            Article::Coverage => "coverage",
        }
    }

    /// The article of this name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|article| article.slug() == slug)
    }
}

/// A language that the help is written in, by its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HelpLanguage {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Portuguese of Portugal.
    #[serde(rename = "pt-PT")]
    Portuguese,
    /// Spanish.
    #[serde(rename = "es-ES")]
    Spanish,
    /// Swedish.
    #[serde(rename = "sv-SE")]
    Swedish,
    /// Dutch.
    #[serde(rename = "nl-NL")]
    Dutch,
}

/// What there is to read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpIndex {
    /// The articles, in the order that a newcomer reads them.
    pub articles: Vec<HelpEntry>,
    /// Where questions and opinions go, when `cofre.toml` says so.
    pub feedback_url: Option<String>,
}

/// An article in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpEntry {
    /// Which one.
    pub article: Article,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence.
    pub summary: String,
}

/// An article in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpArticle {
    /// Which one.
    pub article: Article,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence.
    pub summary: String,
    /// What follows the summary.
    pub blocks: Vec<Block>,
}

/// A piece of an article. Plain for all kinds, so that little code reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// A list's entries, a table's rows with its head first; the others have one row of one cell.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell: its text, span by span.
pub type Cell = Vec<Span>;

/// What a piece of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum BlockKind {
    /// A heading below the title.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list without an order.
    Bullets,
    /// A list of steps.
    Steps,
    /// Commands or the text of a file.
    Code,
    /// A table; its first row is the head.
    Table,
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Span {
    /// How it is written.
    pub style: SpanStyle,
    /// The text.
    pub text: String,
    /// Where a link leads: a path of the page, or an address that begins with `https://`. Empty for other styles.
    pub to: String,
}

/// How a run of text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SpanStyle {
    /// As it is.
    Plain,
    /// The words on a button, a term.
    Strong,
    /// A name, a command.
    Code,
    /// A link.
    Link,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_name_articles_in_json_as_in_addresses() {
        for article in Article::ALL {
            assert_eq!(serde_json::to_value(article).unwrap(), article.slug());
            assert_eq!(Article::parse(article.slug()), Some(article));
        }
        assert_eq!(Article::parse("../vaults"), None);
    }
}

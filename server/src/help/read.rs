//! From Markdown to pieces. What an article may not hold (images, HTML, lists in lists) is left out, and a test looks for it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use shared::help::{Article, Block, BlockKind, HelpArticle, Span, SpanStyle};

/// Reads an article: its first heading is the title, its first paragraph the summary.
pub(super) fn read(article: Article, markdown: &str) -> HelpArticle {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    let mut blocks = reader.blocks.into_iter();
    let title = blocks.next().map(plain).unwrap_or_default();
    let summary = blocks.next().map(plain).unwrap_or_default();
    HelpArticle { article, title, summary, blocks: blocks.collect() }
}

/// A block's text without its styles.
fn plain(block: Block) -> String {
    block.rows.into_iter().flatten().flatten().map(|span| span.text).collect()
}

/// The pieces read so far, and how the text that comes is written.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    style: Option<SpanStyle>,
    to: String,
    in_list: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, self.style.unwrap_or(SpanStyle::Plain)),
            Event::Code(text) => self.text(&text, SpanStyle::Code),
            Event::SoftBreak | Event::HardBreak => self.text(" ", SpanStyle::Plain),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.open(BlockKind::Heading),
            Tag::Paragraph if !self.in_list => self.open(BlockKind::Paragraph),
            Tag::CodeBlock(_) => self.open(BlockKind::Code),
            Tag::List(first) => {
                self.in_list = true;
                let kind = if first.is_some() { BlockKind::Steps } else { BlockKind::Bullets };
                self.blocks.push(Block { kind, rows: Vec::new() });
            }
            Tag::Table(_) => self.blocks.push(Block { kind: BlockKind::Table, rows: Vec::new() }),
            Tag::Item => self.row(vec![Vec::new()]),
            Tag::TableHead | Tag::TableRow => self.row(Vec::new()),
            Tag::TableCell => {
                if let Some(row) = self.blocks.last_mut().and_then(|block| block.rows.last_mut()) {
                    row.push(Vec::new());
                }
            }
            Tag::Strong => self.style = Some(SpanStyle::Strong),
            Tag::Link { dest_url, .. } => {
                self.style = Some(SpanStyle::Link);
                self.to = dest_url.into_string();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => self.in_list = false,
            TagEnd::Strong | TagEnd::Link => {
                self.style = None;
                self.to.clear();
            }
            _ => {}
        }
    }

    fn open(&mut self, kind: BlockKind) {
        self.blocks.push(Block { kind, rows: vec![vec![Vec::new()]] });
    }

    fn row(&mut self, row: Vec<Vec<Span>>) {
        if let Some(block) = self.blocks.last_mut() {
            block.rows.push(row);
        }
    }

    fn text(&mut self, text: &str, style: SpanStyle) {
        let cell = self.blocks.last_mut().and_then(|block| block.rows.last_mut()).and_then(|row| row.last_mut());
        let Some(cell) = cell else { return };
        let to = if style == SpanStyle::Link { self.to.clone() } else { String::new() };
        match cell.last_mut() {
            Some(last) if last.style == style && last.to == to => last.text.push_str(text),
            _ => cell.push(Span { style, text: text.to_owned(), to }),
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::help::SpanStyle::{Code, Link, Plain, Strong};

    use super::*;

    fn shapes(markdown: &str) -> Vec<(BlockKind, usize)> {
        let article = read(Article::Vaults, markdown);
        article.blocks.iter().map(|block| (block.kind, block.rows.len())).collect()
    }

    #[test]
    fn should_read_title_summary_and_pieces() {
        let markdown = "# Vaults\n\nWhat they\nare.\n\n## More\n\nSee **this** [page](/vaults), `x`.\n\n- a\n- b\n\n1. c\n\n\
            ```sh\nrestic check\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n";
        let article = read(Article::Vaults, markdown);
        assert_eq!((article.title.as_str(), article.summary.as_str()), ("Vaults", "What they are."));
        let kinds = [
            (BlockKind::Heading, 1),
            (BlockKind::Paragraph, 1),
            (BlockKind::Bullets, 2),
            (BlockKind::Steps, 1),
            (BlockKind::Code, 1),
            (BlockKind::Table, 2),
        ];
        assert_eq!(shapes(markdown), kinds);
        let styles: Vec<_> = article.blocks[1].rows[0][0].iter().map(|span| span.style).collect();
        assert_eq!(styles, [Plain, Strong, Plain, Link, Plain, Code, Plain]);
        assert_eq!(article.blocks[1].rows[0][0][3].to, "/vaults");
    }

    #[test]
    fn should_make_no_element_of_markup() {
        let article = read(Article::Vaults, "# T\n\nS\n\n<script>alert(1)</script>\n\nx <b>y</b>\n");
        let text = format!("{article:?}");
        assert!(!text.contains("script") && !text.contains("<b>"), "{text}");
    }
}

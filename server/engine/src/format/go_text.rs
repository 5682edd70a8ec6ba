//! Names as restic writes them: quoted like a Go string, then put into JSON with Go's escapes.
//!
//! A tree's id is the hash of its bytes, so that what restic writes again must be, byte for byte, what we wrote.

use std::fmt::Write as _;

use crate::format::FormatError;

/// The JSON string, quotes included, that restic writes for a file's name.
pub(crate) fn name_to_json(name: &str) -> String {
    let mut quoted = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '\\' => quoted.push_str("\\\\"),
            '"' => quoted.push_str("\\\""),
            '\u{7}' => quoted.push_str("\\a"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{b}' => quoted.push_str("\\v"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c < ' ' || c == '\u{7f}' => drop(write!(quoted, "\\x{:02x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    let mut json = String::with_capacity(quoted.len() + 2);
    json.push('"');
    for c in quoted.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => drop(write!(json, "\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

/// Undoes the quoting that is left after the JSON is read. A name need not be UTF-8.
pub(crate) fn unquote_name(quoted: &str) -> Result<Vec<u8>, FormatError> {
    let malformed = || FormatError::malformed("tree", "a name with a broken escape");
    let mut name = Vec::with_capacity(quoted.len());
    let mut rest = quoted.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            push_char(&mut name, c);
            continue;
        }
        match rest.next().ok_or_else(malformed)? {
            'a' => name.push(7),
            'b' => name.push(8),
            'f' => name.push(12),
            'n' => name.push(b'\n'),
            'r' => name.push(b'\r'),
            't' => name.push(b'\t'),
            'v' => name.push(11),
            '\\' => name.push(b'\\'),
            '"' => name.push(b'"'),
            'x' => name.push(u8::try_from(digits(&mut rest, "", 2, 16)?).map_err(|_| malformed())?),
            'u' => push_char(&mut name, char::from_u32(digits(&mut rest, "", 4, 16)?).ok_or_else(malformed)?),
            'U' => push_char(&mut name, char::from_u32(digits(&mut rest, "", 8, 16)?).ok_or_else(malformed)?),
            c @ '0'..='7' => {
                let value = digits(&mut rest, c.encode_utf8(&mut [0; 4]), 2, 8)?;
                name.push(u8::try_from(value).map_err(|_| malformed())?);
            }
            _ => return Err(malformed()),
        }
    }
    Ok(name)
}

fn push_char(name: &mut Vec<u8>, c: char) {
    name.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

fn digits(rest: &mut std::str::Chars<'_>, first: &str, count: usize, radix: u32) -> Result<u32, FormatError> {
    let text: String = first.chars().chain(rest.by_ref().take(count)).collect();
    if text.chars().count() != count + first.chars().count() || text.starts_with('+') {
        return Err(FormatError::malformed("tree", "a name with a broken escape"));
    }
    u32::from_str_radix(&text, radix).map_err(|error| FormatError::malformed("tree", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for name in ["disk0", "a\"b\\c", "tab\tnew\nline\u{1}\u{7f}", "größe <&> \u{2028}", "磁盘"] {
            let json = name_to_json(name);
            let quoted: String = serde_json::from_str(&json).unwrap();
            assert_eq!(unquote_name(&quoted).unwrap(), name.as_bytes(), "{json}");
        }
    }

    #[test]
    fn broken_escapes_are_refused() {
        for quoted in ["\\", "\\q", "\\x1", "\\u12", "\\Uffffffff", "\\x+1", "\\9"] {
            assert!(unquote_name(quoted).is_err(), "{quoted}");
        }
    }
}

//! A browser in a few words, out of what it says of itself.

use crate::i18n::Strings;

/// Browsers by what gives them away; those that pretend to be others come first.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems by what gives them away.
const SYSTEMS: [(&str, &str); 9] = [
    ("Tizen", "Tizen"),
    ("Web0S", "webOS"),
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
];

fn find(words: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    words.iter().find(|(sign, _)| text.contains(sign)).map(|(_, name)| *name)
}

/// "Firefox on Linux". What it says of itself is not to be believed, only to be compared.
pub(super) fn browser_name(s: &Strings, user_agent: &str) -> String {
    let browser = find(&BROWSERS, user_agent).unwrap_or(s.screens.unknown_browser);
    match find(&SYSTEMS, user_agent) {
        Some(system) => (s.screens.browser_on)(browser, system),
        None => browser.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_tell_browsers_from_those_that_they_pretend_to_be() {
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0";
        assert_eq!((find(&BROWSERS, edge), find(&SYSTEMS, edge)), (Some("Edge"), Some("Windows")));
        let telly =
            "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0 Safari/537.36";
        assert_eq!((find(&BROWSERS, telly), find(&SYSTEMS, telly)), (Some("Chrome"), Some("webOS")));
        assert_eq!(find(&BROWSERS, "curl/8"), None);
    }
}

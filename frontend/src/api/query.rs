//! The part of an address behind the question mark.

use std::fmt;

/// Names and values, encoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query(String);

impl Query {
    /// Nothing is asked.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Also this.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.0.push(if self.0.is_empty() { '?' } else { '&' });
        self.0.push_str(name);
        self.0.push('=');
        for byte in value.to_string().bytes() {
            if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
                self.0.push(char::from(byte));
            } else {
                self.0.push_str(&format!("%{byte:02X}"));
            }
        }
        self
    }

    /// Also this, when there is something.
    #[must_use]
    pub(crate) fn maybe(self, name: &str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_encode_everything_that_could_mean_something() {
        let query = Query::new().with("name", "å&b=c d/é").maybe("none", None::<u8>).with("n", 3);
        assert_eq!(query.to_string(), "?name=%C3%A5%26b%3Dc%20d%2F%C3%A9&n=3");
        assert_eq!(Query::new().to_string(), "");
    }
}

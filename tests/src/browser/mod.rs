//! A real browser: headless Chromium, driven by what people see (words on buttons, labels of fields), never by the page's own names.
//!
//! Programs: `COFRE_CHROMIUM` and `COFRE_CHROMEDRIVER`, or those on the path. A missing one fails the test with a word about it.

mod axe;
mod console;
mod devtools;
mod driver;
mod page;
mod screen;
mod tabs;

pub use driver::Browser;
pub use screen::Theme;
pub use tabs::Tab;

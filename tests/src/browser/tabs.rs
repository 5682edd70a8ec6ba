//! Several tabs of one browser: they share cookies and the event stream.

use fantoccini::wd::WindowHandle;

use super::driver::Browser;

/// An open tab.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that is looked at.
    pub async fn tab(&self) -> Tab {
        Tab(self.client.window().await.expect("a tab is open"))
    }

    /// Opens another tab at an address of the server, and looks at it.
    pub async fn open_tab(&self, path: &str) -> Tab {
        let opened = self.client.new_window(true).await.expect("a tab can be opened");
        let tab = Tab(opened.handle);
        self.look_at(&tab).await;
        self.go(path).await;
        tab
    }

    /// Looks at a tab.
    pub async fn look_at(&self, tab: &Tab) {
        self.client.switch_to_window(tab.0.clone()).await.expect("the tab is open");
    }

    /// Closes a tab and looks at another.
    pub async fn close_tab(&self, tab: &Tab, other: &Tab) {
        self.look_at(tab).await;
        self.client.close_window().await.expect("the tab can be closed");
        self.look_at(other).await;
    }
}

//! Line icons from the one sprite.

use leptos::prelude::*;

/// The sprite, put into the page once.
#[component]
pub(crate) fn Sprite() -> impl IntoView {
    view! { <div class="sprite" aria-hidden="true" inner_html=include_str!("../../../style/icons.svg")></div> }
}

/// An icon of the sprite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IconName {
    /// Cofre’s mark.
    Mark,
    /// A dial.
    Overview,
    /// Four squares.
    Services,
    /// A screen: a machine.
    Vm,
    /// A safe.
    Vault,
    /// A list.
    Items,
    /// Bars in time.
    Job,
    /// A calendar with a tick.
    Policy,
    /// A pin.
    Location,
    /// A cube.
    Group,
    /// Two drawers.
    Host,
    /// Sliders.
    Settings,
    /// A lens.
    Search,
    /// A question mark in a ring.
    Help,
    /// A bell.
    Bell,
    /// A globe.
    Globe,
    /// A half-lit disc.
    Theme,
    /// Three lines.
    Menu,
    /// Three dots.
    More,
    /// An arrow down.
    Chev,
    /// An arrow right.
    Right,
    /// An arrow left.
    Left,
    /// A cross.
    Close,
    /// A plus.
    Plus,
    /// A tick.
    Check,
    /// Two arrows in a ring.
    Refresh,
    /// An arrow into a tray.
    Now,
    /// An arrow out of a tray.
    Restore,
    /// A square in a ring.
    Stop,
    /// A sheet.
    File,
    /// An arrow out of a frame.
    Open,
    /// A shield with a tick.
    Verify,
    /// A key.
    Key,
    /// A stack of discs.
    Disk,
    /// Two sheets.
    Copy,
    /// An arrow out of a door.
    SignOut,
    /// A bin.
    Trash,
    /// A screen on a wall.
    Wall,
    /// Head and shoulders.
    User,
}

impl IconName {
    const fn reference(self) -> &'static str {
        match self {
            IconName::Mark => "#i-mark",
            IconName::Overview => "#i-overview",
            IconName::Services => "#i-services",
            IconName::Vm => "#i-vm",
            IconName::Vault => "#i-vault",
            IconName::Items => "#i-items",
            IconName::Job => "#i-job",
            IconName::Policy => "#i-policy",
            IconName::Location => "#i-location",
            IconName::Group => "#i-group",
            IconName::Host => "#i-host",
            IconName::Settings => "#i-settings",
            IconName::Search => "#i-search",
            IconName::Help => "#i-help",
            IconName::Bell => "#i-bell",
            IconName::Globe => "#i-globe",
            IconName::Theme => "#i-theme",
            IconName::Menu => "#i-menu",
            IconName::More => "#i-more",
            IconName::Chev => "#i-chev",
            IconName::Right => "#i-right",
            IconName::Left => "#i-left",
            IconName::Close => "#i-close",
            IconName::Plus => "#i-plus",
            IconName::Check => "#i-check",
            IconName::Refresh => "#i-refresh",
            IconName::Now => "#i-now",
            IconName::Restore => "#i-restore",
            IconName::Stop => "#i-stop",
            IconName::File => "#i-file",
            IconName::Open => "#i-open",
            IconName::Verify => "#i-verify",
            IconName::Key => "#i-key",
            IconName::Disk => "#i-disk",
            IconName::Copy => "#i-copy",
            IconName::SignOut => "#i-sign-out",
            IconName::Trash => "#i-trash",
            IconName::Wall => "#i-wall",
            IconName::User => "#i-user",
        }
    }
}

/// How large an icon is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum IconSize {
    /// 16 px.
    Small,
    /// 20 px.
    #[default]
    Medium,
    /// 40 px.
    Large,
}

impl IconSize {
    const fn word(self) -> &'static str {
        match self {
            IconSize::Small => "small",
            IconSize::Medium => "medium",
            IconSize::Large => "large",
        }
    }
}

/// An icon. It says nothing to screen readers; the text beside it does.
#[component]
pub(crate) fn Icon(
    /// Which one.
    name: IconName,
    /// How large.
    #[prop(optional)]
    size: IconSize,
) -> impl IntoView {
    view! {
        <svg class="icon" data-size=size.word() aria-hidden="true">
            <use href=name.reference()></use>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_find_each_icon_in_the_sprite() {
        let sprite = include_str!("../../../style/icons.svg");
        for name in [
            IconName::Mark,
            IconName::Overview,
            IconName::Services,
            IconName::Vm,
            IconName::Vault,
            IconName::Items,
            IconName::Job,
            IconName::Policy,
            IconName::Location,
            IconName::Group,
            IconName::Host,
            IconName::Settings,
            IconName::Search,
            IconName::Bell,
            IconName::Globe,
            IconName::Theme,
            IconName::Menu,
            IconName::More,
            IconName::Chev,
            IconName::Right,
            IconName::Left,
            IconName::Close,
            IconName::Plus,
            IconName::Check,
            IconName::Refresh,
            IconName::Now,
            IconName::Restore,
            IconName::Stop,
            IconName::File,
            IconName::Open,
            IconName::Verify,
            IconName::Key,
            IconName::Disk,
            IconName::Copy,
            IconName::SignOut,
            IconName::Trash,
            IconName::Wall,
        ] {
            let id = format!("id=\"{}\"", &name.reference()[1..]);
            assert!(sprite.contains(&id), "{id}");
        }
    }
}

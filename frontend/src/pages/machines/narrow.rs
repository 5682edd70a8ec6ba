//! What the address says of the list: which machines it is narrowed to.

use shared::id::LocationId;
use shared::machine::Machine;

use crate::api::Query;
use crate::navigation::Address;
use crate::routes::Route;

const PROTECTION: &str = "protection";
/// The name under which the address says the location.
pub(super) const LOCATION: &str = "location";

/// Which machines the list is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrow {
    /// Only those that are protected, or only those that are not.
    pub(super) is_protected: Option<bool>,
    /// Only those of this location.
    pub(super) location: Option<LocationId>,
}

impl Narrow {
    /// What an address says.
    pub(super) fn read(address: &Address) -> Self {
        let is_protected = match address.parameter(PROTECTION).as_deref() {
            Some("none") => Some(false),
            Some("protected") => Some(true),
            _ => None,
        };
        Self { is_protected, location: address.parameter(LOCATION).and_then(|id| id.parse().ok()) }
    }

    /// The address that says it.
    pub(super) fn address(self) -> String {
        let protection = self.is_protected.map(|yes| if yes { "protected" } else { "none" });
        let query = Query::new().maybe(PROTECTION, protection).maybe(LOCATION, self.location);
        format!("{}{query}", Route::Machines.path())
    }

    /// Whether a machine is on the narrowed list.
    pub(super) fn lets_through(self, machine: &Machine) -> bool {
        self.is_protected.is_none_or(|wanted| machine.protection.is_some() == wanted)
            && self.location.is_none_or(|wanted| machine.location.id == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_write_the_address_of_each_narrowing() {
        let location = LocationId::new(uuid::Uuid::from_u128(1));
        assert_eq!(Narrow::default().address(), "/machines");
        let none = Narrow { is_protected: Some(false), ..Narrow::default() };
        assert_eq!(none.address(), "/machines?protection=none");
        let both = Narrow { is_protected: Some(true), location: Some(location) };
        assert_eq!(both.address(), format!("/machines?protection=protected&location={location}"));
    }
}

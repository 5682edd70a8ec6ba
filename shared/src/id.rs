//! The registry of ids: one `Copy` newtype over a UUID (version 7, made by the server) for each kind of thing.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(uuid::Uuid);

        impl $name {
            /// The id that this UUID stands for.
            pub const fn new(uuid: uuid::Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself, for the database and for names of files.
            pub const fn uuid(self) -> uuid::Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A hypervisor or a folder of disk images.
    HostId,
    /// A protected item: a machine under a policy in one vault.
    ItemId,
    /// A long operation.
    JobId,
    /// A place with storage for vaults.
    LocationId,
    /// A virtual machine; its uuid, never its name, is its identity.
    MachineId,
    /// An entry behind the bell.
    NotificationId,
    /// A schedule and a retention.
    PolicyId,
    /// One restorable state of an item.
    RecoveryPointId,
    /// A group of vaults and machines.
    ResourceGroupId,
    /// A shared screen.
    ScreenId,
    /// A group of resource groups.
    SubscriptionId,
    /// A bearer token of a script.
    TokenId,
    /// Someone who signs in.
    UserId,
    /// A Recovery Services vault.
    VaultId,
}

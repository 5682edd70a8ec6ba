//! What went wrong, in the form of RFC 9457 with a closed list of codes.

use serde::{Deserialize, Serialize};

use crate::name::NameRefused;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $status:literal, $title:literal, $next:literal;)+) => {
        /// Every problem that a request or a job can end with. The page translates each one, so a new code without its sentences does not compile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum Code {
            $($(#[$doc])* $name,)+
        }

        impl Code {
            /// All codes, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The HTTP status that goes with the code.
            pub const fn status(self) -> u16 {
                match self { $(Code::$name => $status,)+ }
            }

            /// What happened, in English, for people who read the API.
            pub const fn title(self) -> &'static str {
                match self { $(Code::$name => $title,)+ }
            }

            /// What to do about it, in English.
            pub const fn next_step(self) -> &'static str {
                match self { $(Code::$name => $next,)+ }
            }

            /// The code as it stands in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => stringify!($name),)+ }
            }

            /// The code that this text names.
            pub fn from_name(text: &str) -> Option<Code> {
                match text { $(stringify!($name) => Some(Code::$name),)+ _ => None }
            }
        }
    };
}

codes! {
    /// The body is not the JSON that the route takes.
    BadRequest = 400, "The request cannot be read.", "Compare it with the API's document.";
    /// One or more fields break a rule; `errors` names them.
    InvalidInput = 422, "Some fields are not valid.", "Correct the fields that are named.";
    /// Nobody is signed in.
    Unauthenticated = 401, "You are not signed in.", "Sign in and try again.";
    /// Name or password is wrong; which one is not told.
    WrongCredentials = 401, "The name or the password is wrong.", "Check both and try again.";
    /// Name and password are right, and a second factor is asked for besides.
    SecondFactorNeeded = 401, "A code is needed besides the password.", "Type the code that your authenticator app shows, or a recovery code.";
    /// The second factor is wrong, or was used before.
    SecondFactorWrong = 401, "The code is wrong or was used before.", "Wait for the next code, or use a recovery code.";
    /// There is a second factor already.
    SecondFactorOn = 409, "There is a second factor already.", "Remove it before you add another.";
    /// What the identity provider answered does not fit what was asked.
    IdentityRefused = 403, "The identity provider did not confirm who you are.", "Try again, or sign in with your password.";
    /// Nobody here has linked this account of the identity provider.
    IdentityUnknown = 403, "That account is linked to no user of this server.", "Sign in with your password and link it under Your account.";
    /// Someone else has linked it.
    IdentityTaken = 409, "That account is linked to another user.", "Sign in at the identity provider with another account.";
    /// The identity provider does not answer, or not as it should.
    IdentityProviderUnreachable = 503, "The identity provider does not answer as it should.", "Try again later, or sign in with your password.";
    /// Too many failed sign-ins from this address or for this name.
    TooManyAttempts = 429, "There were too many failed attempts.", "Wait for the time that Retry-After names.";
    /// No screen waits with this code.
    PairingCodeUnknown = 404, "No screen shows this code.", "Compare it with the screen; a code is good for five minutes.";
    /// The role does not allow it.
    Forbidden = 403, "Your role does not allow this.", "Ask an Owner for the role that does.";
    /// The request comes from another site.
    OriginRefused = 403, "The request comes from an address that this server does not answer to.", "Open the page by the server's own address.";
    /// No such thing, or none that you may see.
    NotFound = 404, "There is no such thing here.", "It may have been deleted; go back to the list.";
    /// The route exists, the method does not.
    MethodNotAllowed = 405, "The route does not take this method.", "Compare the request with the API's document.";
    /// The body is larger than the route takes.
    PayloadTooLarge = 413, "The request is too large.", "Send less at once.";
    /// The server is stopping or not ready.
    Unavailable = 503, "The server cannot answer at the moment.", "Try again in a moment.";
    /// A fault of ours; the cause is in the server's log beside the trace id.
    Internal = 500, "Something went wrong on the server.", "Look for the trace id in the server's log.";
    /// The first Owner exists.
    SetupDone = 409, "This server is set up already.", "Sign in.";
    /// The one-time link is wrong or used.
    SetupLinkInvalid = 403, "This one-time link is not valid.", "Take the newest link from the server's output.";
    /// Somebody must be able to do everything.
    LastOwner = 409, "This is the last Owner of the whole server.", "Make someone else an Owner of everything first.";
    /// One's own password is changed with the old one, and reset by nobody.
    OldPasswordNeeded = 409, "This is your own password.", "Change it in your account, with the old one.";
    /// A name is in use (case does not count).
    NameTaken = 409, "The name is in use.", "Choose another name.";
    /// The vault still holds items.
    VaultNotEmpty = 409, "The vault still holds backup items.", "Remove its items first.";
    /// The vault is still being created, or its creation failed.
    VaultNotReady = 409, "The vault is not ready.", "Wait for its creation, or delete it and create it again.";
    /// Redundancy is fixed once the vault protects something.
    StorageTypeLocked = 409, "The redundancy is fixed, because the vault protects machines.", "Create another vault for the other redundancy.";
    /// The machine is protected by a vault.
    AlreadyProtected = 409, "The machine is protected already.", "Open its backup item.";
    /// The machine stands in another location than the vault.
    RegionMismatch = 400, "The machine and the vault stand in different locations.", "Choose a vault in the machine's location.";
    /// The policy belongs to another vault.
    PolicyMismatch = 400, "The policy belongs to another vault.", "Choose one of the vault's own policies.";
    /// Another backup of this machine is queued or running.
    UserErrorBackupOperationInProgress = 409, "Another backup of this machine is in progress.", "Wait for it or cancel it.";
    /// A verification or a prune of the vault is queued or running.
    MaintenanceInProgress = 409, "The vault is being verified or pruned already.", "Wait for that job or cancel it.";
    /// The clock has jumped, and nothing is removed by its date until an Owner has confirmed the time.
    ClockDoubted = 409, "The server's clock has jumped, so nothing is removed by its date.", "Set the clock right, or let an Owner confirm that the time is right; then run the job again.";
    /// There is no jump of the clock, or another one than was meant.
    ClockNotAsSeen = 409, "The clock stands otherwise than you saw.", "Compare the times again, and confirm them if they are right.";
    /// The machine is not actively protected.
    UserErrorBcmDatasourceNotPresent = 409, "The machine is not actively protected.", "Enable backup for it.";
    /// The last day of retention has passed.
    RetainUntilInPast = 422, "The day lies in the past.", "Choose today or a later day.";
    /// The job is not running any more, or cannot be stopped.
    JobNotCancellable = 409, "The job cannot be cancelled.", "It has ended already, or its last step is under way.";
    /// The job did not fail, or its object is gone.
    JobNotRetriable = 409, "The job cannot be run again.", "Only failed and cancelled jobs can.";
    /// The path lies outside the roots of `cofre.toml`.
    PathOutsideRoots = 422, "The folder lies outside the allowed roots.", "Choose a folder beneath a root of cofre.toml, or add one.";
    /// The path does not lead to a folder.
    FolderMissing = 422, "There is no such folder.", "Create it or correct the path.";
    /// A restore never writes over a file.
    TargetExists = 409, "The target exists already.", "Choose a new folder name; nothing is overwritten.";
    /// The target's file system has not enough room.
    NotEnoughSpace = 409, "There is not enough free space.", "Free some space or choose another place.";
    /// The folder of a host cannot be read.
    HostUnreadable = 409, "The host's folder cannot be read.", "Check that it exists and that the server may read it.";
    /// A tool that makes the sample disks is missing.
    ToolMissing = 409, "A program that this needs is not installed.", "Install the program that the log names.";
    /// The image was on the host once and is not any more.
    ImageMissing = 409, "A disk image is missing.", "Bring it back, or discover the host again.";
    /// The image cannot be opened or read.
    ImageUnreadable = 409, "A disk image cannot be read.", "Check the file, its permissions and the disk below it.";
    /// The image shrank or was replaced in mid-backup.
    ImageChanged = 409, "A disk image changed while it was read.", "Make sure that nothing writes to it, and run the job again.";
    /// The image is open in a running QEMU.
    ImageInUse = 409, "A disk image is in use by a running machine.", "Shut the machine down and run the job again.";
    /// The image is not what its name says.
    ImageInvalid = 409, "A disk image is not valid.", "Check the image with qemu-img check.";
    /// The image's header names a backing or data file.
    ImageNamesAnotherFile = 409, "A disk image names another file as part of its data.", "Flatten it with qemu-img convert, then discover the host again.";
    /// The vault's storage is full.
    VaultFull = 507, "The vault's storage is full.", "Free some space on it; nothing that was backed up is lost.";
    /// The vault's storage cannot be reached.
    VaultUnreachable = 503, "The vault's storage cannot be reached.", "Check that it is there and that the server may write to it.";
    /// The password does not open the vault.
    VaultWrongPassword = 409, "The password does not open the vault.", "Use the password that was stored when the vault was created.";
    /// The folder holds no vault.
    NotAVault = 409, "There is no vault in this folder.", "Choose the folder that holds the vault's files config, data, index, keys and snapshots.";
    /// This server has the vault already.
    VaultAlreadyConnected = 409, "The vault is connected to this server already.", "Open it in the list of vaults.";
    /// A newer version wrote what this one cannot read.
    VaultNewer = 409, "The vault was last used by a newer version of Cofre.", "Update this server, then connect the vault again.";
    /// A file of the vault is damaged.
    VaultDamaged = 500, "A part of the vault is damaged.", "Verify everything under the vault's Maintenance; points that are not damaged can be restored.";
    /// The vault is locked by another program.
    VaultLocked = 409, "Another program holds the vault's lock.", "Wait for it to end; restic unlock removes a stale lock.";
    /// The written backup did not pass its check.
    ValidationFailed = 500, "The written backup did not pass its check.", "Run the job again; the point was not published.";
    /// The restore target cannot be written.
    TargetUnwritable = 409, "The target cannot be written.", "Check the folder, its permissions and its free space.";
    /// The server stopped while the job ran, too often to try again.
    Interrupted = 500, "The job was interrupted because the server stopped.", "Run the job again.";
    /// Another node took the job over.
    LeaseLost = 500, "The job was taken over by another server.", "Look at the newer run of the job.";
}

/// The body of every answer that is not a success (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The HTTP status, repeated.
    pub status: u16,
    /// What kind of problem it is.
    pub code: Code,
    /// What happened, in one English sentence.
    pub title: String,
    /// What is special about this occurrence, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What to do next, in English.
    pub next_step: String,
    /// The fields that break a rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// Finds the request in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
}

impl Problem {
    /// The problem of this code, without particulars.
    pub fn new(code: Code) -> Self {
        Self {
            status: code.status(),
            code,
            title: code.title().to_owned(),
            detail: None,
            next_step: code.next_step().to_owned(),
            errors: Vec::new(),
            trace_id: None,
        }
    }

    /// The same problem with what is special about this occurrence.
    #[must_use]
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The same problem, pointing at a field.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>, reason: FieldReason) -> Self {
        self.errors.push(FieldProblem { field: field.into(), reason });
        self
    }
}

/// One field of the request that breaks a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// The field's name in the request's JSON.
    pub field: String,
    /// The rule that it breaks.
    pub reason: FieldReason,
}

/// The rule that a field breaks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FieldReason {
    /// A name breaks its rule.
    Name {
        /// Which part of the rule.
        refused: NameRefused,
    },
    /// The name is in use.
    Taken,
    /// Nothing was given.
    Required,
    /// It names something that does not exist here.
    Unknown,
    /// A password shorter than this.
    PasswordTooShort {
        /// The least number of characters.
        min: usize,
    },
    /// Not the one that was set.
    Wrong,
    /// A day that has passed.
    InPast,
    /// Outside the allowed roots.
    OutsideRoots,
    /// Not a folder that can be read.
    NoFolder,
    /// Something exists there already.
    Exists,
    /// Anything else, said by the problem's code.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_find_each_code_by_its_name() {
        for code in Code::ALL {
            assert_eq!(Code::from_name(code.as_str()), Some(*code));
            assert_eq!(serde_json::to_string(code).unwrap(), format!("\"{}\"", code.as_str()));
            assert!((400..600).contains(&code.status()));
        }
    }
}

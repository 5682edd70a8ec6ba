//! Which route needs which permission: one table for all of them. A route that is not in it is refused.

use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shared::auth::{Grant, Permission, Role, Session};
use shared::id::UserId;
use shared::problem::Code;

use crate::app::App;
use crate::auth::{Principal, Secret, by_session, by_token};
use crate::error::{Error, Result};
use crate::http::SessionCookie;
use crate::screens;

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody: setting up, signing in.
    Everybody,
    /// Whoever is signed in as a person, about themselves.
    Themselves,
    /// Whoever may read, and shared screens within their scope: what the wall is made of.
    OnTheWall,
    /// Whoever has the permission on something; the handler asks the [`Principal`] about each object.
    With(Permission),
}

use Access::{Everybody, OnTheWall, Themselves, With};

/// Every route beneath `/api/v1`, with its access.
pub const RULES: &[(&str, &str, Access)] = &[
    ("GET", "/setup", Everybody),
    ("POST", "/setup", Everybody),
    ("POST", "/sessions", Everybody),
    ("GET", "/sessions/current", Everybody),
    ("DELETE", "/sessions/current", Themselves),
    ("GET", "/users", With(Permission::ManageAccess)),
    ("POST", "/users", With(Permission::ManageAccess)),
    ("GET", "/users/{id}", With(Permission::ManageAccess)),
    ("PATCH", "/users/{id}", With(Permission::ManageAccess)),
    ("DELETE", "/users/{id}", With(Permission::ManageAccess)),
    ("POST", "/users/{id}/reset-password", With(Permission::ManageAccess)),
    ("POST", "/users/{id}/end-sessions", With(Permission::ManageAccess)),
    ("DELETE", "/users/{id}/second-factor", With(Permission::ManageAccess)),
    ("POST", "/account/change-password", Themselves),
    ("GET", "/identity-provider", Everybody),
    ("POST", "/identity-provider/sign-in", Everybody),
    ("GET", "/identity-provider/callback", Everybody),
    ("POST", "/identity-provider/second-factor", Everybody),
    ("GET", "/account/identity", Themselves),
    ("POST", "/account/identity", Themselves),
    ("DELETE", "/account/identity", Themselves),
    ("GET", "/account/second-factor", Themselves),
    ("POST", "/account/second-factor", Themselves),
    ("POST", "/account/second-factor/confirm", Themselves),
    ("POST", "/account/second-factor/remove", Themselves),
    ("GET", "/tokens", With(Permission::ManageAccess)),
    ("POST", "/tokens", With(Permission::ManageAccess)),
    ("DELETE", "/tokens/{id}", With(Permission::ManageAccess)),
    ("GET", "/audit", With(Permission::ManageAccess)),
    ("GET", "/screens", With(Permission::ManageScreens)),
    ("POST", "/screens", With(Permission::ManageScreens)),
    ("DELETE", "/screens/{id}", With(Permission::ManageScreens)),
    ("GET", "/screens/current", Everybody),
    ("POST", "/screens/pairings", Everybody),
    ("GET", "/screens/pairings/{code}", With(Permission::ManageScreens)),
    ("GET", "/clock", OnTheWall),
    ("POST", "/clock/confirm", With(Permission::ConfirmClock)),
    ("GET", "/overview", OnTheWall),
    ("GET", "/overview/history", With(Permission::Read)),
    ("GET", "/events", OnTheWall),
    ("GET", "/search", With(Permission::Read)),
    ("GET", "/help/{language}", With(Permission::Read)),
    ("GET", "/help/{language}/{article}", With(Permission::Read)),
    ("GET", "/notifications", With(Permission::Read)),
    ("POST", "/notifications/seen", With(Permission::Read)),
    ("GET", "/locations", With(Permission::Read)),
    ("GET", "/subscriptions", With(Permission::Read)),
    ("POST", "/subscriptions", With(Permission::ManageInventory)),
    ("GET", "/resource-groups", With(Permission::Read)),
    ("POST", "/resource-groups", With(Permission::ManageInventory)),
    ("GET", "/resource-groups/restore-points", With(Permission::Read)),
    ("GET", "/hosts", With(Permission::Read)),
    ("POST", "/hosts", With(Permission::ManageInventory)),
    ("POST", "/hosts/{id}/discover", With(Permission::ManageInventory)),
    ("GET", "/image-roots", With(Permission::ManageInventory)),
    ("POST", "/sample-disks", With(Permission::ManageInventory)),
    ("GET", "/machines", With(Permission::Read)),
    ("GET", "/machines/{id}", With(Permission::Read)),
    ("POST", "/machines/{id}/protection", With(Permission::EnableBackup)),
    ("GET", "/vaults", With(Permission::Read)),
    ("POST", "/vaults", With(Permission::CreateVault)),
    ("POST", "/vaults/inspect", With(Permission::CreateVault)),
    ("POST", "/vaults/connect", With(Permission::CreateVault)),
    ("GET", "/locations/{id}/found-vaults", With(Permission::CreateVault)),
    ("GET", "/vaults/{id}", With(Permission::Read)),
    ("DELETE", "/vaults/{id}", With(Permission::DeleteVault)),
    ("GET", "/vaults/{id}/password", With(Permission::ReadVaultPassword)),
    ("POST", "/vaults/{id}/confirm-password", With(Permission::ConfirmPassword)),
    ("GET", "/vaults/{id}/policies", With(Permission::Read)),
    ("PATCH", "/vaults/{id}/backup-configuration", With(Permission::ConfigureVault)),
    ("GET", "/vaults/{id}/maintenance", With(Permission::Read)),
    ("POST", "/vaults/{id}/verify", With(Permission::VerifyVault)),
    ("GET", "/vaults/{id}/prune-plan", With(Permission::PruneVault)),
    ("POST", "/vaults/{id}/prune", With(Permission::PruneVault)),
    ("GET", "/vaults/{id}/protectable-machines", With(Permission::Read)),
    ("POST", "/vaults/{id}/items", With(Permission::EnableBackup)),
    ("GET", "/policies/{id}", With(Permission::Read)),
    ("GET", "/items", With(Permission::Read)),
    ("GET", "/items/{id}", With(Permission::Read)),
    ("POST", "/items/{id}/backup", With(Permission::BackupNow)),
    ("POST", "/items/{id}/resume", With(Permission::EnableBackup)),
    ("GET", "/items/{id}/recovery-points", With(Permission::Read)),
    ("GET", "/items/{id}/days", With(Permission::Read)),
    ("GET", "/recovery-points/{id}", With(Permission::Read)),
    ("POST", "/recovery-points/{id}/restore", With(Permission::Restore)),
    ("GET", "/restore-roots", With(Permission::Restore)),
    ("GET", "/jobs", With(Permission::Read)),
    ("GET", "/jobs/{id}", With(Permission::Read)),
    ("GET", "/jobs/{id}/log", With(Permission::Read)),
    ("POST", "/jobs/{id}/cancel", With(Permission::ControlJob)),
    ("POST", "/jobs/{id}/retry", With(Permission::ControlJob)),
];

/// Where the API begins.
pub(super) const PREFIX: &str = "/api/v1";

fn rule(method: &str, path: &str) -> Option<Access> {
    let path = path.strip_prefix(PREFIX)?;
    let method = if method == "HEAD" { "GET" } else { method };
    RULES.iter().find(|(m, p, _)| *m == method && *p == path).map(|(_, _, access)| *access)
}

/// Finds out who asks and lets through what the table allows.
pub(super) async fn check(State(app): State<App>, path: MatchedPath, request: Request, next: Next) -> Response {
    match admit(&app, &path, request).await {
        Ok(request) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

async fn admit(app: &App, path: &MatchedPath, mut request: Request) -> Result<Request> {
    let Some(access) = rule(request.method().as_str(), path.as_str()) else {
        return Err(Code::MethodNotAllowed.into());
    };
    if access == Everybody {
        return Ok(request);
    }
    let caller = identify(app, request.headers(), access == OnTheWall).await?;
    let permission = match access {
        With(permission) => permission,
        Everybody | Themselves | OnTheWall => Permission::Read,
    };
    if access == Themselves && caller.session.is_none() {
        return Err(Code::Unauthenticated.into());
    }
    request.extensions_mut().insert(caller.principal(permission, access == Themselves)?);
    Ok(request)
}

/// Who sent these headers, now: for the stream, which goes on after its request was let through.
pub(super) async fn renew(app: &App, permission: Permission, headers: &HeaderMap) -> Result<Principal> {
    identify(app, headers, true).await?.principal(permission, false)
}

struct Caller {
    name: String,
    grants: Vec<Grant>,
    session: Option<Session>,
    person: Option<UserId>,
}

impl Caller {
    /// The caller with the permission of the route; refused when no grant has it, unless it is about themselves.
    fn principal(self, permission: Permission, about_themselves: bool) -> Result<Principal> {
        if !about_themselves && !self.grants.iter().any(|grant| grant.role >= permission.least_role()) {
            return Err(Code::Forbidden.into());
        }
        let user = self.session.map(|session| session.user.id);
        Ok(Principal { name: self.name, user, person: self.person, grants: self.grants, permission })
    }
}

/// A bearer token when one is sent, else the session's cookie, else on the wall the screen's. Elsewhere a screen is nobody.
async fn identify(app: &App, headers: &HeaderMap, on_the_wall: bool) -> Result<Caller, Error> {
    if let Some(value) = headers.get("authorization") {
        let secret = value.to_str().ok().and_then(|text| text.strip_prefix("Bearer ")).map(Secret::received);
        let Some(secret) = secret else { return Err(Code::Unauthenticated.into()) };
        let Some((token, person)) = by_token(app, &secret).await? else { return Err(Code::Unauthenticated.into()) };
        let name = format!("token {}", token.name);
        return Ok(Caller { name, grants: vec![token.grant], session: None, person });
    }
    if let Some(secret) = SessionCookie::of(&app.config).read(headers)
        && let Some(session) = by_session(app, &secret).await?
    {
        let (name, grants) = (session.user.name.clone(), session.user.grants.clone());
        let person = Some(session.user.id);
        return Ok(Caller { name, grants, session: Some(session), person });
    }
    if on_the_wall
        && let Some(secret) = SessionCookie::of_screen(&app.config).read(headers)
        && let Some(screen) = screens::by_secret(app, &secret).await?
    {
        let grant = Grant { role: Role::BackupReader, scope: screen.scope };
        return Ok(Caller {
            name: format!("screen {}", screen.name),
            grants: vec![grant],
            session: None,
            person: None,
        });
    }
    Err(Code::Unauthenticated.into())
}

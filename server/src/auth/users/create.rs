//! Adding users: the first Owner by the one-time link, the others by an Owner.

use shared::audit::Action;
use shared::auth::{CreateUser, Grant, Role, Scope, Setup, User};
use shared::event::Topic;
use shared::id::UserId;
use shared::name::UserName;
use shared::problem::Code;
use uuid::Uuid;

use crate::app::App;
use crate::auth::users::grants;
use crate::auth::{Principal, Secret, password, store};
use crate::db::is_unique_violation;
use crate::error::{Result, taken};

/// Whether there is any user; while there is none, the one-time link is valid.
pub async fn any_user(app: &App) -> Result<bool> {
    store::any_user(&mut *app.db.read().await?).await
}

/// Makes the first Owner of the server. The link is checked first, and again by the database: of two at once one is too late.
pub async fn first_owner(app: &App, setup: Setup) -> Result<User> {
    if any_user(app).await? {
        return Err(Code::SetupDone.into());
    }
    if !app.setup_link.is(&Secret::received(&setup.token)) {
        return Err(Code::SetupLinkInvalid.into());
    }
    let hash = password::hash(&setup.password).await?;
    let user = new_user(app, &setup.name, vec![Grant { role: Role::Owner, scope: Scope::Everything }]);
    let mut tx = app.db.begin().await?;
    if store::any_user(&mut tx).await? {
        return Err(Code::SetupDone.into());
    }
    store::insert_user(&mut tx, &user, &hash).await?;
    crate::audit::record(&mut tx, &app.clock, &user.name, Action::ServerSetup, &user.name).await?;
    tx.commit().await?;
    app.setup_link.void();
    Ok(user)
}

/// Adds a user, who gets at most what the one who adds them has.
pub(super) async fn create(app: &App, principal: &Principal, request: CreateUser) -> Result<User> {
    principal.on_everything()?;
    // Looked at before the password costs time, and again where it counts.
    grants::known(&mut *app.db.read().await?, &request.grants).await?;
    let hash = password::hash(&request.password).await?;
    let mut tx = app.db.begin().await?;
    let grants = grants::known(&mut tx, &request.grants).await?;
    let user = new_user(app, &request.name, grants);
    match store::insert_user(&mut tx, &user, &hash).await {
        Err(e) if is_unique_violation(&e) => return Err(taken("name")),
        other => other?,
    }
    crate::audit::record(
        &mut tx,
        &app.clock,
        &principal.name,
        Action::UserCreate,
        (user.name.as_str(), user.id.uuid()),
    )
    .await?;
    tx.commit().await?;
    app.events.changed(Topic::Users, user.id.uuid());
    Ok(user)
}

fn new_user(app: &App, name: &UserName, grants: Vec<Grant>) -> User {
    User {
        id: UserId::new(Uuid::now_v7()),
        name: name.to_string(),
        grants,
        created_at: app.clock.now(),
        last_signed_in_at: None,
        second_factor: false,
    }
}

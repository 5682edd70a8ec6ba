//! People and scripts: setting up, signing in, roles.

use shared::auth::{CreateToken, CreateUser, Grant, NewToken, Role, Scope, Setup, SignIn, User};
use shared::id::{ResourceGroupId, VaultId};
use shared::name::{TokenName, UserName};

use crate::Client;

/// The name of the first Owner.
pub const OWNER: &str = "olivia";
/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";

/// A role on the whole server.
pub fn everything(role: Role) -> Grant {
    Grant { role, scope: Scope::Everything }
}

/// A role on a vault.
pub fn on_vault(role: Role, vault: VaultId) -> Grant {
    Grant { role, scope: Scope::Vault(vault) }
}

/// A role on a resource group.
pub fn on_group(role: Role, group: ResourceGroupId) -> Grant {
    Grant { role, scope: Scope::ResourceGroup(group) }
}

impl Client {
    /// Makes the first Owner by the one-time link; answers them, signed in.
    pub async fn set_up(&self, link: &str) -> Client {
        let (_, token) = link.split_once("token=").expect("the link carries a token");
        let name = UserName::new(OWNER).expect("a user's name");
        let setup = Setup { token: token.to_owned(), name, password: PASSWORD.to_owned() };
        let answer = self.post("/setup", &setup).await;
        answer.is(201);
        self.with_cookie(answer.header("set-cookie"))
    }

    /// Signs in with everybody's password.
    pub async fn sign_in(&self, name: &str) -> Client {
        let answer =
            self.post("/sessions", &SignIn { name: name.to_owned(), password: PASSWORD.to_owned(), code: None }).await;
        answer.is(201);
        self.with_cookie(answer.header("set-cookie"))
    }

    /// Adds someone with this grant; answers them, signed in.
    pub async fn add_user(&self, name: &str, grant: Grant) -> Client {
        let name = UserName::new(name).expect("a user's name");
        let new = CreateUser { name: name.clone(), password: PASSWORD.to_owned(), grants: vec![grant] };
        let added: User = self.post("/users", &new).await.body(201);
        assert_eq!(added.grants, [grant]);
        self.sign_in(name.as_str()).await
    }

    /// Makes a token with this grant; answers the script that uses it.
    pub async fn add_token(&self, grant: Grant) -> Client {
        let name = TokenName::new("a script").expect("a token's name");
        let made: NewToken = self.post("/tokens", &CreateToken { name, grant }).await.body(201);
        self.with_token(&made.secret)
    }
}

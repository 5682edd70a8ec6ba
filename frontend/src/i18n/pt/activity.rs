//! Portuguese of Portugal: the activity log.

use shared::audit::Action;

use crate::i18n::activity::Activity;

pub(super) const ACTIVITY: Activity = Activity {
    title: "Registo de atividades",
    intro: "Quem fez o quê e quando. Nada é alguma vez removido.",
    filter: "Filtrar por pessoa ou objeto",
    when: "Quando",
    who: "Quem",
    what: "O quê",
    object: "Objeto",
    action,
};

const fn action(action: Action) -> &'static str {
    match action {
        Action::ClockConfirm => "Confirmou a hora do servidor",
        Action::HostCreate => "Adicionou um anfitrião",
        Action::HostDiscover => "Examinou um anfitrião",
        Action::ItemBackupNow => "Iniciou uma cópia de segurança",
        Action::ItemEnableBackup => "Ativou a cópia de segurança",
        Action::ItemResumeProtection => "Retomou a cópia de segurança",
        Action::JobCancel => "Cancelou uma tarefa",
        Action::JobRetry => "Voltou a executar uma tarefa",
        Action::RecoveryPointRestore => "Iniciou um restauro",
        Action::ResourceGroupCreate => "Criou um grupo de recursos",
        Action::SamplesCreate => "Criou os discos de exemplo",
        Action::ScreenPair => "Emparelhou um ecrã",
        Action::ScreenRevoke => "Revogou um ecrã",
        Action::ServerSetup => "Configurou o servidor",
        Action::SessionClose => "Terminou sessão",
        Action::SessionOpen => "Iniciou sessão",
        Action::SessionOpenByProvider => "Iniciou sessão com o fornecedor de identidade",
        Action::SessionRefuseMany => "Inícios de sessão falhados, sem pormenores",
        Action::SessionRefuseName => "Início de sessão falhado: nome desconhecido",
        Action::SessionRefusePassword => "Início de sessão falhado: palavra-passe errada",
        Action::SessionRefuseProvider => "Início de sessão falhado: fornecedor de identidade",
        Action::SessionRefuseSecondFactor => "Início de sessão falhado: segundo fator errado",
        Action::SubscriptionCreate => "Criou uma subscrição",
        Action::TokenCreate => "Criou um token",
        Action::TokenRevoke => "Revogou um token",
        Action::UserAddSecondFactor => "Adicionou um segundo fator",
        Action::UserChangeAccess => "Alterou o acesso",
        Action::UserChangePassword => "Alterou a própria palavra-passe",
        Action::UserCreate => "Adicionou um utilizador",
        Action::UserDelete => "Removeu um utilizador",
        Action::UserEndSessions => "Terminou todas as sessões de alguém",
        Action::UserLinkIdentity => "Ligou a sua conta",
        Action::UserRemoveSecondFactor => "Removeu um segundo fator",
        Action::UserResetPassword => "Repôs uma palavra-passe",
        Action::UserUnlinkIdentity => "Removeu a ligação da sua conta",
        Action::UserUseRecoveryCode => "Iniciou sessão com um código de recuperação",
        Action::VaultConfigureBackup => "Alterou a configuração de cópia de segurança",
        Action::VaultConfirmPassword => "Confirmou que a palavra-passe está guardada",
        Action::VaultConnect => "Ligou um cofre",
        Action::VaultCreate => "Criou um cofre",
        Action::VaultDelete => "Eliminou um cofre",
        Action::VaultPrune => "Limpou um cofre",
        Action::VaultReadPassword => "Leu a palavra-passe de um cofre",
        Action::VaultVerify => "Verificou um cofre",
    }
}

//! Portuguese of Portugal: what went wrong, and what to do about it.

use shared::name::NameRefused;
use shared::problem::{Code, FieldReason};

use crate::i18n::problems::Problems;

pub(super) const PROBLEMS: Problems = Problems {
    title,
    next_step,
    name,
    field,
    unreachable: "Não é possível contactar o servidor",
    unreachable_step: "Verifique a ligação. A página volta a tentar sozinha.",
    unreadable: "Não é possível ler a resposta",
    unreadable_step: "A página e o servidor podem ter versões diferentes; carregue a página de novo.",
    what_to_do: "O que fazer",
    stale: "Não foi possível atualizar isto",
    stale_text: "O que vê é de antes.",
    trace: |x| format!("Identificador de rastreio: {x}"),
};

fn title(code: Code) -> &'static str {
    match code {
        Code::BadRequest => "Não é possível ler o pedido.",
        Code::InvalidInput => "Alguns campos não são válidos.",
        Code::Unauthenticated => "Não tem sessão iniciada.",
        Code::WrongCredentials => "O nome ou a palavra-passe está errado.",
        Code::SecondFactorNeeded => "É necessário um código além da palavra-passe.",
        Code::SecondFactorWrong => "O código está errado ou já foi usado.",
        Code::SecondFactorOn => "Já existe um segundo fator.",
        Code::IdentityRefused => "O fornecedor de identidade não confirmou quem é.",
        Code::IdentityUnknown => "Esta conta não está ligada a nenhum utilizador deste servidor.",
        Code::IdentityTaken => "Esta conta está ligada a outro utilizador.",
        Code::IdentityProviderUnreachable => "O fornecedor de identidade não responde como devia.",
        Code::TooManyAttempts => "Houve demasiadas tentativas falhadas.",
        Code::PairingCodeUnknown => "Nenhum ecrã mostra este código.",
        Code::Forbidden => "A sua função não permite isto.",
        Code::OriginRefused => "O pedido vem de um endereço ao qual este servidor não responde.",
        Code::NotFound => "Isto não existe aqui.",
        Code::MethodNotAllowed => "A rota não aceita este método.",
        Code::PayloadTooLarge => "O pedido é demasiado grande.",
        Code::Unavailable => "O servidor não pode responder neste momento.",
        Code::Internal => "Algo correu mal no servidor.",
        Code::SetupDone => "Este servidor já está configurado.",
        Code::SetupLinkInvalid => "Esta ligação de utilização única não é válida.",
        Code::LastOwner => "Este é o último Proprietário de todo o servidor.",
        Code::OldPasswordNeeded => "Esta é a sua própria palavra-passe.",
        Code::NameTaken => "O nome já está em uso.",
        Code::VaultNotEmpty => "O cofre ainda contém itens de cópia de segurança.",
        Code::VaultNotReady => "O cofre não está pronto.",
        Code::StorageTypeLocked => "A redundância é fixa, porque o cofre protege máquinas.",
        Code::AlreadyProtected => "A máquina já está protegida.",
        Code::RegionMismatch => "A máquina e o cofre estão em localizações diferentes.",
        Code::PolicyMismatch => "A política pertence a outro cofre.",
        Code::UserErrorBackupOperationInProgress => "Há outra cópia de segurança desta máquina em curso.",
        Code::MaintenanceInProgress => "O cofre já está a ser verificado ou limpo.",
        Code::ClockDoubted => "O relógio do servidor deu um salto, por isso nada é removido por data.",
        Code::ClockNotAsSeen => "O relógio já não está como o viu.",
        Code::UserErrorBcmDatasourceNotPresent => "A máquina não está ativamente protegida.",
        Code::RetainUntilInPast => "O dia já passou.",
        Code::JobNotCancellable => "Não é possível cancelar a tarefa.",
        Code::JobNotRetriable => "Não é possível executar a tarefa de novo.",
        Code::PathOutsideRoots => "A pasta está fora das raízes permitidas.",
        Code::FolderMissing => "Essa pasta não existe.",
        Code::TargetExists => "O destino já existe.",
        Code::NotEnoughSpace => "Não há espaço livre suficiente.",
        Code::HostUnreadable => "Não é possível ler a pasta do anfitrião.",
        Code::ToolMissing => "Um programa necessário não está instalado.",
        Code::ImageMissing => "Falta uma imagem de disco.",
        Code::ImageUnreadable => "Não é possível ler uma imagem de disco.",
        Code::ImageChanged => "Uma imagem de disco mudou enquanto era lida.",
        Code::ImageInUse => "Uma imagem de disco está a ser usada por uma máquina em execução.",
        Code::ImageInvalid => "Uma imagem de disco não é válida.",
        Code::ImageNamesAnotherFile => "Uma imagem de disco indica outro ficheiro como parte dos dados.",
        Code::VaultFull => "O armazenamento do cofre está cheio.",
        Code::VaultUnreachable => "Não é possível aceder ao armazenamento do cofre.",
        Code::VaultWrongPassword => "A palavra-passe não abre o cofre.",
        Code::NotAVault => "Não há nenhum cofre nesta pasta.",
        Code::VaultAlreadyConnected => "O cofre já está ligado a este servidor.",
        Code::VaultNewer => "O cofre foi usado por uma versão mais recente do Cofre.",
        Code::VaultDamaged => "Uma parte do cofre está danificada.",
        Code::VaultLocked => "Outro programa tem o cofre bloqueado.",
        Code::ValidationFailed => "A cópia de segurança escrita não passou na verificação.",
        Code::TargetUnwritable => "Não é possível escrever no destino.",
        Code::Interrupted => "A tarefa foi interrompida porque o servidor parou.",
        Code::LeaseLost => "A tarefa foi assumida por outro servidor.",
    }
}

fn next_step(code: Code) -> &'static str {
    match code {
        Code::BadRequest => "Compare-o com o documento da API.",
        Code::InvalidInput => "Corrija os campos assinalados.",
        Code::Unauthenticated => "Inicie sessão e tente novamente.",
        Code::WrongCredentials => "Verifique ambos e tente novamente.",
        Code::SecondFactorNeeded => {
            "Escreva o código que a sua aplicação de autenticação mostra ou um código de recuperação."
        }
        Code::SecondFactorWrong => "Aguarde o próximo código ou use um código de recuperação.",
        Code::SecondFactorOn => "Remova-o antes de adicionar outro.",
        Code::IdentityRefused => "Tente novamente, ou inicie sessão com a palavra-passe.",
        Code::IdentityUnknown => "Inicie sessão com a palavra-passe e ligue a conta em A sua conta.",
        Code::IdentityTaken => "Inicie sessão no fornecedor de identidade com outra conta.",
        Code::IdentityProviderUnreachable => "Tente mais tarde, ou inicie sessão com a palavra-passe.",
        Code::TooManyAttempts => "Aguarde um pouco e tente novamente.",
        Code::PairingCodeUnknown => "Compare-o com o ecrã; um código é válido durante cinco minutos.",
        Code::Forbidden => "Peça a um Proprietário a função que o permite.",
        Code::OriginRefused => "Abra a página pelo endereço do próprio servidor.",
        Code::NotFound => "Pode ter sido eliminado; volte à lista.",
        Code::MethodNotAllowed => "Compare o pedido com o documento da API.",
        Code::PayloadTooLarge => "Envie menos de cada vez.",
        Code::Unavailable => "Tente novamente dentro de momentos.",
        Code::Internal => "Procure o identificador de rastreio no registo do servidor.",
        Code::SetupDone => "Inicie sessão.",
        Code::SetupLinkInvalid => "Use a ligação mais recente que o servidor escreveu.",
        Code::LastOwner => "Torne primeiro outra pessoa Proprietária de tudo.",
        Code::OldPasswordNeeded => "Altere-a na sua conta, com a antiga.",
        Code::NameTaken => "Escolha outro nome.",
        Code::VaultNotEmpty => "Remova primeiro os itens.",
        Code::VaultNotReady => "Aguarde a criação, ou elimine-o e crie-o de novo.",
        Code::StorageTypeLocked => "Crie outro cofre para a outra redundância.",
        Code::AlreadyProtected => "Abra o item de cópia de segurança.",
        Code::RegionMismatch => "Escolha um cofre na localização da máquina.",
        Code::PolicyMismatch => "Escolha uma das políticas do próprio cofre.",
        Code::UserErrorBackupOperationInProgress => "Aguarde que termine ou cancele-a.",
        Code::MaintenanceInProgress => "Aguarde por essa tarefa ou cancele-a.",
        Code::ClockDoubted => {
            "Acerte o relógio, ou peça a um Proprietário que confirme a hora; depois execute a tarefa de novo."
        }
        Code::ClockNotAsSeen => "Compare as horas de novo e confirme-as se estiverem certas.",
        Code::UserErrorBcmDatasourceNotPresent => "Ative a cópia de segurança.",
        Code::RetainUntilInPast => "Escolha hoje ou um dia posterior.",
        Code::JobNotCancellable => "Já terminou, ou o último passo está em curso.",
        Code::JobNotRetriable => "Só as tarefas com falha e as canceladas podem.",
        Code::PathOutsideRoots => "Escolha uma pasta abaixo de uma raiz de cofre.toml, ou adicione uma.",
        Code::FolderMissing => "Crie-a ou corrija o caminho.",
        Code::TargetExists => "Escolha um novo nome de pasta; nada é substituído.",
        Code::NotEnoughSpace => "Liberte espaço ou escolha outro sítio.",
        Code::HostUnreadable => "Verifique se existe e se o servidor a pode ler.",
        Code::ToolMissing => "Instale o programa que o registo indica.",
        Code::ImageMissing => "Reponha-a, ou volte a descobrir o anfitrião.",
        Code::ImageUnreadable => "Verifique o ficheiro, as permissões e o disco em que está.",
        Code::ImageChanged => "Garanta que nada escreve nela e execute a tarefa de novo.",
        Code::ImageInUse => "Desligue a máquina e execute a tarefa de novo.",
        Code::ImageInvalid => "Verifique a imagem com qemu-img check.",
        Code::ImageNamesAnotherFile => "Converta-a com qemu-img convert e volte a descobrir o anfitrião.",
        Code::VaultFull => "Liberte espaço nele; nada do que foi copiado se perde.",
        Code::VaultUnreachable => "Verifique se existe e se o servidor pode escrever nele.",
        Code::VaultWrongPassword => "Use a palavra-passe guardada quando o cofre foi criado.",
        Code::NotAVault => "Escolha a pasta que contém os ficheiros config, data, index, keys e snapshots do cofre.",
        Code::VaultAlreadyConnected => "Abra-o na lista de cofres.",
        Code::VaultNewer => "Atualize este servidor e volte a ligar o cofre.",
        Code::VaultDamaged => {
            "Verifique tudo em Manutenção do cofre; os pontos que não estejam danificados podem ser restaurados."
        }
        Code::VaultLocked => "Aguarde que termine; restic unlock remove um bloqueio antigo.",
        Code::ValidationFailed => "Execute a tarefa de novo; o ponto não foi publicado.",
        Code::TargetUnwritable => "Verifique a pasta, as permissões e o espaço livre.",
        Code::Interrupted => "Execute a tarefa de novo.",
        Code::LeaseLost => "Veja a execução mais recente da tarefa.",
    }
}

fn name(refused: NameRefused) -> String {
    match refused {
        NameRefused::TooShort { min } => format!("Pelo menos {min} carateres"),
        NameRefused::TooLong { max } => format!("No máximo {max} carateres"),
        NameRefused::MustStartWithLetter => "Comece por uma letra".to_owned(),
        NameRefused::MustNotEndWith { character } => format!("«{character}» não pode ficar no fim"),
        NameRefused::Character { character } => format!("«{character}» não é permitido"),
        NameRefused::OuterSpace => "Sem espaços no início ou no fim".to_owned(),
    }
}

fn field(reason: &FieldReason) -> String {
    match reason {
        FieldReason::Name { refused } => name(*refused),
        FieldReason::Taken => "Este nome já está em uso".to_owned(),
        FieldReason::Required => "Isto é necessário".to_owned(),
        FieldReason::Unknown => "Isto não existe aqui".to_owned(),
        FieldReason::PasswordTooShort { min } => format!("Pelo menos {min} carateres"),
        FieldReason::Wrong => "Isto não está certo".to_owned(),
        FieldReason::InPast => "Este dia já passou".to_owned(),
        FieldReason::OutsideRoots => "Está fora das raízes permitidas".to_owned(),
        FieldReason::NoFolder => "Essa pasta não existe".to_owned(),
        FieldReason::Exists => "Isto já existe".to_owned(),
        FieldReason::Refused => "Isto não é aceite".to_owned(),
    }
}

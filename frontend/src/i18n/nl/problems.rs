//! Dutch: what went wrong, and what to do about it.

use shared::name::NameRefused;
use shared::problem::{Code, FieldReason};

use crate::i18n::problems::Problems;

pub(super) const PROBLEMS: Problems = Problems {
    title,
    next_step,
    name,
    field,
    unreachable: "De server is onbereikbaar",
    unreachable_step: "Controleer de verbinding. De pagina probeert het vanzelf opnieuw.",
    unreadable: "Het antwoord kan niet worden gelezen",
    unreadable_step: "De pagina en de server kunnen van verschillende versies zijn; laad de pagina opnieuw.",
    what_to_do: "Wat te doen",
    stale: "Dit kon niet worden bijgewerkt",
    stale_text: "Wat u ziet is van eerder.",
    trace: |x| format!("Tracering-id: {x}"),
};

fn title(code: Code) -> &'static str {
    match code {
        Code::BadRequest => "De aanvraag kan niet worden gelezen.",
        Code::InvalidInput => "Sommige velden zijn niet geldig.",
        Code::Unauthenticated => "U bent niet aangemeld.",
        Code::WrongCredentials => "De naam of het wachtwoord is onjuist.",
        Code::TooManyAttempts => "Er waren te veel mislukte pogingen.",
        Code::PairingCodeUnknown => "Geen scherm toont deze code.",
        Code::Forbidden => "Uw rol staat dit niet toe.",
        Code::OriginRefused => "De aanvraag komt van een adres waarop deze server niet antwoordt.",
        Code::NotFound => "Dit bestaat hier niet.",
        Code::MethodNotAllowed => "De route accepteert deze methode niet.",
        Code::PayloadTooLarge => "De aanvraag is te groot.",
        Code::Unavailable => "De server kan nu niet antwoorden.",
        Code::Internal => "Er ging iets mis op de server.",
        Code::SetupDone => "Deze server is al ingericht.",
        Code::SetupLinkInvalid => "Deze eenmalige koppeling is niet geldig.",
        Code::LastOwner => "Dit is de laatste eigenaar van de hele server.",
        Code::OldPasswordNeeded => "Dit is uw eigen wachtwoord.",
        Code::NameTaken => "De naam is in gebruik.",
        Code::VaultNotEmpty => "De kluis bevat nog back-upitems.",
        Code::VaultNotReady => "De kluis is niet gereed.",
        Code::StorageTypeLocked => "De redundantie ligt vast, omdat de kluis machines beveiligt.",
        Code::AlreadyProtected => "De machine is al beveiligd.",
        Code::RegionMismatch => "De machine en de kluis staan op verschillende locaties.",
        Code::PolicyMismatch => "Het beleid hoort bij een andere kluis.",
        Code::UserErrorBackupOperationInProgress => "Er is al een back-up van deze machine bezig.",
        Code::UserErrorBcmDatasourceNotPresent => "De machine wordt niet actief beveiligd.",
        Code::RetainUntilInPast => "De dag is voorbij.",
        Code::JobNotCancellable => "De taak kan niet worden geannuleerd.",
        Code::JobNotRetriable => "De taak kan niet opnieuw worden uitgevoerd.",
        Code::PathOutsideRoots => "De map ligt buiten de toegestane hoofdmappen.",
        Code::FolderMissing => "Die map bestaat niet.",
        Code::TargetExists => "Het doel bestaat al.",
        Code::NotEnoughSpace => "Er is niet genoeg vrije ruimte.",
        Code::HostUnreadable => "De map van de host kan niet worden gelezen.",
        Code::ToolMissing => "Een programma dat hiervoor nodig is, is niet geïnstalleerd.",
        Code::ImageMissing => "Een schijfinstallatiekopie ontbreekt.",
        Code::ImageUnreadable => "Een schijfinstallatiekopie kan niet worden gelezen.",
        Code::ImageChanged => "Een schijfinstallatiekopie veranderde tijdens het lezen.",
        Code::ImageInUse => "Een schijfinstallatiekopie wordt gebruikt door een draaiende machine.",
        Code::ImageInvalid => "Een schijfinstallatiekopie is niet geldig.",
        Code::ImageNamesAnotherFile => "Een schijfinstallatiekopie noemt een ander bestand als deel van de gegevens.",
        Code::VaultFull => "De opslag van de kluis is vol.",
        Code::VaultUnreachable => "De opslag van de kluis is onbereikbaar.",
        Code::VaultWrongPassword => "Het wachtwoord opent de kluis niet.",
        Code::VaultDamaged => "Een deel van de kluis is beschadigd.",
        Code::VaultLocked => "Een ander programma houdt de kluis vergrendeld.",
        Code::ValidationFailed => "De geschreven back-up doorstond de controle niet.",
        Code::TargetUnwritable => "Er kan niet naar het doel worden geschreven.",
        Code::Interrupted => "De taak werd onderbroken omdat de server stopte.",
        Code::LeaseLost => "De taak is overgenomen door een andere server.",
    }
}

fn next_step(code: Code) -> &'static str {
    match code {
        Code::BadRequest => "Vergelijk hem met het document van de API.",
        Code::InvalidInput => "Verbeter de velden die worden genoemd.",
        Code::Unauthenticated => "Meld u aan en probeer het opnieuw.",
        Code::WrongCredentials => "Controleer beide en probeer het opnieuw.",
        Code::TooManyAttempts => "Wacht even en probeer het opnieuw.",
        Code::PairingCodeUnknown => "Vergelijk hem met het scherm; een code is vijf minuten geldig.",
        Code::Forbidden => "Vraag een eigenaar om de rol die dat wel doet.",
        Code::OriginRefused => "Open de pagina via het eigen adres van de server.",
        Code::NotFound => "Het is misschien verwijderd; ga terug naar de lijst.",
        Code::MethodNotAllowed => "Vergelijk de aanvraag met het document van de API.",
        Code::PayloadTooLarge => "Stuur minder tegelijk.",
        Code::Unavailable => "Probeer het zo dadelijk opnieuw.",
        Code::Internal => "Zoek de tracering-id op in het logboek van de server.",
        Code::SetupDone => "Meld u aan.",
        Code::SetupLinkInvalid => "Neem de nieuwste koppeling die de server toonde.",
        Code::LastOwner => "Maak eerst iemand anders eigenaar van alles.",
        Code::OldPasswordNeeded => "Wijzig het in uw account, met het oude.",
        Code::NameTaken => "Kies een andere naam.",
        Code::VaultNotEmpty => "Verwijder eerst de items.",
        Code::VaultNotReady => "Wacht tot hij gemaakt is, of verwijder hem en maak hem opnieuw.",
        Code::StorageTypeLocked => "Maak een andere kluis voor de andere redundantie.",
        Code::AlreadyProtected => "Open het back-upitem.",
        Code::RegionMismatch => "Kies een kluis op de locatie van de machine.",
        Code::PolicyMismatch => "Kies een beleid van de kluis zelf.",
        Code::UserErrorBackupOperationInProgress => "Wacht erop of annuleer hem.",
        Code::UserErrorBcmDatasourceNotPresent => "Schakel er back-up voor in.",
        Code::RetainUntilInPast => "Kies vandaag of een latere dag.",
        Code::JobNotCancellable => "Hij is al klaar, of de laatste stap is bezig.",
        Code::JobNotRetriable => "Dat kan alleen met mislukte en geannuleerde taken.",
        Code::PathOutsideRoots => "Kies een map onder een hoofdmap van cofre.toml, of voeg er een toe.",
        Code::FolderMissing => "Maak de map of verbeter het pad.",
        Code::TargetExists => "Kies een nieuwe mapnaam; er wordt niets overschreven.",
        Code::NotEnoughSpace => "Maak ruimte vrij of kies een andere plaats.",
        Code::HostUnreadable => "Controleer of hij bestaat en of de server hem mag lezen.",
        Code::ToolMissing => "Installeer het programma dat het logboek noemt.",
        Code::ImageMissing => "Zet hem terug, of laat de host opnieuw bekijken.",
        Code::ImageUnreadable => "Controleer het bestand, de rechten en de schijf eronder.",
        Code::ImageChanged => "Zorg dat niets ernaar schrijft en voer de taak opnieuw uit.",
        Code::ImageInUse => "Sluit de machine af en voer de taak opnieuw uit.",
        Code::ImageInvalid => "Controleer hem met qemu-img check.",
        Code::ImageNamesAnotherFile => "Zet hem om met qemu-img convert en laat de host opnieuw bekijken.",
        Code::VaultFull => "Maak er ruimte vrij; niets van wat geback-upt is gaat verloren.",
        Code::VaultUnreachable => "Controleer of hij er is en of de server ernaar mag schrijven.",
        Code::VaultWrongPassword => "Gebruik het wachtwoord dat bij het maken van de kluis is bewaard.",
        Code::VaultDamaged => {
            "Voer cofre vault verify --read-data uit; punten die niet worden genoemd, kunnen worden hersteld."
        }
        Code::VaultLocked => "Wacht tot het klaar is; restic unlock verwijdert een oude vergrendeling.",
        Code::ValidationFailed => "Voer de taak opnieuw uit; het punt is niet gepubliceerd.",
        Code::TargetUnwritable => "Controleer de map, de rechten en de vrije ruimte.",
        Code::Interrupted => "Voer de taak opnieuw uit.",
        Code::LeaseLost => "Bekijk de nieuwere uitvoering van de taak.",
    }
}

fn name(refused: NameRefused) -> String {
    match refused {
        NameRefused::TooShort { min } => format!("Minstens {min} tekens"),
        NameRefused::TooLong { max } => format!("Hoogstens {max} tekens"),
        NameRefused::MustStartWithLetter => "Begin met een letter".to_owned(),
        NameRefused::MustNotEndWith { character } => format!("‘{character}’ mag niet aan het eind staan"),
        NameRefused::Character { character } => format!("‘{character}’ is niet toegestaan"),
        NameRefused::OuterSpace => "Geen spatie aan het begin of eind".to_owned(),
    }
}

fn field(reason: &FieldReason) -> String {
    match reason {
        FieldReason::Name { refused } => name(*refused),
        FieldReason::Taken => "Deze naam is in gebruik".to_owned(),
        FieldReason::Required => "Dit is nodig".to_owned(),
        FieldReason::Unknown => "Dit bestaat hier niet".to_owned(),
        FieldReason::PasswordTooShort { min } => format!("Minstens {min} tekens"),
        FieldReason::Wrong => "Dit klopt niet".to_owned(),
        FieldReason::InPast => "Deze dag is voorbij".to_owned(),
        FieldReason::OutsideRoots => "Dit ligt buiten de toegestane hoofdmappen".to_owned(),
        FieldReason::NoFolder => "Die map bestaat niet".to_owned(),
        FieldReason::Exists => "Dit bestaat al".to_owned(),
        FieldReason::Refused => "Dit wordt niet geaccepteerd".to_owned(),
    }
}

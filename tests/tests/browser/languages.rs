//! The main journey in each of the five languages: sign in, enable backup, back up, read that it is done.

use tests::browser::Browser;
use tests::{Cofre, OWNER, PASSWORD, content, images};

/// The words that lead through the journey.
struct Words {
    tag: &'static str,
    machine: &'static str,
    user_name: &'static str,
    password: &'static str,
    sign_in: &'static str,
    backup: &'static str,
    enable_backup: &'static str,
    pending: &'static str,
    backup_now: &'static str,
    retain: &'static str,
    consistency: &'static str,
    completed: &'static str,
}

const LANGUAGES: [Words; 5] = [
    Words {
        tag: "en",
        machine: "web-en",
        user_name: "User name",
        password: "Password",
        sign_in: "Sign in",
        backup: "Backup",
        enable_backup: "Enable backup",
        pending: "(initial backup pending)",
        backup_now: "Backup now",
        retain: "Retain this point until the end of",
        consistency: "Crash-consistent",
        completed: "Completed",
    },
    Words {
        tag: "pt-PT",
        machine: "web-pt",
        user_name: "Nome de utilizador",
        password: "Palavra-passe",
        sign_in: "Iniciar sessão",
        backup: "Cópia de segurança",
        enable_backup: "Ativar cópia de segurança",
        pending: "(cópia de segurança inicial pendente)",
        backup_now: "Criar cópia de segurança agora",
        retain: "Manter este ponto até ao fim de",
        consistency: "Consistente com a falha",
        completed: "Concluído",
    },
    Words {
        tag: "es-ES",
        machine: "web-es",
        user_name: "Nombre de usuario",
        password: "Contraseña",
        sign_in: "Iniciar sesión",
        backup: "Copia de seguridad",
        enable_backup: "Habilitar copia de seguridad",
        pending: "(copia de seguridad inicial pendiente)",
        backup_now: "Realizar copia de seguridad ahora",
        retain: "Conservar este punto hasta el final de",
        consistency: "Coherente frente a bloqueos",
        completed: "Completado",
    },
    Words {
        tag: "sv-SE",
        machine: "web-sv",
        user_name: "Användarnamn",
        password: "Lösenord",
        sign_in: "Logga in",
        backup: "Säkerhetskopiering",
        enable_backup: "Aktivera säkerhetskopiering",
        pending: "(första säkerhetskopieringen väntar)",
        backup_now: "Säkerhetskopiera nu",
        retain: "Behåll den här punkten till slutet av",
        consistency: "Kraschkonsekvent",
        completed: "Slutförd",
    },
    Words {
        tag: "nl-NL",
        machine: "web-nl",
        user_name: "Gebruikersnaam",
        password: "Wachtwoord",
        sign_in: "Aanmelden",
        backup: "Back-up",
        enable_backup: "Back-up inschakelen",
        pending: "(eerste back-up in behandeling)",
        backup_now: "Nu back-up maken",
        retain: "Dit punt bewaren tot het einde van",
        consistency: "Crashconsistent",
        completed: "Voltooid",
    },
];

#[tokio::test]
async fn should_lead_to_a_recovery_point_in_every_language() {
    let cofre = Cofre::start().await;
    let owner = cofre.owner().await;
    for (seed, words) in (1..).zip(&LANGUAGES) {
        images::raw(&cofre.place.images().join(format!("{}.raw", words.machine)), &content::disk(seed));
    }
    owner.add_host("images", &cofre.place.images()).await;
    owner.add_vault("first-vault").await;
    let browser = Browser::open(cofre.nobody().address(), (1440, 900)).await;
    for words in &LANGUAGES {
        back_up_in(&browser, words).await;
    }
    browser.close().await;
}

async fn back_up_in(browser: &Browser, words: &Words) {
    browser.go("/").await;
    browser.evaluate(&format!("localStorage.setItem('cofre.language', '{}')", words.tag)).await;
    browser.go("/machines").await;
    browser.fill(words.user_name, OWNER).await;
    browser.fill(words.password, PASSWORD).await;
    browser.click(words.sign_in).await;
    browser.click(words.machine).await;
    browser.click(words.backup).await;
    browser.click(words.enable_backup).await;
    browser.see(words.pending).await;
    browser.click(words.backup_now).await;
    browser.see(words.retain).await;
    // The day has the focus, and Enter starts the backup.
    browser.press("\u{e007}").await;
    browser.see(words.consistency).await;
    browser.expect_accessible(&format!("an item with a point, {}", words.tag)).await;
    browser.go("/items").await;
    let done = format!(
        "[...document.querySelectorAll('[role=row]')].some(row => ['{}', '{}'].every(word => row.textContent.includes(word)))",
        words.machine, words.completed
    );
    browser.until(&done).await;
    assert_eq!(browser.evaluate("document.documentElement.lang").await, words.tag);
    browser.forget_session().await;
}

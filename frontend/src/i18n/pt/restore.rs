//! Portuguese of Portugal: restoring from a recovery point.

use crate::i18n::restore::Restore;

pub(super) const RESTORE: Restore = Restore {
    restore: "Restaurar",
    recovery_point: "Ponto de recuperação",
    folder: "Nova pasta",
    format: "Formato",
    command: "Restaurar…",
    title: "Restaurar discos",
    root: "Escrever em",
    root_entry: |a, b| format!("{a}, {b}"),
    no_roots: "Não há onde restaurar",
    no_roots_text: "Indique uma pasta em restore_roots no cofre.toml e reinicie o servidor.",
    folder_hint: "1 a 100 letras, algarismos e - _ . a começar por uma letra. É criada de novo; nada é substituído.",
    disks: "Discos",
    no_disk: "Escolha pelo menos um disco",
    raw: "Imagem em bruto",
    raw_text: "Os bytes do disco, uns a seguir aos outros; as partes vazias não ocupam espaço.",
    qcow2: "qcow2",
    qcow2_text: "O formato do QEMU: um ficheiro menor, do qual uma máquina virtual arranca diretamente.",
    needs: |a, b| format!("São precisos até {a}, {b} livres"),
    needs_only: |x| format!("São precisos até {x}"),
    no_points: "Não há nenhum ponto de recuperação",
    unverified: "ainda não verificado",
    started: |x| format!("O restauro de {x} foi iniciado."),
    untouched: "A máquina e a sua cópia de segurança ficam como estão.",
};

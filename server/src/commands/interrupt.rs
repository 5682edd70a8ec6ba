//! Stopping on Ctrl-C or SIGTERM: what runs is cancelled and leaves no lock behind.

use engine::Cancel;
use tokio::signal::unix::{SignalKind, signal};

/// A flag that the first signal sets.
pub(crate) fn cancel_on_signal() -> Cancel {
    let cancel = Cancel::new();
    let flag = cancel.clone();
    // Without this thread a signal ends the process, which the next start survives.
    let _ = std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let handlers = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
            if let (Ok(mut interrupt), Ok(mut terminate)) = handlers {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                }
                flag.cancel();
            }
        });
    });
    cancel
}

//! Listening, with or without TLS, until told to stop.

use std::net::TcpListener;

use std::time::Duration;

use anyhow::Context as _;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hyper_util::rt::TokioTimer;

use crate::app::App;
use crate::config::Tls;
use crate::http::router;

/// Requests that are under way when the server stops have so long to end.
const GRACE: Duration = Duration::from_secs(10);

/// Answers on the listener until the app is told to stop; what is under way is finished first.
pub async fn serve(app: App, listener: TcpListener) -> anyhow::Result<()> {
    listener.set_nonblocking(true).context("the listener cannot be made non-blocking")?;
    let handle = Handle::new();
    let mut stopping = app.wake.stopping();
    let on_stop = handle.clone();
    tokio::spawn(async move {
        stopping.stopped().await;
        on_stop.graceful_shutdown(Some(GRACE));
    });
    let headers_within = app.config.patience.headers;
    let service = router(&app).into_make_service_with_connect_info::<std::net::SocketAddr>();
    match &app.config.tls {
        None => {
            let mut server = axum_server::from_tcp(listener)?.handle(handle);
            server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(headers_within);
            server.serve(service).await.context("the server stopped")
        }
        Some(tls) => {
            let mut server = axum_server::from_tcp_rustls(listener, certificate(tls).await?)?.handle(handle);
            server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(headers_within);
            server.serve(service).await.context("the server stopped")
        }
    }
}

async fn certificate(tls: &Tls) -> anyhow::Result<RustlsConfig> {
    let (certificate, key) = (tokio::fs::read(&tls.certificate).await, tokio::fs::read(&tls.key).await);
    let certificate = certificate.with_context(|| format!("cannot read {}", tls.certificate.display()))?;
    let key = key.with_context(|| format!("cannot read {}", tls.key.display()))?;
    // Fails only when a provider was chosen before, which is then the same one.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let config = RustlsConfig::from_pem(certificate, key).await.context("certificate and key do not fit")?;
    Ok(config)
}

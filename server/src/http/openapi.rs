//! The document of the API, generated from the handlers.

use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Cofre",
        description = "Self-hosted backup for virtual machines. JSON in and out, RFC 3339 times in UTC, sizes in bytes. \
            Sign in for a cookie, or send `Authorization: Bearer` with a token; with the cookie, every request that changes something \
            carries the header `X-Cofre-Request: 1`. Problems are RFC 9457 documents with a closed list of codes."
    ),
    components(schemas(shared::event::Event, shared::problem::Problem))
)]
struct Document;

/// The document as it is committed in `docs/openapi.json`.
pub fn document() -> utoipa::openapi::OpenApi {
    super::router::api(Document::openapi()).into_openapi()
}

//! `/help`.

use axum::Json;
use axum::extract::State;
use shared::help::{Article, HelpArticle, HelpIndex, HelpLanguage};
use shared::problem::Problem;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::help;
use crate::http::Path;

/// The routes of the help.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(index)).routes(routes!(article))
}

/// What there is to read in a language.
#[utoipa::path(get, path = "/help/{language}", tag = "help", params(("language" = inline(HelpLanguage), Path)),
    responses((status = 200, body = HelpIndex), (status = 404, body = Problem)))]
async fn index(State(app): State<App>, Path(language): Path<HelpLanguage>) -> Json<HelpIndex> {
    let feedback_url = app.config.feedback_url.clone();
    Json(HelpIndex { articles: help::entries(language), feedback_url })
}

/// An article in a language.
#[utoipa::path(get, path = "/help/{language}/{article}", tag = "help",
    params(("language" = inline(HelpLanguage), Path), ("article" = Article, Path)),
    responses((status = 200, body = HelpArticle), (status = 404, body = Problem)))]
async fn article(Path((language, article)): Path<(HelpLanguage, Article)>) -> Json<HelpArticle> {
    Json(help::article(language, article))
}

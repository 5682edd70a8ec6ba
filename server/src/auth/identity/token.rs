//! The token that the provider gives for a code, and whom it speaks of.

use std::io;

use openidconnect::core::{CoreErrorResponseType, CoreIdToken, CoreJwsSigningAlgorithm, CoreTokenResponse};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, Nonce, PkceCodeVerifier, RequestTokenError, SignatureVerificationError,
    StandardErrorResponse, TokenResponse as _,
};
use shared::problem::{Code, Problem};

use crate::auth::identity::provider::{Client, Provider, unreachable};
use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::outgoing::Refused;

/// Signatures that are taken: those of a key that only the provider has.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];
/// The longest name that a provider may give someone, by the rules of OpenID Connect.
const SUBJECT_BYTES_MAX: usize = 255;

/// What a token has to fit.
pub(super) struct Fits {
    /// What set out with the question.
    pub(super) nonce: Nonce,
    /// The time here.
    pub(super) clock: Clock,
}

/// Exchanges a code, which the provider takes once.
pub(super) async fn exchange(
    provider: &Provider,
    client: &Client,
    code: String,
    verifier: PkceCodeVerifier,
) -> Result<CoreTokenResponse> {
    let exchange = client.exchange_code(AuthorizationCode::new(code)).map_err(|e| unreachable(&e))?;
    exchange.set_pkce_verifier(verifier).request_async(provider.caller()).await.map_err(|e| failed(&e))
}

/// Why a code was not exchanged. What cannot be read may hold a token, and is not told to the log.
fn failed(error: &RequestTokenError<Refused, StandardErrorResponse<CoreErrorResponseType>>) -> Error {
    match error {
        RequestTokenError::Request(refused) => unreachable(refused),
        RequestTokenError::ServerResponse(answer) if *answer.error() == CoreErrorResponseType::InvalidGrant => {
            refused("the code is none of this way, or was taken before")
        }
        RequestTokenError::ServerResponse(answer) => {
            unreachable(&io::Error::other(format!("it refuses the code: {:?}", answer.error())))
        }
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
            unreachable(&io::Error::other("its answer to the code cannot be read"))
        }
    }
}

/// Who the provider says it is (`sub`), when everything fits: signature, issuer, audience, time, nonce.
pub(super) async fn subject(
    provider: &Provider,
    client: &Client,
    answer: &CoreTokenResponse,
    fits: &Fits,
) -> Result<String> {
    let token = answer.id_token().ok_or_else(|| refused("there is no id token"))?;
    let subject = match verified(client, token, fits) {
        // The provider may have new keys.
        Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            verified(&provider.client_anew(&fits.clock).await?, token, fits)
        }
        other => other,
    };
    let subject = subject.map_err(|error| refused(&error.to_string()))?;
    if subject.is_empty() || subject.len() > SUBJECT_BYTES_MAX {
        return Err(refused("the subject is empty or too long"));
    }
    Ok(subject)
}

fn verified(client: &Client, token: &CoreIdToken, fits: &Fits) -> Result<String, ClaimsVerificationError> {
    let now = fits.clock.now();
    let verifier = client.id_token_verifier().set_allowed_algs(SIGNATURES).set_time_fn(move || now);
    token.claims(&verifier, &fits.nonce).map(|claims| claims.subject().as_str().to_owned())
}

/// What came back does not fit what set out.
pub(super) fn refused(why: &str) -> Error {
    tracing::warn!("what the identity provider answered does not fit: {why}");
    Problem::new(Code::IdentityRefused).into()
}

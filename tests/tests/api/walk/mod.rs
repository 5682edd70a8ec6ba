//! A walk over every route of the API's document: as everybody who may ask, and with whatever may be sent. A route that is added later is walked
//! without a line here, unless it names something that nobody told the walk about; then the walk says so.

pub(crate) mod document;
mod random;
mod roles;
pub(crate) mod sides;
pub(crate) mod still;

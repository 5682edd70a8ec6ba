//! Schedules and retention, with the data of real zones: against a second implementation, and by what must always hold.

mod clock;
mod invented;
mod oracle;
mod properties;
mod reckoned;

//! What someone does who means harm: from another site, by guessing, by what is too large or too slow, by paths, and by names.

mod fixation;
mod guessing;
mod injection;
mod other_sites;
mod paths;
mod sizes;
mod slowness;

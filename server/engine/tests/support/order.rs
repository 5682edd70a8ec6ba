//! Orders in which operations take their steps.
#![allow(dead_code, unreachable_pub)]

use std::fmt;

use crate::turns::Move;

/// A part of an order.
#[derive(Clone, Copy, Debug)]
pub enum Leg {
    /// The operation takes so many steps, or all that it has.
    Steps(usize, usize),
    Die(usize),
}

/// Says who goes on. When its legs are done, operations end in the order of their numbers.
pub struct Order {
    legs: Vec<Leg>,
    leg: usize,
    taken: usize,
    cut_short: Option<usize>,
    moves: Vec<Move>,
}

impl Order {
    pub fn of(legs: &[Leg]) -> Self {
        Order { legs: legs.to_vec(), leg: 0, taken: 0, cut_short: None, moves: Vec::new() }
    }

    /// Now this one takes some steps, now that one; in every other order one of them dies.
    pub fn by_chance(mut chance: Chance, operations: usize) -> Self {
        let legs = (0..60).map(|_| Leg::Steps(chance.below(operations), 1 + chance.below(12)));
        let mut legs: Vec<Leg> = legs.collect();
        if chance.below(2) == 0 {
            let at = chance.below(12);
            legs[at] = Leg::Die(chance.below(operations));
        }
        Order::of(&legs)
    }

    pub fn without_death(mut self) -> Self {
        self.legs.retain(|leg| !matches!(leg, Leg::Die(_)));
        self
    }

    /// The first leg whose operation had fewer steps than it says. To be asked when all have ended.
    pub fn cut_short(&self) -> Option<usize> {
        let left = |leg: usize| match self.legs[leg] {
            Leg::Steps(_, steps) => steps > if leg == self.leg { self.taken } else { 0 },
            Leg::Die(_) => false,
        };
        self.cut_short.or_else(|| (self.leg..self.legs.len()).find(|leg| left(*leg)))
    }

    pub fn next(&mut self, waiting: &[usize]) -> Move {
        let next = self.choose(waiting);
        self.moves.push(next);
        next
    }

    fn choose(&mut self, waiting: &[usize]) -> Move {
        while let Some(leg) = self.legs.get(self.leg).copied() {
            match leg {
                Leg::Steps(actor, steps) if self.taken < steps => {
                    if waiting.contains(&actor) {
                        self.taken += 1;
                        return Move::Go(actor);
                    }
                    self.cut_short.get_or_insert(self.leg);
                }
                Leg::Die(actor) if waiting.contains(&actor) => {
                    self.leg += 1;
                    return Move::Die(actor);
                }
                _ => {}
            }
            self.leg += 1;
            self.taken = 0;
        }
        Move::Go(waiting[0])
    }
}

/// Runs of the same move become one: `0x12 1x3 †0 1x20`.
impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for run in self.moves.chunk_by(|a, b| a == b) {
            match run[0] {
                Move::Go(actor) => write!(f, "{actor}x{} ", run.len())?,
                Move::Die(actor) => write!(f, "†{actor} ")?,
            }
        }
        Ok(())
    }
}

/// The same for the same seed.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: usize) -> Self {
        Chance((seed as u64).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 33) % limit as u64).unwrap_or(0)
    }
}

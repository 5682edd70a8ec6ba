//! Which addresses may be called. A name that resolves to the server itself, into its network or to the keeper of its cloud's secrets is a trap.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

const fn v4(a: u8, b: u8, bits: u8) -> IpNet {
    IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(a, b, 0, 0), bits))
}

const fn v6(a: u16, b: u16, bits: u8) -> IpNet {
    IpNet::V6(Ipv6Net::new_assert(Ipv6Addr::new(a, b, 0, 0, 0, 0, 0, 0), bits))
}

/// Networks that are not the world: IANA's registries of special-purpose addresses. The metadata of clouds is in link-local ones, in
/// 100.64.0.0/10 and in fc00::/7.
const NEAR: [IpNet; 18] = [
    v4(0, 0, 8),
    v4(10, 0, 8),
    v4(100, 64, 10),
    v4(127, 0, 8),
    v4(169, 254, 16),
    v4(172, 16, 12),
    v4(192, 0, 24),
    v4(192, 168, 16),
    v4(198, 18, 15),
    v4(224, 0, 4),
    v4(240, 0, 4),
    // The unspecified address, loopback, and what stands for an IPv4 address by way of a translator.
    v6(0, 0, 96),
    v6(0x64, 0xff9b, 32),
    v6(0x2002, 0, 16),
    v6(0xfc00, 0, 7),
    v6(0xfe80, 0, 10),
    v6(0xfec0, 0, 10),
    v6(0xff00, 0, 8),
];

/// The addresses that may be called although they usually may not: `outgoing_allowed` of `cofre.toml`.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    allowed: Vec<IpNet>,
}

impl Addresses {
    /// Those that the configuration allows besides.
    pub fn new(allowed: Vec<IpNet>) -> Self {
        Self { allowed }
    }

    /// Whether it may be called.
    pub fn may_call(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        let within = |networks: &[IpNet]| networks.iter().any(|network| network.contains(&address));
        within(&self.allowed) || !within(&NEAR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn should_not_call_itself_its_network_or_who_keeps_secrets() {
        let none = Addresses::default();
        for trap in [
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "0.1.2.3",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.0.7",
            "169.254.169.254",
            "100.100.100.200",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00:ec2::254",
            "64:ff9b::a9fe:a9fe",
            "2002:7f00:1::",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
        ] {
            assert!(!none.may_call(trap.parse().unwrap()), "{trap}");
        }
        for open in ["203.0.113.9", "172.32.0.1", "100.128.0.1", "2001:db8::1", "2a00::1", "::ffff:203.0.113.9"] {
            assert!(none.may_call(open.parse().unwrap()), "{open}");
        }
        let named = Addresses::new(vec!["127.0.0.1/32".parse().unwrap(), "10.0.0.0/24".parse().unwrap()]);
        for open in ["127.0.0.1", "::ffff:127.0.0.1", "10.0.0.9"] {
            assert!(named.may_call(open.parse().unwrap()), "{open}");
        }
        for trap in ["127.0.0.2", "10.0.1.0"] {
            assert!(!named.may_call(trap.parse().unwrap()), "{trap}");
        }
    }
}

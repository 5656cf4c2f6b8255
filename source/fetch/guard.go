package fetch

import (
	"fmt"
	"net/netip"
	"slices"
	"sync"

	"rapporteur"
)

// guard decides which addresses are connected to.
type guard struct {
	networks []netip.Prefix
	tell     func(string)
	mu       sync.Mutex
	told     map[string]bool
}

// check refuses what is neither on the public internet nor in an allowed network.
func (g *guard) check(address string) error {
	if a, err := netip.ParseAddrPort(address); err == nil {
		if p, ok := g.allows(a.Addr()); ok {
			g.once(fmt.Sprintf("fetching from %s, which %s allows", a.Addr(), p))
			return nil
		}
	}
	return refuse(address)
}

// allows gives the allowed network that an address is in. An IPv4 address in the clothes
// of IPv6 is in none.
func (g *guard) allows(a netip.Addr) (netip.Prefix, bool) {
	i := slices.IndexFunc(g.networks, func(p netip.Prefix) bool { return p.Contains(a) })
	if i < 0 {
		return netip.Prefix{}, false
	}
	return g.networks[i], true
}

// once tells something the first time.
func (g *guard) once(what string) {
	if g.tell == nil {
		return
	}
	g.mu.Lock()
	first := !g.told[what]
	g.told[what] = true
	g.mu.Unlock()
	if first {
		g.tell(what)
	}
}

// Networks reads blocks of addresses that are to be allowed: 10.20.0.0/16, fd12::/32, or
// a single address. A block that is wider than what it is meant for, such as 0.0.0.0/0,
// is refused: it would open more than anybody can oversee.
func Networks(blocks []string) ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, block := range blocks {
		p, err := prefix(block)
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--allow-network " + block, Message: "that is no block of addresses; write it as 10.20.0.0/16"}
		}
		for _, s := range special() {
			if s.Overlaps(p) && s.Bits() > p.Bits() {
				return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--allow-network " + block,
					Message: fmt.Sprintf("it is wider than %s, which lies in it and has another use; name the networks that are meant", s)}
			}
		}
		out = append(out, p)
	}
	return out, nil
}

func prefix(block string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(block); err == nil {
		return a.Prefix(a.BitLen())
	}
	p, err := netip.ParsePrefix(block)
	return p.Masked(), err
}

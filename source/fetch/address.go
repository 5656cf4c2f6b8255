package fetch

import (
	_ "embed"
	"net/netip"
	"net/url"
	"sync"
	"syscall"

	"rapporteur"
	"rapporteur/table"
)

//go:embed addresses.tsv
var addressTable []byte

// special are the blocks of addresses that are not on the public internet.
var special = sync.OnceValue(func() []netip.Prefix {
	p, err := readAddresses(addressTable)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return p
})

func readAddresses(data []byte) ([]netip.Prefix, error) {
	t, err := table.Parse("addresses.tsv", data, "block", "name", "source")
	if err != nil {
		return nil, err
	}
	var out []netip.Prefix
	for _, row := range t.Rows {
		p, err := netip.ParsePrefix(row.Get("block"))
		if err != nil || p != p.Masked() {
			return nil, row.Errorf("%q is no block of addresses", row.Get("block"))
		}
		out = append(out, p)
	}
	return out, nil
}

// global is where public IPv6 addresses are given out (RFC 4291, section 2.4).
var global = netip.MustParsePrefix("2000::/3")

// control hands the guard each address at the last moment before a connection
// is made. That is the one place where nothing can come in between: a check of
// the name is too early, since a name may resolve to a public address when it
// is checked and to a private one when it is dialled (DNS rebinding), and a
// check of the URL misses redirects, of which each is dialled anew.
func control(guard func(address string) error) func(network, address string, _ syscall.RawConn) error {
	return func(_, address string, _ syscall.RawConn) error { return guard(address) }
}

// refuse gives an error for every address and port that pages are not fetched
// from.
func refuse(address string) error {
	a, err := netip.ParseAddrPort(address)
	if err != nil || !public(a.Addr()) {
		return &rapporteur.Error{Code: rapporteur.Forbidden, Message: "the name leads to an address that is not on the public internet; save the page and read the file"}
	}
	if p := a.Port(); p != 80 && p != 443 {
		return &rapporteur.Error{Code: rapporteur.Forbidden, Message: "only ports 80 and 443 are fetched from; save the page and read the file"}
	}
	return nil
}

// public reports whether an address is on the public internet. IPv4 addresses
// in the clothes of IPv6 (mapped, NAT64, 6to4, Teredo) are not: they would
// carry a private address past the check.
func public(a netip.Addr) bool {
	if a.Zone() != "" || a.Is6() && !global.Contains(a) {
		return false
	}
	for _, p := range special() {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsValid()
}

// allowed refuses what is no plain address of the web.
func allowed(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return &rapporteur.Error{Code: rapporteur.Forbidden, Message: "only http and https addresses are fetched"}
	case u.User != nil:
		return &rapporteur.Error{Code: rapporteur.Forbidden, Message: "an address with a user name or password in it is not fetched; leave them out"}
	case u.Hostname() == "":
		return &rapporteur.Error{Code: rapporteur.Invalid, Message: "no host in the address; write it as https://host/path"}
	}
	return nil
}

package main

import (
	"net"
	"net/netip"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/gate"
)

// way is how people come to the server.
type way struct {
	// hosts are the names that it answers for, origin where people come to.
	hosts   []string
	origin  string
	proxies []netip.Prefix
	// closed says that a log-in is demanded, clear that it travels unencrypted.
	closed, clear bool
}

// way reads the flags. Whoever lets others come demands a log-in.
func (cmd *serveCmd) way() (way, error) {
	host, _, err := net.SplitHostPort(cmd.Listen)
	if err != nil {
		return way{}, refused("--listen "+cmd.Listen, "give HOST:PORT, such as 127.0.0.1:8080 or :8080 for all addresses")
	}
	w := way{closed: cmd.Login || !gate.IsLoopback(host) || cmd.PublicURL != "" || len(cmd.TrustedProxy) > 0}
	if _, err := netip.ParseAddr(host); err != nil && host != "" {
		w.hosts = append(w.hosts, host)
	}
	if cmd.PublicURL != "" {
		u, err := url.Parse(cmd.PublicURL)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.User != nil || u.Fragment != "" {
			return w, refused("--public-url "+cmd.PublicURL, "give scheme and host, such as https://desk.example")
		}
		w.hosts, w.origin = append(w.hosts, u.Hostname()), u.Scheme+"://"+u.Host
	}
	for _, text := range cmd.TrustedProxy {
		p, err := netip.ParsePrefix(text)
		if ip, wrong := netip.ParseAddr(text); wrong == nil {
			p, err = netip.PrefixFrom(ip.Unmap(), ip.Unmap().BitLen()), nil
		}
		if err != nil {
			return w, refused("--trusted-proxy "+text, "give an address or a network, such as 127.0.0.1 or 10.0.0.0/8")
		}
		w.proxies = append(w.proxies, p)
	}
	w.clear = !gate.IsLoopback(host) && !strings.HasPrefix(w.origin, "https:")
	return w, nil
}

func refused(what, hint string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: "serve " + what, Message: hint}
}

package postgres

import (
	"net/url"
	"strings"

	"rapporteur"

	"github.com/jackc/pgx/v5/pgxpool"
)

// IsAddress says whether a record's place is a database of PostgreSQL.
func IsAddress(place string) bool {
	return strings.HasPrefix(place, "postgres://") || strings.HasPrefix(place, "postgresql://")
}

// Name is an address as it may be shown: without password and settings.
func Name(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "postgres://…"
	}
	out := url.URL{Scheme: "postgres", Host: u.Host, Path: u.Path}
	if u.User != nil && u.User.Username() != "" {
		out.User = url.User(u.User.Username())
	}
	if host := u.Query().Get("host"); u.Host == "" && host != "" {
		out.RawQuery = "host=" + host
	}
	return out.String()
}

// settings reads an address.
func settings(address string) (*pgxpool.Config, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil { // what pgx says may have the address in it
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "open " + Name(address), Message: "not an address of PostgreSQL; it looks like postgres://user@host:5432/database"}
	}
	if config.MaxConns < 16 {
		config.MaxConns = 16
	}
	params := config.ConnConfig.RuntimeParams
	for name, value := range map[string]string{
		"application_name": "rapporteur", "timezone": "UTC", "jit": "off",
		"standard_conforming_strings": "on", "client_encoding": "UTF8", "default_transaction_isolation": "read committed",
		"random_page_cost": "1.1", // what is asked for is in memory or on a disk without heads
		// A machine that is gone without a word, with what it had claimed, is noticed by the
		// server within half a minute and not after two hours.
		"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "4", "tcp_user_timeout": "30000",
	} {
		if _, set := params[name]; !set {
			params[name] = value
		}
	}
	return config, nil
}

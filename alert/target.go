package alert

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"rapporteur"
)

// Means is a way in which letters travel.
type Means string

// The ways in which letters travel.
const (
	Email   Means = "email"
	Webhook Means = "webhook"
	Command Means = "command"
)

// Target is where letters go.
type Target struct {
	By Means `json:"by"`
	// To is an address of mail, a URL or a command line; a URL that is itself a secret is
	// named as Secret names it.
	To string `json:"to"`
	// Secret names what signs the requests of a webhook.
	Secret Secret `json:"secret,omitempty"`
}

// Secret names where a secret is: env:NAME, a variable of the environment, or file:PATH.
// The secret itself is never part of a rule.
type Secret string

const (
	fromEnv  = "env:"
	fromFile = "file:"
)

// Named reports whether a text names a secret.
func Named(text string) bool {
	return strings.HasPrefix(text, fromEnv) || strings.HasPrefix(text, fromFile)
}

// Reveal gives the secret, without the end of its line.
func (s Secret) Reveal(getenv func(string) string) (string, error) {
	if name, ok := strings.CutPrefix(string(s), fromEnv); ok {
		if v := getenv(name); v != "" {
			return v, nil
		}
		return "", invalid(string(s), "the variable is not set where letters are sent from")
	}
	path, ok := strings.CutPrefix(string(s), fromFile)
	if !ok {
		return "", invalid("secret", "name where it is, env:NAME or file:PATH")
	}
	data, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return "", &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + string(s), Message: "the file with the secret cannot be read", Err: err}
	}
	if v := strings.TrimRight(string(data), "\r\n"); v != "" {
		return v, nil
	}
	return "", invalid(string(s), "the file with the secret is empty")
}

// Address gives the whole address of a webhook.
func (t *Target) Address(getenv func(string) string) (string, error) {
	if t.By != Webhook || !Named(t.To) {
		return t.To, nil
	}
	return Secret(t.To).Reveal(getenv)
}

// Masked is the target as listings, logs and faces show it. Of a URL it has the host
// alone, as whoever knows the rest may send to many of them; of a command its first word,
// as the others may hold what opens something.
func (t Target) Masked() Target {
	switch {
	case t.By == Webhook && !Named(t.To):
		u, err := url.Parse(t.To)
		if err != nil {
			t.To = "…"
			break
		}
		t.To = u.Scheme + "://" + u.Host
		if strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
			t.To += "/…"
		}
	case t.By == Command:
		if words := strings.Fields(t.To); len(words) > 1 {
			t.To = words[0] + " …"
		}
	}
	return t
}

// String names the receiver for listings and logs.
func (t Target) String() string { return string(t.By) + " " + t.Masked().To }

func invalid(op, message string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: message}
}

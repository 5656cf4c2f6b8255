package alert

import (
	"fmt"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestName is the most letters of a name.
const longestName = 100

// Check refuses a rule that can tell nothing, or cannot be written down. What it refuses
// is Invalid.
func (r *Rule) Check() error {
	op := "alert " + r.Name
	for _, s := range slices.Concat([]string{r.Name, r.Dossier, r.Text}, r.Actors, r.States, r.Issues, r.Places) {
		if !plain(s) || !utf8.ValidString(s) {
			return invalid("alert", fmt.Sprintf("%q cannot stand in a line; leave control characters and spaces at its ends out", s))
		}
	}
	switch {
	case r.Name == "" || utf8.RuneCountInString(r.Name) > longestName:
		return invalid(op, "give it a name of 1 to 100 letters")
	case strings.ContainsAny(r.Name, `/\`):
		return invalid(op, "a name has no slash in it, as it is part of an address")
	case !(r.Confidence >= 0 && r.Confidence <= 1):
		return invalid(op, "confidence is from 0 to 1")
	case r.Digest != nil && len(r.When) > 0:
		return invalid(op, "it is a digest or tells when something happens; make two of it")
	case r.Digest == nil && len(r.When) == 0:
		return invalid(op, "say when it is to tell: "+joined(Whens())+"; or make it a digest")
	case len(r.Issues) > 0 && slices.ContainsFunc(r.When, When.ofMeetings):
		return invalid(op, "meetings have no issue; limit it by actors, words or a dossier, or make two of it")
	case len(r.Places) > 0 && r.Asks(Moves):
		return invalid(op, "who moves does so at no place; make two of it")
	case slices.Contains(r.When, Appears) && r.open():
		return invalid(op, "say who or what is to appear: an actor, a state, words, an issue, a place or a dossier")
	}
	for _, w := range r.When {
		if !slices.Contains(Whens(), w) {
			return invalid(op, fmt.Sprintf("%q is nothing that happens; there are %s", w, joined(Whens())))
		}
	}
	if err := r.checkTimes(); err != nil {
		return err
	}
	for i := range r.To {
		if err := r.To[i].check(op); err != nil {
			return err
		}
	}
	return nil
}

func (r *Rule) checkTimes() error {
	if r.Quiet != nil {
		if _, err := ParseHours(r.Quiet.String()); err != nil {
			return err
		}
	}
	if r.Digest != nil {
		if _, err := ParseDigest(r.Digest.String()); err != nil {
			return err
		}
	}
	if r.Most != nil {
		if _, err := ParseRate(r.Most.String()); err != nil {
			return err
		}
	}
	return nil
}

func (t *Target) check(op string) error {
	if !plain(t.To) || t.To == "" {
		return invalid(op, fmt.Sprintf("%q is no receiver", t.To))
	}
	if t.Secret != "" && (t.By != Webhook || !Named(string(t.Secret)) || !plain(string(t.Secret))) {
		return invalid(op, "the secret of a webhook is named, never written: env:NAME or file:PATH")
	}
	switch t.By {
	case Email:
		a, err := mail.ParseAddress(t.To)
		if err != nil || a.Address != t.To {
			return invalid(op, fmt.Sprintf("%q is no address of mail; write it as desk@example.org", t.To))
		}
	case Webhook:
		if strings.Contains(t.To+" ", secretWord) {
			return invalid(op, "an address has no spaces")
		}
		if Named(t.To) {
			return nil
		}
		return CheckURL(op, t.To)
	case Command:
	default:
		return invalid(op, fmt.Sprintf("%q is no way for letters; there are email, webhook and command", t.By))
	}
	return nil
}

// CheckURL refuses what is no address of a webhook. It never repeats it, as it may be a
// secret.
func CheckURL(op, address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" || strings.ContainsRune(address, ' ') {
		return invalid(op, "the address of a webhook is https://HOST/PATH, or env:NAME or file:PATH where that is")
	}
	if u.User != nil {
		return invalid(op, "an address with a password in it would be seen; sign with a secret, or name where the address is: env:NAME or file:PATH")
	}
	return nil
}

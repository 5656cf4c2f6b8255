package alert

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// The text of rules: a line "alert NAME" begins one, and each line after it says one
// thing of it, a word and its value. Lines that begin with # and empty ones say nothing.
//
//	alert Left out of the talks
//	  when left-out, cancelled
//	  actor NOR
//	  confidence 0.8
//	  quiet 22:00-07:00 Europe/Oslo
//	  most 10 in 1h
//	  email desk@example.org
//	  webhook https://hooks.example.org/talks secret env:HOOK_SECRET

// word is one kind of line.
type word struct {
	name  string
	read  func(r *Rule, value string) error
	write func(r *Rule) []string
}

// list is a word whose lines add to a list.
func list(name string, of func(r *Rule) *[]string) word {
	return word{name, func(r *Rule, value string) error {
		*of(r) = append(*of(r), value)
		return nil
	}, func(r *Rule) []string { return *of(r) }}
}

// text is a word whose value is a text.
func text(name string, of func(r *Rule) *string) word {
	return word{name, func(r *Rule, value string) error {
		*of(r) = value
		return nil
	}, func(r *Rule) []string { return some(*of(r) != "", *of(r)) }}
}

func some(there bool, value string) []string {
	if !there {
		return nil
	}
	return []string{value}
}

// words are all kinds of lines, in the order in which they are written.
func words() []word {
	return []word{
		{"when", readWhens, writeWhens},
		{"digest", func(r *Rule, v string) (err error) {
			r.Digest, err = ParseDigest(v)
			return err
		}, func(r *Rule) []string { return shown(r.Digest) }},
		text("dossier", func(r *Rule) *string { return &r.Dossier }),
		list("actor", func(r *Rule) *[]string { return &r.Actors }),
		list("state", func(r *Rule) *[]string { return &r.States }),
		list("issue", func(r *Rule) *[]string { return &r.Issues }),
		list("place", func(r *Rule) *[]string { return &r.Places }),
		text("text", func(r *Rule) *string { return &r.Text }),
		{"confidence", func(r *Rule, v string) (err error) {
			r.Confidence, err = strconv.ParseFloat(v, 64)
			return err
		}, func(r *Rule) []string {
			return some(r.Confidence > 0, strconv.FormatFloat(r.Confidence, 'g', -1, 64))
		}},
		{"quiet", func(r *Rule, v string) (err error) {
			r.Quiet, err = ParseHours(v)
			return err
		}, func(r *Rule) []string { return shown(r.Quiet) }},
		{"most", func(r *Rule, v string) (err error) {
			r.Most, err = ParseRate(v)
			return err
		}, func(r *Rule) []string { return shown(r.Most) }},
		{"never-twice", func(r *Rule, v string) error { return yes(v, &r.NeverTwice) }, func(r *Rule) []string { return some(r.NeverTwice, "yes") }},
		{"muted", readMute, writeMute},
		target(Email), target(Webhook), target(Command),
	}
}

// shown writes a part of a rule that may not be there.
func shown[T fmt.Stringer](p *T) []string {
	if p == nil {
		return nil
	}
	return []string{(*p).String()}
}

func yes(v string, to *bool) error {
	if v != "yes" && v != "no" {
		return fmt.Errorf("%q is neither yes nor no", v)
	}
	*to = v == "yes"
	return nil
}

func readWhens(r *Rule, value string) error {
	for _, v := range strings.Split(value, ",") {
		w := When(strings.TrimSpace(v))
		if !slices.Contains(Whens(), w) {
			return fmt.Errorf("%q is nothing that happens; there are %s", w, joined(Whens()))
		}
		r.When = append(r.When, w)
	}
	return nil
}

func joined(all []When) string {
	var out []string
	for _, w := range all {
		out = append(out, string(w))
	}
	return strings.Join(out, ", ")
}

func writeWhens(r *Rule) []string { return some(len(r.When) > 0, joined(r.When)) }

func readMute(r *Rule, v string) error {
	r.Muted = nil
	if v == "no" {
		return nil
	}
	r.Muted = &Mute{}
	if v == "yes" {
		return nil
	}
	until, err := time.Parse(time.RFC3339, v)
	if err != nil {
		return fmt.Errorf("%q is neither yes nor no nor a time as 2030-02-18T07:00:00Z", v)
	}
	r.Muted.Until = until.UTC()
	return nil
}

func writeMute(r *Rule) []string {
	switch {
	case r.Muted == nil:
		return nil
	case r.Muted.Until.IsZero():
		return []string{"yes"}
	}
	return []string{r.Muted.Until.UTC().Format(time.RFC3339)}
}

// secretWord stands before the name of the secret of a webhook.
const secretWord = " secret "

// target is the word of a way in which letters travel.
func target(by Means) word {
	return word{string(by), func(r *Rule, v string) error {
		t := Target{By: by, To: v}
		if to, secret, ok := strings.Cut(v, secretWord); ok && by == Webhook {
			t.To, t.Secret = strings.TrimSpace(to), Secret(strings.TrimSpace(secret))
		}
		r.To = append(r.To, t)
		return nil
	}, func(r *Rule) []string {
		var out []string
		for _, t := range r.To {
			if t.By != by {
				continue
			}
			if t.Secret != "" {
				t.To += secretWord + string(t.Secret)
			}
			out = append(out, t.To)
		}
		return out
	}}
}

// Parse reads the text of rules and checks each.
func Parse(text string) ([]Rule, error) {
	var out []Rule
	at := 0
	kinds := words()
	for line := range strings.Lines(text) {
		at++
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, value, _ := strings.Cut(line, " ")
		value = strings.TrimSpace(value)
		if name == "alert" {
			out = append(out, Rule{Name: value})
			continue
		}
		op := fmt.Sprintf("line %d of the rules", at)
		if len(out) == 0 {
			return nil, invalid(op, "a rule begins with a line: alert NAME")
		}
		of := slices.IndexFunc(kinds, func(w word) bool { return w.name == name })
		if of < 0 {
			return nil, invalid(op, fmt.Sprintf("no line of a rule begins with %q", name))
		}
		if err := kinds[of].read(&out[len(out)-1], value); err != nil {
			return nil, invalid(op, err.Error())
		}
	}
	for i := range out {
		if err := out[i].Check(); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out[:i], func(r Rule) bool { return r.Name == out[i].Name }) {
			return nil, invalid("alert "+out[i].Name, "two rules have this name")
		}
	}
	return out, nil
}

// Write writes rules as Parse reads them. Of secrets it writes where they are.
func Write(w io.Writer, rules []Rule) error {
	var b strings.Builder
	for i := range rules {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("alert " + rules[i].Name + "\n")
		for _, kind := range words() {
			for _, value := range kind.write(&rules[i]) {
				b.WriteString("  " + kind.name + " " + value + "\n")
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// plain reports whether a text can stand on a line of its own.
func plain(s string) bool {
	return s == strings.TrimSpace(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029'
	})
}

package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"

	"github.com/alecthomas/kong"
)

// completeCmd is what the scripts of completion ask: the words of a line, the last of
// which is being typed.
type completeCmd struct {
	Words []string `arg:"" optional:"" passthrough:""`
}

// Run prints a candidate a line; what cannot be found out is left to the shell.
func (cmd *completeCmd) Run(ctx context.Context, c *terminal.Console, k *kong.Kong) error {
	words := cmd.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	l := readLine(k.Model.Node, words, cmp.Or(c.Getenv("RAPPORTEUR_DB"), c.Getenv("DATABASE_URL")))
	for _, word := range l.candidates(ctx) {
		if err := c.Say("%s", word); err != nil {
			return err
		}
	}
	return nil
}

// typed is a line that is being typed.
type typed struct {
	node *kong.Node
	// flag is the flag whose value comes next, nil for none.
	flag *kong.Flag
	// given are the positional arguments before the word that is being typed.
	given []string
	word  string
	db    string
}

// readLine follows the words of a line through the commands. The shell gives "=" as a
// word of its own, and leaves an opening quotation mark where it is.
func readLine(root *kong.Node, words []string, db string) typed {
	words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "=" })
	l := typed{node: root, db: db}
	if l.db == "" {
		l.db = "rapporteur.db"
	}
	if len(words) == 0 {
		return l
	}
	for _, w := range words[:len(words)-1] {
		l.take(w)
	}
	l.word = words[len(words)-1]
	if name, value, ok := strings.Cut(l.word, "="); ok && strings.HasPrefix(name, "-") {
		l.take(name)
		l.word = value
	}
	l.word = strings.TrimLeft(l.word, `"'`)
	return l
}

// take goes past one word.
func (l *typed) take(w string) {
	switch {
	case l.flag != nil:
		if l.flag.Name == "db" {
			l.db = w
		}
		l.flag = nil
	case strings.HasPrefix(w, "-"):
		if name, _, valued := strings.Cut(w, "="); !valued {
			l.flag = l.flagNamed(name)
		}
	case l.child(w) != nil:
		l.node = l.child(w)
	default:
		l.given = append(l.given, w)
	}
}

func (l *typed) child(name string) *kong.Node {
	for _, n := range l.node.Children {
		if n.Name == name {
			return n
		}
	}
	return nil
}

// flagNamed gives a flag that takes a value, by its name or letter.
func (l *typed) flagNamed(name string) *kong.Flag {
	for _, group := range l.node.AllFlags(true) {
		for _, f := range group {
			if !f.IsBool() && (name == "--"+f.Name || f.Short != 0 && name == "-"+string(f.Short)) {
				return f
			}
		}
	}
	return nil
}

// candidates gives what may stand in the place of the word.
func (l *typed) candidates(ctx context.Context) []string {
	switch {
	case l.flag != nil:
		return l.values(ctx, l.flag.Value)
	case strings.HasPrefix(l.word, "-"):
		return l.matching(l.flags())
	}
	var out []string
	for _, n := range l.node.Children {
		if !n.Hidden {
			out = append(out, n.Name)
		}
	}
	out = l.matching(out)
	if at := len(l.given); len(l.node.Positional) > 0 {
		out = append(out, l.values(ctx, l.node.Positional[min(at, len(l.node.Positional)-1)])...)
	}
	return out
}

func (l *typed) flags() []string {
	var out []string
	for _, group := range l.node.AllFlags(true) {
		for _, f := range group {
			out = append(out, "--"+f.Name)
		}
	}
	return out
}

func (l *typed) matching(all []string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" || !strings.HasPrefix(s, l.word) })
}

// values gives the values of a flag or an argument: those of its list, or what the
// tables and the record have.
func (l *typed) values(ctx context.Context, v *kong.Value) []string {
	if v.Enum != "" {
		return l.matching(strings.Split(v.Enum, ","))
	}
	of := v.Tag.Get("complete")
	switch of {
	case "":
		return nil
	case "commands":
		root := l.node
		for root.Parent != nil {
			root = root.Parent
		}
		return (&typed{node: root, word: l.word}).candidates(ctx)
	}
	if of == "alerts" {
		return l.matching(l.alerts(ctx))
	}
	c := service.Completion{Of: of, Prefix: l.word}
	if len(l.given) > 0 {
		c.About = service.Subject(l.given[0])
	}
	var out []string
	ask := func(r *record.Record) (err error) {
		out, err = service.Complete(ctx, r, c)
		return err
	}
	if err := (dbFlag{DB: place(l.db)}).asking(ctx, ask); err != nil {
		_ = ask(nil) // without a record, what the tables know
	}
	return out
}

// alerts gives the names of the rules of alerts.
func (l *typed) alerts(ctx context.Context) (out []string) {
	_ = dbFlag{DB: place(l.db)}.atAlerts(ctx, store.Read, func(ctx context.Context, _ *record.Record, alerts alert.Store, _ *access.Desk) error {
		rules, err := service.AlertRules(ctx, alerts)
		for i := range rules {
			out = append(out, rules[i].Name)
		}
		return err
	}) // without a record there are none
	return out
}

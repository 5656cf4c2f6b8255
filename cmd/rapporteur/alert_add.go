package main

import (
	"bytes"
	"context"
	"os"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

type alertAddCmd struct {
	Name   string       `arg:"" help:"Its name." complete:"alerts"`
	When   []alert.When `help:"What must happen: ${enum}." enum:"moves,planned,put-off,cancelled,held,left-out,appears,disagree" placeholder:"WHAT"`
	Digest string       `help:"Instead of that, a brief of what came in a day, at this hour: 07:00, or \"07:00 Europe/Paris\"." placeholder:"HH:MM ZONE"`

	Actor      []string `help:"Only of this actor: an id or a name. Of who moves or is left out it must be them; of all else they have part in it." placeholder:"WHO" complete:"actors"`
	State      []string `help:"Only of somebody of this state: an ISO 3166 alpha-3 code." placeholder:"CODE" complete:"states"`
	Issue      []string `help:"Only on this issue: its id." placeholder:"ID" complete:"issues"`
	Place      []string `help:"Only at this place: its name, or the code of a state." placeholder:"PLACE" complete:"places"`
	Text       string   `help:"Only what these words support, all of them; in quotation marks for a phrase."`
	Dossier    string   `help:"Only what belongs to this dossier." placeholder:"NAME" complete:"dossiers"`
	Confidence float64  `help:"Only what is at least so sure, 0 to 1." placeholder:"P"`

	Email      []string `help:"Send it to this address; --smtp of serve and watch says through which server." placeholder:"ADDRESS"`
	Webhook    []string `help:"Post it as JSON to this address; env:NAME or file:PATH where the address is itself a secret." placeholder:"URL"`
	Secret     string   `help:"Where the secret is with which requests to webhooks are signed: env:NAME or file:PATH." placeholder:"WHERE"`
	Command    []string `help:"Give it as JSON to this program on standard input, without a shell; it has 30 seconds." placeholder:"PROGRAM"`
	Quiet      string   `help:"Send nothing in these hours, and what happens in them afterwards: \"22:00-07:00 Europe/Paris\"." placeholder:"HOURS"`
	Most       string   `help:"Send at most so many letters in a time, and the rest as one: \"10 in 1h\"." placeholder:"RATE"`
	NeverTwice bool     `name:"never-twice" help:"Rather lose a letter than send it again where nobody knows whether it arrived, as the line broke or the program died. Without it, it goes again under the same id."`
	dbFlag
}

// Help is shown below the usage.
func (alertAddCmd) Help() string {
	return `One meeting is told once however many outlets follow, and again when it stands otherwise. Without a receiver the rule has its feed alone. Try it on the past with rapporteur alert test NAME. For example:

  rapporteur alert add left-out --when left-out --actor Norway --email desk@example.org
  rapporteur alert add talks --when planned,put-off,cancelled --dossier fjords --webhook https://hooks.example.org/talks --secret env:HOOK_SECRET
  rapporteur alert add morning --digest "07:00 Europe/Oslo" --dossier fjords --email desk@example.org`
}

// rule is what the flags say.
func (cmd *alertAddCmd) rule() (alert.Rule, error) {
	r := alert.Rule{Name: cmd.Name, When: cmd.When, NeverTwice: cmd.NeverTwice, Limits: alert.Limits{Dossier: cmd.Dossier, Actors: cmd.Actor, States: cmd.State,
		Issues: cmd.Issue, Places: cmd.Place, Text: cmd.Text, Confidence: cmd.Confidence}}
	for by, all := range map[alert.Means][]string{alert.Email: cmd.Email, alert.Command: cmd.Command} {
		for _, to := range all {
			r.To = append(r.To, alert.Target{By: by, To: to})
		}
	}
	for _, to := range cmd.Webhook {
		r.To = append(r.To, alert.Target{By: alert.Webhook, To: to, Secret: alert.Secret(cmd.Secret)})
	}
	if cmd.Secret != "" && len(cmd.Webhook) == 0 {
		return r, &rapporteur.Error{Code: rapporteur.Invalid, Op: "alert add --secret", Message: "it signs requests to a webhook; give one with --webhook"}
	}
	var err error
	if cmd.Digest != "" {
		r.Digest, err = alert.ParseDigest(cmd.Digest)
	}
	if cmd.Quiet != "" && err == nil {
		r.Quiet, err = alert.ParseHours(cmd.Quiet)
	}
	if cmd.Most != "" && err == nil {
		r.Most, err = alert.ParseRate(cmd.Most)
	}
	return r, err
}

// Run keeps the rule.
func (cmd *alertAddCmd) Run(ctx context.Context, c *terminal.Console) error {
	rule, err := cmd.rule()
	if err != nil {
		return err
	}
	if len(cmd.Webhook) > 0 && cmd.Secret == "" {
		c.Tell("requests to the webhook will not be signed; --secret signs them")
	}
	return cmd.atAlerts(ctx, store.Write, func(ctx context.Context, r *record.Record, alerts alert.Store, d *access.Desk) error {
		return keepAlerts(ctx, c, r, alerts, d, rule)
	})
}

// keepAlerts keeps rules and says so.
func keepAlerts(ctx context.Context, c *terminal.Console, r *record.Record, alerts alert.Store, d *access.Desk, rules ...alert.Rule) error {
	dir, err := service.Tables{}.Directory()
	if err != nil {
		return err
	}
	for _, rule := range rules {
		rule.By = access.Name(ctx)
		kept, replaced, err := service.KeepAlert(ctx, r, alerts, dir, rule, c.Now())
		if err != nil {
			return err
		}
		if err := d.Note(ctx, access.AlertKept, kept.Name); err != nil {
			return err
		}
		done := "added alert"
		if replaced {
			done = "replaced alert"
		}
		if err := c.Say("%s %s", done, export.AlertLine(&kept)); err != nil {
			return err
		}
	}
	return nil
}

type alertExportCmd struct {
	Name []string `arg:"" optional:"" help:"Names of rules; without one, all." complete:"alerts"`
	dbFlag
}

// Run prints the rules as text.
func (cmd *alertExportCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atAlerts(ctx, store.Read, func(ctx context.Context, _ *record.Record, alerts alert.Store, _ *access.Desk) error {
		rules, err := service.AlertRules(ctx, alerts, cmd.Name...)
		if err != nil {
			return err
		}
		return alert.Write(c.Stdout, rules)
	})
}

type alertImportCmd struct {
	File string `arg:"" help:"The text, as alert export writes it; - for standard input."`
	dbFlag
}

// Run keeps the rules of a text, all of them or, where one is wrong, none.
func (cmd *alertImportCmd) Run(ctx context.Context, c *terminal.Console) error {
	text, err := cmd.read(c)
	if err != nil {
		return err
	}
	rules, err := alert.Parse(text)
	if err != nil {
		return err
	}
	return cmd.atAlerts(ctx, store.Write, func(ctx context.Context, r *record.Record, alerts alert.Store, d *access.Desk) error {
		return keepAlerts(ctx, c, r, alerts, d, rules...)
	})
}

func (cmd *alertImportCmd) read(c *terminal.Console) (string, error) {
	var b bytes.Buffer
	if cmd.File == "-" {
		_, err := b.ReadFrom(c.Stdin)
		return b.String(), err
	}
	data, err := os.ReadFile(cmd.File)
	if err != nil {
		return "", &rapporteur.Error{Code: rapporteur.Unreadable, Op: "alert import " + cmd.File, Message: "cannot be read", Err: err}
	}
	return string(data), nil
}

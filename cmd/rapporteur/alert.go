package main

import (
	"context"
	"time"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store"
)

// alertCmd keeps the rules of alerts.
type alertCmd struct {
	Add    alertAddCmd    `cmd:"" help:"Be told when something happens on the record, or of a day at an hour; a rule of the same name is replaced."`
	List   alertListCmd   `cmd:"" help:"List the rules, what they found and how it stands with their letters."`
	Show   alertShowCmd   `cmd:"" help:"Print a rule as it is written, and its last letters."`
	Drop   alertDropCmd   `cmd:"" help:"Forget a rule, with what it found and what waits to be sent."`
	Test   alertTestCmd   `cmd:"" help:"Tell what a rule would have sent, and send nothing."`
	Mute   alertMuteCmd   `cmd:"" help:"Have a rule notice nothing, for a time or until --off."`
	Export alertExportCmd `cmd:"" help:"Print rules as a small text, without secrets."`
	Import alertImportCmd `cmd:"" help:"Keep the rules of such a text; those of the same names are replaced."`
}

// Help is shown below the usage.
func (alertCmd) Help() string {
	return "Rules lie in the record. What they find is sent while rapporteur serve or watch runs, within a second, and where neither does, as soon as one does; the page Alerts of serve, and its feed /api/v1/alerts.atom, have it as well."
}

// atAlerts opens the record and the rules of alerts in it, for whoever works at this
// machine.
func (f dbFlag) atAlerts(ctx context.Context, mode store.Mode, do func(context.Context, *record.Record, alert.Store, *access.Desk) error) error {
	return f.withStore(ctx, mode, func(r *record.Record, db store.Store) error {
		return do(access.With(ctx, access.Who{Name: userName(), Role: access.Admin}), r, db.Alerts(), access.New(db.Access(), access.Options{}))
	})
}

// withStore opens the record and its store for as long as something is done with them.
func (f dbFlag) withStore(ctx context.Context, mode store.Mode, do func(*record.Record, store.Store) error) (err error) {
	r, db, err := f.open(ctx, mode)
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	return do(r, db)
}

type alertListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists the rules.
func (cmd *alertListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atAlerts(ctx, store.Read, func(ctx context.Context, _ *record.Record, alerts alert.Store, _ *access.Desk) error {
		all, err := service.Alerts(ctx, alerts, "")
		if err != nil {
			return err
		}
		return export.Alerts(all, c.Now()).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type alertShowCmd struct {
	Name   string `arg:"" help:"Its name." complete:"alerts"`
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run prints the rule, then a line a letter.
func (cmd *alertShowCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atAlerts(ctx, store.Read, func(ctx context.Context, _ *record.Record, alerts alert.Store, _ *access.Desk) error {
		all, err := service.Alerts(ctx, alerts, cmd.Name)
		if err != nil {
			return err
		}
		return export.AlertShown(&all[0], c.Now()).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type alertDropCmd struct {
	Name string `arg:"" help:"Its name." complete:"alerts"`
	dbFlag
}

// Run drops the rule.
func (cmd *alertDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atAlerts(ctx, store.Write, func(ctx context.Context, _ *record.Record, alerts alert.Store, d *access.Desk) error {
		if err := service.DropAlert(ctx, alerts, cmd.Name); err != nil {
			return err
		}
		if err := d.Note(ctx, access.AlertGone, cmd.Name); err != nil {
			return err
		}
		return c.Say("dropped alert %s", cmd.Name)
	})
}

type alertMuteCmd struct {
	Name string        `arg:"" help:"Its name." complete:"alerts"`
	For  time.Duration `help:"For so long; without it, until --off." placeholder:"TIME"`
	Off  bool          `help:"Let it notice again."`
	dbFlag
}

// Run mutes the rule, or lets it notice again.
func (cmd *alertMuteCmd) Run(ctx context.Context, c *terminal.Console) error {
	now := c.Now()
	return cmd.atAlerts(ctx, store.Write, func(ctx context.Context, _ *record.Record, alerts alert.Store, d *access.Desk) error {
		_, err := service.ChangeAlert(ctx, alerts, cmd.Name, now, func(r *alert.Rule) {
			r.By = access.Name(ctx)
			switch {
			case cmd.Off:
				r.Muted = nil
			case cmd.For > 0:
				r.Muted = &alert.Mute{Until: now.Add(cmd.For)}
			default:
				r.Muted = &alert.Mute{}
			}
		})
		if err != nil {
			return err
		}
		if err := d.Note(ctx, access.AlertKept, cmd.Name); err != nil {
			return err
		}
		switch {
		case cmd.Off:
			return c.Say("alert %s notices again what happens from now on", cmd.Name)
		case cmd.For > 0:
			return c.Say("muted alert %s until %s", cmd.Name, now.Add(cmd.For).Format(time.DateTime))
		}
		return c.Say("muted alert %s; rapporteur alert mute %q --off ends it", cmd.Name, cmd.Name)
	})
}

type alertTestCmd struct {
	Name   string `arg:"" help:"Its name." complete:"alerts"`
	Since  string `help:"As if it had been there since this day, YYYY-MM-DD, or time; without it, for 30 days. What counts is when the reports came to the record." placeholder:"DATE"`
	Format string `help:"Output format: ${enum}." enum:"text,json,markdown" default:"text" short:"f"`
	dbFlag
}

// Run rehearses the rule over the past.
func (cmd *alertTestCmd) Run(ctx context.Context, c *terminal.Console) error {
	now := c.Now()
	since, err := service.From(cmd.Since, now.AddDate(0, 0, -30))
	if err != nil {
		return err
	}
	return cmd.atAlerts(ctx, store.Read, func(ctx context.Context, r *record.Record, alerts alert.Store, _ *access.Desk) error {
		rules, err := service.AlertRules(ctx, alerts, cmd.Name)
		if err != nil {
			return err
		}
		played, err := dispatch.Rehearse(ctx, r, rules[0], since, now)
		if err != nil {
			return err
		}
		if played.Steps < played.Changes {
			c.Tell("the record changed %d times since then; it was looked at %d times, so that some of what it would have sent one by one is put together", played.Changes, played.Steps)
		}
		return export.WouldSend(cmd.Name, since, played.Letters, played.Found).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
	})
}

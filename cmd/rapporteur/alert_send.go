package main

import (
	"context"
	"log/slog"

	"rapporteur/alert"
	"rapporteur/alert/deliver"
	"rapporteur/alert/dispatch"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/source/fetch"
)

// alertFlags say how the letters of alerts travel.
type alertFlags struct {
	SMTP         string       `name:"smtp" help:"The server that sends alerts by mail: smtp://USER@HOST:PORT, which demands STARTTLS, smtps:// or smtp-plain://." env:"RAPPORTEUR_SMTP" placeholder:"URL"`
	SMTPFrom     string       `name:"smtp-from" help:"Whom they are from." env:"RAPPORTEUR_SMTP_FROM" placeholder:"ADDRESS"`
	SMTPPassword alert.Secret `name:"smtp-password" help:"Where the password of that server is: env:NAME or file:PATH." default:"env:RAPPORTEUR_SMTP_PASSWORD" env:"RAPPORTEUR_SMTP_PASSWORD_AT" placeholder:"WHERE"`
	NoAlerts     bool         `name:"no-alerts" help:"Send no alerts; another process does."`
}

// alertPurpose is why webhooks are asked.
const alertPurpose = "brings alerts to who asked for them"

// runner makes what finds and sends the alerts of a record, nil where nothing is to be
// sent. Whoever changes the record in this process wakes it.
func (f alertFlags) runner(c *terminal.Console, r *record.Record, alerts alert.Store, fetcher *fetch.Fetcher, base string, log *slog.Logger) (*dispatch.Runner, error) {
	if f.NoAlerts {
		return nil, nil
	}
	couriers := map[alert.Means]dispatch.Courier{
		alert.Webhook: &deliver.Webhook{Fetcher: fetcher, Getenv: c.Getenv, Now: c.Now},
		alert.Command: &deliver.Command{Getenv: c.Getenv},
	}
	if f.SMTP != "" {
		mail, err := deliver.NewMail(f.SMTP, f.SMTPPassword, f.SMTPFrom, c.Getenv)
		if err != nil {
			return nil, err
		}
		couriers[alert.Email] = mail
	}
	run := dispatch.New(dispatch.Options{Record: r, Alerts: alerts, Couriers: couriers, Now: c.Now, Base: base, Log: log})
	r.Changed = run.Wake
	return run, nil
}

// beside runs what sends alerts, if there is any, until the function that it gives is
// called, which waits for what is on its way.
func beside(ctx context.Context, run *dispatch.Runner) (end func()) {
	if run == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() { defer close(done); run.Run(ctx) }()
	return func() {
		cancel()
		<-done
	}
}

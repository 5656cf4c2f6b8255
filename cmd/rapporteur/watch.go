package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/store"
)

// followingFlags say how what is followed is brought in.
type followingFlags struct {
	AtOnce  int           `help:"Servers asked at once; each is asked one thing at a time." default:"8" placeholder:"N"`
	Keep    bool          `name:"keep-pages" help:"Keep all pages as they were, compressed, for evidence; follow page prints them."`
	Longest time.Duration `help:"How long a round looks for more to do before it is told." default:"10m" placeholder:"TIME"`
	Workers int           `help:"Reports read at once; 0 is one for each core." default:"0"`
	Format  string        `help:"Output format: ${enum}." enum:"text,jsonl" default:"text" short:"f"`
	actorsFlag
	issuesFlag
	budgetFlag
	networkFlags
	dbFlag
}

// watchCmd brings in what is new of what is followed.
type watchCmd struct {
	Folders []string `arg:"" optional:"" name:"folder" help:"Folders to follow from now on." type:"existingdir"`
	Once    bool     `help:"Do one round and end, for cron."`
	followingFlags
	alertFlags
}

// Help is shown below the usage.
func (watchCmd) Help() string {
	return "What is followed is kept by rapporteur follow. A round asks each source that is due, fetches the pages that are new, and again those of the last two days, in case they were revised; a line says what it came to. Ctrl-C ends it at any time: what is on the record stays, and the next round goes on from there. One process watches a record, for all of its desks: what several of them follow is asked once. With --namespace it tells of what that desk follows, and the folders are that desk's. Alerts of what comes are sent meanwhile, and with --once behind the round."
}

// Run watches until it is interrupted.
func (cmd *watchCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.following(ctx, c, store.Create, func(f *service.Following, told *roundTold, alerts alert.Store) error {
		run, err := cmd.runner(c, f.Ingest.Record, alerts, f.Options.Fetcher, "", slog.New(logTo(c, "text")))
		if err != nil {
			return err
		}
		who := f.Follower()
		for _, dir := range cmd.Folders {
			if _, err := who.Add(ctx, follow.Wish{Address: dir, As: follow.Folder}); err != nil && rapporteur.CodeOf(err) != rapporteur.Invalid {
				return err
			}
		}
		all, err := follow.Choose(ctx, f.Options.Store, cmd.whose(), nil)
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "watch", Message: "nothing is followed; rapporteur follow add ADDRESS begins to, or name a folder"}
		}
		told.always = cmd.Once
		if cmd.Once {
			f.Options.Longest = 0
		}
		return sendingMeanwhile(ctx, run, cmd.Once, func() error { return f.Watch(ctx, cmd.Once, told.round) })
	})
}

// sendingMeanwhile has alerts sent while something is done, or of what is done once
// afterwards.
func sendingMeanwhile(ctx context.Context, run *dispatch.Runner, once bool, do func() error) error {
	if run == nil || !once {
		defer beside(ctx, run)()
		return do()
	}
	if err := do(); err != nil {
		return err
	}
	return run.Step(ctx)
}

// following wires what follows, for as long as something is done with it.
func (cmd *followingFlags) following(ctx context.Context, c *terminal.Console, mode store.Mode, do func(*service.Following, *roundTold, alert.Store) error) error {
	fetcher, err := cmd.fetcher(c, followPurpose)
	if err != nil {
		return err
	}
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	return cmd.withStore(ctx, mode, func(r *record.Record, db store.Store) error {
		desk, err := service.DeskFollows(ctx, r)
		if err != nil {
			return err
		}
		told := &roundTold{console: c, lines: cmd.Format == "jsonl", whose: cmd.whose()}
		return do(&service.Following{
			Ingest:  &service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing, Workers: cmd.Workers},
			Inputs:  &service.Inputs{Opener: &source.Opener{Version: version, Fetcher: fetcher}},
			Options: follow.Options{Store: db.Follows(), Fetcher: fetcher, Tell: told.event, AtOnce: cmd.AtOnce, Keep: cmd.Keep, Longest: cmd.Longest, Now: c.Now, Desk: desk},
		}, told, db.Alerts())
	})
}

// whose are the sources of which is told: a desk's own with --namespace, else all.
func (cmd *followingFlags) whose() string {
	if cmd.Namespace == "" {
		return follow.Everybody
	}
	return cmd.Namespace
}

type followCheckCmd struct {
	What []string `arg:"" optional:"" name:"what" help:"Numbers, addresses or titles, as follow list has them; without one, all."`
	followingFlags
}

// Run has what is named asked at once, and does a round.
func (cmd *followCheckCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.following(ctx, c, store.Write, func(f *service.Following, told *roundTold, _ alert.Store) error {
		chosen, err := follow.Choose(ctx, f.Options.Store, cmd.Namespace, cmd.What)
		if err != nil {
			return err
		}
		if err := follow.Hasten(ctx, f.Options.Store, chosen, c.Now()); err != nil {
			return err
		}
		told.always, told.all = true, true
		return f.Watch(ctx, true, told.round)
	})
}

// roundTold tells what happens in rounds: a line a round, and what fails.
type roundTold struct {
	console *terminal.Console
	// lines has every event told as a line of JSON.
	lines bool
	// always tells a round in which nothing was asked, all every source that was.
	always, all bool
	// whose are the sources of which is told.
	whose       string
	shown       time.Time
	asked, come int
}

// event tells of a source that was asked, or of a report that came in.
func (t *roundTold) event(e follow.Event) {
	if e.Source != nil {
		s, told := e.Source.At(t.whose)
		if !told {
			return
		}
		e.Source = &s
	}
	if t.lines {
		t.line(e)
		return
	}
	switch {
	case e.Item == nil && e.Err != nil:
		if t.all || e.Source.Failures == 1 || e.Source.Gone {
			t.console.Tell("%s", export.Clean(fmt.Sprintf("%s (%d) fails: %v", export.FollowName(e.Source), e.Source.ID, e.Err)))
		}
	case e.Item == nil:
		t.asked++
		if t.all {
			t.console.Tell("%s", export.Clean(fmt.Sprintf("%s (%d): %d new", export.FollowName(e.Source), e.Source.ID, e.New)))
		}
	case e.Outcome == "waiting":
		if t.all {
			t.console.Tell("%s", export.Clean(fmt.Sprintf("%s waits: %v", export.FollowItemName(e.Item), e.Err)))
		}
	case e.Err != nil:
		t.console.Tell("%s", export.Clean(fmt.Sprintf("%s: %v", export.FollowItemName(e.Item), e.Err)))
	default:
		t.come++
	}
	if now := t.console.Now(); t.console.Capable() && now.Sub(t.shown) >= often {
		t.shown = now
		_, _ = fmt.Fprintf(t.console.Stdout, "\r\x1b[K%d sources asked, %d reports in", t.asked, t.come) // the summary comes
	}
}

// line tells an event as JSON; that it cannot be written the round's line will say.
func (t *roundTold) line(e follow.Event) {
	out := struct {
		Source  int64  `json:"source"`
		Item    string `json:"item,omitempty"`
		Title   string `json:"title,omitempty"`
		Address string `json:"address,omitempty"`
		Report  string `json:"report,omitempty"`
		New     int    `json:"new,omitempty"`
		Outcome string `json:"outcome,omitempty"`
		Error   string `json:"error,omitempty"`
	}{New: e.New, Outcome: e.Outcome}
	if e.Source != nil {
		out.Source, out.Address = e.Source.ID, e.Source.Address
	}
	if e.Item != nil {
		out.Item, out.Title, out.Address, out.Report = e.Item.Key, e.Item.Title, e.Item.Address, e.Item.Report
	}
	if e.Err != nil {
		out.Error = e.Err.Error()
	}
	_ = export.Line(t.console.Stdout, out)
}

// round tells what a round came to, if anything was asked.
func (t *roundTold) round(s follow.Summary) error {
	t.asked, t.come = 0, 0
	if t.lines {
		return export.Line(t.console.Stdout, struct {
			Round follow.Summary `json:"round"`
		}{s})
	}
	if s.Sources+s.Pages == 0 && !t.always {
		return nil
	}
	before := ""
	if t.console.Capable() {
		before = "\r\x1b[K"
	}
	return t.console.Say("%s%s", before, roundWords(s))
}

// roundWords says what a round came to.
func roundWords(s follow.Summary) string {
	out := fmt.Sprintf("%s  %d sources asked, %d new: %d added, %d copies, %d revisions, %d known, %d failed", s.Ended.Local().Format("15:04:05"),
		s.Sources, s.New, s.Added, s.Copied, s.Revised, s.Known, s.Failed)
	if s.Waiting > 0 {
		out += fmt.Sprintf("; %d wait (rapporteur follow failures)", s.Waiting)
	}
	if s.Failing > 0 {
		out += fmt.Sprintf("; %d sources fail (rapporteur follow list)", s.Failing)
	}
	if s.Cut {
		out += "; more is waiting"
	}
	if !s.Next.IsZero() {
		out += "; next at " + s.Next.Local().Format("15:04:05")
	}
	return out
}

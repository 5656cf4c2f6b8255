package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source/feed"
	"rapporteur/store"
)

// followCmd keeps the list of what is followed.
type followCmd struct {
	Add      followAddCmd      `cmd:"" help:"Follow a feed, a sitemap, a page that lists reports, a site, or a folder; rapporteur watch brings in what is new."`
	List     followListCmd     `cmd:"" help:"List what is followed, and how it goes."`
	Drop     followDropCmd     `cmd:"" help:"Follow something no longer; its reports stay on the record."`
	Check    followCheckCmd    `cmd:"" help:"Ask what is followed now, and bring in what is new."`
	Failures followFailuresCmd `cmd:"" help:"List the reports that were given up, or wait, by title and link, and why."`
	Page     followPageCmd     `cmd:"" help:"Print a page as it was when it was read (watch --keep-pages)."`
	Import   followImportCmd   `cmd:"" help:"Follow the feeds of a list (OPML), as programs that read feeds export it."`
	Export   followExportCmd   `cmd:"" help:"Write what is followed as a list of feeds (OPML)."`
}

// atFollows opens what is followed.
func (f dbFlag) atFollows(ctx context.Context, mode store.Mode, do func(*record.Record, follow.Store) error) error {
	return f.withStore(ctx, mode, func(r *record.Record, db store.Store) error { return do(r, db.Follows()) })
}

// ofDesk opens what a desk follows; without --namespace, what is on the list that is
// everybody's.
func (f dbFlag) ofDesk(ctx context.Context, mode store.Mode, do func(follow.Desk, follow.Store) error) error {
	return f.atFollows(ctx, mode, func(r *record.Record, follows follow.Store) error {
		desk, err := service.DeskFollows(ctx, r)
		if err != nil {
			return err
		}
		return do(desk, follows)
	})
}

type followAddCmd struct {
	Address string        `arg:"" help:"The address of a feed, a sitemap, a page or a site, or a folder."`
	As      string        `help:"Follow it as: ${enum}; without it, as what it is." enum:",feed,sitemap,section,folder" default:"" placeholder:"KIND"`
	Title   string        `help:"What it is called; without it, as it calls itself."`
	Outlet  string        `help:"Who publishes its reports; without it, what the pages say." placeholder:"NAME"`
	Every   time.Duration `help:"How often it is asked, if it does not want to be asked less often." default:"30m" placeholder:"TIME"`
	Keep    bool          `name:"keep-pages" help:"Keep its pages as they were, for evidence; all desks can print them, as reports are shared."`
	All     bool          `help:"Follow all feeds that a page offers."`
	networkFlags
	dbFlag
}

// followPurpose is what servers are told.
const followPurpose = "follows the news for its reader; keeps to robots.txt"

// Run looks at what lies there, and follows it.
func (cmd *followAddCmd) Run(ctx context.Context, c *terminal.Console) error {
	fetcher, err := cmd.fetcher(c, followPurpose)
	if err != nil {
		return err
	}
	return cmd.ofDesk(ctx, store.Create, func(desk follow.Desk, follows follow.Store) error {
		f := follow.New(follow.Options{Store: follows, Fetcher: fetcher, Now: c.Now, Desk: desk})
		found, err := f.Add(ctx, follow.Wish{Address: cmd.Address, As: follow.Kind(cmd.As), Title: cmd.Title, Outlet: cmd.Outlet, Every: max(cmd.Every, time.Minute), Keep: cmd.Keep, All: cmd.All})
		if err != nil {
			return err
		}
		for i := range found.Added {
			s := &found.Added[i]
			if err := c.Say("%d  %s  %s", s.ID, export.Clean(export.FollowName(s)), strings.TrimSpace(string(s.Kind)+"  "+export.Clean(s.Address))); err != nil {
				return err
			}
		}
		if n := len(found.Others); n > 0 {
			c.Tell("the page offers %d more, which --all follows as well:", n)
			for _, o := range found.Others[:min(n, 10)] {
				c.Tell("  %s  %s", export.Clean(o.Title), export.Clean(o.Address))
			}
		}
		return nil
	})
}

type followListCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists what is followed.
func (cmd *followListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.ofDesk(ctx, store.Read, func(desk follow.Desk, follows follow.Store) error {
		all, err := follow.List(ctx, follows, desk.Name)
		if err != nil {
			return err
		}
		return export.Follows(all, c.Now()).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type followDropCmd struct {
	What []string `arg:"" name:"what" help:"Numbers, addresses or titles, as follow list has them."`
	dbFlag
}

// Run drops what is named.
func (cmd *followDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.ofDesk(ctx, store.Write, func(desk follow.Desk, follows follow.Store) error {
		chosen, err := follow.Choose(ctx, follows, desk.Name, cmd.What)
		if err != nil {
			return err
		}
		if err := follow.Drop(ctx, follows, desk.Name, chosen); err != nil {
			return err
		}
		for i := range chosen {
			if err := c.Say("dropped %d  %s", chosen[i].ID, export.Clean(export.FollowName(&chosen[i]))); err != nil {
				return err
			}
		}
		return nil
	})
}

type followFailuresCmd struct {
	Limit  int    `help:"List at most so many; 0 is all." default:"50"`
	Format string `help:"Output format: ${enum}." enum:"text,json,csv" default:"text" short:"f"`
	dbFlag
}

// Run lists what failed, the last seen first.
func (cmd *followFailuresCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.ofDesk(ctx, store.Read, func(desk follow.Desk, follows follow.Store) error {
		failed, err := follow.Failures(ctx, follows, desk.Name, cmd.Limit)
		if err != nil {
			return err
		}
		return export.FollowFailures(failed).Write(c.Stdout, cmd.Format, c.Style())
	})
}

type followPageCmd struct {
	Of  string `arg:"" name:"report" help:"The id of a report, or the address of a page."`
	Nth int    `help:"Which of several, 1 is the first; 0 is the last." default:"0" placeholder:"N"`
	dbFlag
}

// Help is shown below the usage.
func (followPageCmd) Help() string {
	return "A page is kept if any of the desks that follow its source wants that. It is the evidence of a report, and reports are everybody's: what was kept for one desk is printed for all, and stays when nobody follows the source any more. Which desk asked for it is not told."
}

// Run writes the page as it was.
func (cmd *followPageCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.atFollows(ctx, store.Read, func(_ *record.Record, follows follow.Store) error {
		return follows.View(ctx, func(v follow.View) error {
			pages, err := v.Pages(cmd.Of)
			if err != nil {
				return err
			}
			n, err := nthOf(len(pages), cmd.Nth)
			if err != nil {
				return &rapporteur.Error{Code: rapporteur.Invalid, Op: "follow page " + cmd.Of, Message: err.Error()}
			}
			p := pages[n-1]
			c.Tell("%s of %s, %s, version %d of %d", export.Clean(p.Address), p.Fetched.UTC().Format(time.RFC3339), export.Clean(p.Type), n, len(pages))
			_, err = c.Stdout.Write(p.Body)
			return err
		})
	})
}

// nthOf says which of some pages is meant: the last by 0.
func nthOf(pages, nth int) (int, error) {
	switch n := cmp.Or(nth, pages); {
	case pages == 0:
		return 0, errors.New("no such page was kept; pages are kept with watch --keep-pages or follow add --keep-pages")
	case n < 1 || n > pages:
		return 0, fmt.Errorf("%d are kept, and none is number %d; give --nth a number from 1 to %[1]d", pages, n)
	default:
		return n, nil
	}
}

type followImportCmd struct {
	File  string        `arg:"" help:"A file in OPML; - is standard input."`
	Every time.Duration `help:"How often the feeds are asked." default:"30m" placeholder:"TIME"`
	dbFlag
}

// Run follows the feeds of the list that are not followed yet. They are looked at when
// they are first asked.
func (cmd *followImportCmd) Run(ctx context.Context, c *terminal.Console) error {
	data, err := cmd.read(c)
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + cmd.File, Err: err}
	}
	feeds, err := feed.ReadOPML(data)
	if err != nil {
		return err
	}
	var sources []follow.Source
	for _, o := range feeds {
		sources = append(sources, follow.Source{Address: o.Address, Title: o.Title, Site: o.Site, Every: max(cmd.Every, time.Minute), Added: c.Now(), Due: c.Now()})
	}
	return cmd.ofDesk(ctx, store.Create, func(desk follow.Desk, follows follow.Store) error {
		added, err := follow.New(follow.Options{Store: follows, Desk: desk}).AddAll(ctx, sources)
		if err != nil {
			return err
		}
		return c.Say("%d feeds in the list, %d of them new", len(feeds), len(added))
	})
}

// opmlLargest is the size in bytes of the largest list that is read.
const opmlLargest = 16 << 20

func (cmd *followImportCmd) read(c *terminal.Console) ([]byte, error) {
	if cmd.File == "-" {
		return io.ReadAll(io.LimitReader(c.Stdin, opmlLargest))
	}
	f, err := os.Open(cmd.File)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	return io.ReadAll(io.LimitReader(f, opmlLargest))
}

type followExportCmd struct {
	dbFlag
}

// Run writes the list of what is followed on the web.
func (cmd *followExportCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.ofDesk(ctx, store.Read, func(desk follow.Desk, follows follow.Store) error {
		all, err := follow.Choose(ctx, follows, desk.Name, nil)
		if err != nil {
			return err
		}
		var out []feed.Outline
		for _, s := range all {
			if s.Kind != follow.Folder && s.Kind != feed.Section {
				out = append(out, feed.Outline{Title: s.Title, Address: s.Address, Site: s.Site})
			}
		}
		return feed.WriteOPML(c.Stdout, "Followed by rapporteur", c.Now(), out)
	})
}

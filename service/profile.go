package service

import (
	"context"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/record"
)

// Directory is what the tables know of actors; it is not changed.
type Directory struct{ base *knowledge.Base }

// Directory loads the tables of actors.
func (t Tables) Directory() (*Directory, error) {
	base, err := t.Knowledge()
	return &Directory{base}, err
}

// Profile is what is known of an actor: by the tables, and by the record.
type Profile struct {
	// Party is the actor as the record has it; one of the tables that is not on the record
	// has no entries.
	Party record.Party
	// Known is what the tables know, with the offices that reports taught; nil for an
	// actor whom neither knows.
	Known *KnownActor
	// Meetings, Statements and Lines are the latest of its own.
	Meetings, Statements []record.Entry
	Lines                []record.Line
	// Deeds are what it did and what was done to it; Named are what others said in whose
	// words it is named.
	Deeds, Named []record.Entry
}

// mostOfProfile is the number of entries of each sort in a profile, searched those among
// which they are looked for.
const mostOfProfile, searched = 8, 60

// Profile gives the profile of an actor, by its id, as of a time, empty for now.
func (d *Directory) Profile(ctx context.Context, r *record.Record, id, asOf string) (*Profile, error) {
	at, err := Moment(asOf)
	if err != nil {
		return nil, err
	}
	p := &Profile{}
	err = r.Look(ctx, at, func(l *record.Look) error {
		parties, err := l.Parties(record.Filter{Actors: []string{id}, AsOf: at})
		if err != nil {
			return err
		}
		if len(parties) > 0 {
			p.Party = parties[0]
			return p.entries(l, record.Filter{Actors: []string{id}, AsOf: at})
		}
		k := d.base.Actor(id)
		if k == nil {
			return invalid("actor "+id, "nobody on the record has that id")
		}
		p.Party = record.Party{ID: k.ID, Known: true, Name: k.Name, Kind: k.Kind, State: rapporteur.Text(k.State)}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return p, p.offices(ctx, r, d.base)
}

// entries fills in what the record has of an actor.
func (p *Profile) entries(l *record.Look, f record.Filter) error {
	of := func(kind record.Kind, most int, ofThem func(*record.Entry) bool) ([]record.Entry, error) {
		f := f
		f.Kinds, f.Limit = []record.Kind{kind}, searched
		all, err := l.Entries(f)
		all = slices.DeleteFunc(all, func(e record.Entry) bool { return !ofThem(&e) })
		return all[:min(most, len(all))], err
	}
	var err error
	every := func(*record.Entry) bool { return true }
	if p.Meetings, err = of(record.Meeting, mostOfProfile, every); err != nil {
		return err
	}
	if p.Statements, err = of(record.Statement, mostOfProfile, p.says); err != nil {
		return err
	}
	if p.Deeds, err = of(record.Event, mostOfProfile, every); err != nil {
		return err
	}
	lines := f
	lines.Limit = searched
	if p.Lines, err = l.Lines(lines); err != nil {
		return err
	}
	return p.named(l, f)
}

// says reports whether the actor is who says it, or for whom it is said.
func (p *Profile) says(e *record.Entry) bool {
	return slices.Contains(e.Statement.Speakers, p.Party.ID) || string(e.Statement.For) == p.Party.ID
}

// named finds what others said in whose words the actor is named.
func (p *Profile) named(l *record.Look, f record.Filter) error {
	name := p.calledBy()
	if name == "" {
		return nil
	}
	f.Actors, f.Kinds, f.Limit, f.Text = nil, []record.Kind{record.Statement}, searched, `"`+name+`"`
	all, err := l.Entries(f)
	all = slices.DeleteFunc(all, func(e record.Entry) bool { return p.says(&e) || !among(&e, name) })
	p.Named = all[:min(mostOfProfile, len(all))]
	return err
}

// calledBy is what others call the actor, in small letters: a person by the last name.
func (p *Profile) calledBy() string {
	all := knowledge.Words(p.Party.Name)
	if p.Party.Kind == rapporteur.Person {
		all = all[max(0, len(all)-1):]
	}
	return strings.Join(all, " ")
}

// among reports whether a name stands in the words that were said.
func among(e *record.Entry, name string) bool {
	return slices.ContainsFunc(e.Statement.Content, func(s rapporteur.Span) bool {
		return strings.Contains(" "+knowledge.Fold(s.Text)+" ", " "+name+" ")
	})
}

// offices looks up what the tables know, with what reports taught.
func (p *Profile) offices(ctx context.Context, r *record.Record, base *knowledge.Base) error {
	learned, err := LearnedOn(ctx, r, "")
	if err != nil {
		return err
	}
	q := Who{Name: p.Party.ID, Learned: learned}
	found, err := q.Find(base)
	if err != nil {
		return err
	}
	if at := slices.IndexFunc(found, func(a KnownActor) bool { return a.ID == p.Party.ID }); at >= 0 {
		p.Known = &found[at]
	}
	return nil
}

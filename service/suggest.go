package service

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/record"
)

// Suggestion is a dossier that somebody may want to keep: parties, issues and places that
// the reports tell of together.
type Suggestion struct {
	Name string `json:"name"`
	// Parties, Issues and Places are what goes together, those of most reports first.
	Parties []Theme `json:"parties"`
	Issues  []Theme `json:"issues"`
	Places  []Theme `json:"places"`
	// Reports counts the reports that tell of two of them or more, First and Last are the
	// days of the first and the last of these.
	Reports int             `json:"reports"`
	First   rapporteur.Date `json:"first"`
	Last    rapporteur.Date `json:"last"`
	// Closeness is the mean cosine of what goes together, over reports: 1 where each is in
	// all the reports in which another is, 0 where none is.
	Closeness float64 `json:"closeness"`
	// Definition is the dossier, as KeepDossier would save it, Arguments what follows
	// "rapporteur dossier add" to define it, and Entries how many entries it would hold,
	// by kind; of the kinds in Over there are more.
	Definition record.Dossier      `json:"definition"`
	Arguments  []string            `json:"arguments"`
	Entries    map[record.Kind]int `json:"entries"`
	Over       []record.Kind       `json:"over,omitempty"`
	// Like is a dossier that is there already, of the same parties.
	Like string `json:"like,omitempty"`
}

// Theme is a party, an issue or a place that reports tell of.
type Theme struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Reports counts the reports of the suggestion that tell of it, All those that were
	// looked at and do.
	Reports int `json:"reports"`
	All     int `json:"all"`
	// Joined says that it does not go with the others in all that is told: a party of which
	// most of these reports tell and others too, an issue of which few of them tell and
	// hardly any others.
	Joined bool `json:"joined,omitempty"`
}

// Suggestions is what SuggestDossiers answers.
type Suggestions struct {
	Dossiers []Suggestion `json:"dossiers"`
	// Reports counts the reports that were looked at.
	Reports int `json:"reports"`
	// Cut says that there are more entries than were looked at, the newest first.
	Cut bool `json:"cut,omitempty"`
}

// SuggestDossiers proposes dossiers from what is on the record, or what a question chooses
// of it, at most so many. The question's limit is the number of entries of a kind that are
// looked at.
func SuggestDossiers(ctx context.Context, r *record.Record, q Question, most int) (*Suggestions, error) {
	return suggest(ctx, r, q, most, countHeld)
}

// ProposeDossiers is SuggestDossiers for who does not ask how many entries each would
// hold, which takes most of its time: Entries is nil.
func ProposeDossiers(ctx context.Context, r *record.Record, q Question, most int) (*Suggestions, error) {
	return suggest(ctx, r, q, most, func(*record.Look, []Suggestion) error { return nil })
}

func suggest(ctx context.Context, r *record.Record, q Question, most int, count func(*record.Look, []Suggestion) error) (*Suggestions, error) {
	q.About = Everything
	s := &Suggestions{Dossiers: []Suggestion{}}
	err := q.look(ctx, r, func(l *record.Look, f record.Filter) error {
		w := &weave{reports: map[string]*told{}, names: map[theme]string{}, in: map[theme]map[string]bool{}}
		for _, kind := range []record.Kind{record.Meeting, record.Event, record.Position} {
			f.Kinds = []record.Kind{kind}
			found, err := l.Entries(f)
			if err != nil {
				return err
			}
			s.Cut = s.Cut || f.Limit > 0 && len(found) == f.Limit
			for i := range found {
				w.add(&found[i])
			}
		}
		s.Reports = len(w.reports)
		have, err := l.Dossiers()
		if err != nil {
			return err
		}
		s.Dossiers = append(s.Dossiers, w.suggestions(have, most)...)
		return count(l, s.Dossiers)
	})
	if err != nil {
		return nil, err
	}
	return s, nil
}

// held is how many entries of a kind are counted that a suggestion would hold.
const held = 1000

// countHeld counts the entries that each suggestion would hold.
func countHeld(l *record.Look, all []Suggestion) error {
	for i := range all {
		d := &all[i].Definition
		all[i].Entries = map[record.Kind]int{}
		for _, k := range []record.Kind{record.Meeting, record.Statement, record.Event, record.Position} {
			f := record.Filter{Kinds: []record.Kind{k}, Actors: d.Actors, Issues: d.Issues, Places: d.Places}
			switch { // as a dossier of both has it
			case len(d.Issues) > 0 && len(d.Actors) > 0 && k == record.Position:
				f.Actors = nil
			case len(d.Issues) > 0 && len(d.Actors) > 0:
				f.Issues = nil
			}
			n, err := l.Count(f, held)
			if err != nil {
				return err
			}
			if n.N > 0 {
				all[i].Entries[k] = n.N
			}
			if n.Over {
				all[i].Over = append(all[i].Over, k)
			}
		}
	}
	return nil
}

// suggestion makes a dossier of a group of themes.
func (w *weave) suggestion(g *group) Suggestion {
	s := Suggestion{Parties: []Theme{}, Issues: []Theme{}, Places: []Theme{}, Reports: len(g.reports), Closeness: g.closeness}
	for id := range g.reports {
		day := w.reports[id].day
		if s.First == "" || day != "" && day < s.First {
			s.First = day
		}
		s.Last = max(s.Last, day)
	}
	for _, t := range g.themes {
		of := Theme{ID: t.id, Name: w.names[t], All: len(w.in[t]), Joined: slices.Contains(g.joined, t)}
		for id := range g.reports {
			if w.in[t][id] {
				of.Reports++
			}
		}
		switch t.kind {
		case partyTheme:
			s.Parties = append(s.Parties, of)
		case issueTheme:
			s.Issues = append(s.Issues, of)
		default:
			s.Places = append(s.Places, of)
		}
	}
	for _, list := range [][]Theme{s.Parties, s.Issues, s.Places} {
		slices.SortFunc(list, func(a, b Theme) int { return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.ID, b.ID)) })
	}
	s.define()
	return s
}

// define says how the dossier command would define a suggestion. Places define it where
// there is no party alone: of what parties say few things have a place.
func (s *Suggestion) define() {
	var words []string
	flag := func(name string, of []Theme, to *[]string) {
		for _, t := range of {
			*to = append(*to, t.ID)
			s.Arguments = append(s.Arguments, "--"+name, t.ID)
		}
	}
	flag("actor", s.Parties, &s.Definition.Actors)
	flag("issue", s.Issues, &s.Definition.Issues)
	if len(s.Parties) == 0 {
		flag("place", s.Places, &s.Definition.Places)
	}
	for _, of := range [][]Theme{s.Parties[:min(2, len(s.Parties))], s.Places[:min(1, len(s.Places))], s.Issues[:min(1, len(s.Issues))]} {
		for _, t := range of {
			if len(words) < 2 {
				words = append(words, slug(t.Name))
			}
		}
	}
	s.Name = strings.Join(words, "-")
}

// slug writes a name in small letters and hyphens, so that it needs no quotation marks on
// a command line.
func slug(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// named gives each suggestion a name of its own, and says which dossier is like it.
func named(all []Suggestion, have []record.Dossier) {
	taken := map[string]bool{}
	for _, d := range have {
		taken[d.Name] = true
	}
	for i := range all {
		s := &all[i]
		for _, d := range have {
			if len(d.Actors) > 0 && sameSet(d.Actors, s.Definition.Actors) || len(d.Actors) == 0 && len(d.Issues) > 0 && sameSet(d.Issues, s.Definition.Issues) && len(s.Parties) == 0 {
				s.Like = d.Name
			}
		}
		name := s.Name
		for n := 0; taken[s.Name]; n++ {
			if s.Name = name + "-" + string(rune('b'+n)); n == 0 && len(s.Issues) > 0 && !strings.Contains(name, s.Issues[0].ID) {
				s.Name = name + "-" + s.Issues[0].ID
			}
		}
		taken[s.Name] = true
		s.Definition.Name = s.Name
		s.Arguments = append([]string{s.Name}, s.Arguments...)
	}
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

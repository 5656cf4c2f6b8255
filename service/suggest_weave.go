package service

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// themeKind is what a theme is.
type themeKind int

const (
	partyTheme themeKind = iota
	issueTheme
	placeTheme
)

// theme is a party, an issue or a place.
type theme struct {
	kind themeKind
	id   string
}

// told is a report, by what it tells of.
type told struct {
	day    rapporteur.Date
	themes map[theme]bool
}

// weave is which reports tell of which themes.
type weave struct {
	reports map[string]*told
	names   map[theme]string
	// in are the reports that tell of a theme.
	in map[theme]map[string]bool
}

// add notes the themes of an entry for each of its reports. Parties that no table knows are
// passed over: their names mean another in the next report.
func (w *weave) add(e *record.Entry) {
	var themes []theme
	put := func(kind themeKind, id, name string) {
		if id != "" && !strings.HasPrefix(id, "~") {
			t := theme{kind, id}
			themes = append(themes, t)
			if w.names[t] == "" || w.names[t] == id {
				w.names[t] = name
			}
		}
	}
	party := func(id string) { put(partyTheme, id, e.Called(id)) }
	place := func(p *rapporteur.Place) {
		if p != nil && p.Name != "" {
			put(placeTheme, record.FoldPlace(p.Name), p.Name)
		}
	}
	switch {
	case e.Meeting != nil:
		for i := range e.Meeting.Attendance {
			party(sideOf(&e.Meeting.Attendance[i]))
		}
		place(e.Meeting.Place)
	case e.Event != nil:
		for _, id := range slices.Concat(e.Event.Actors, e.Event.Recipients) {
			party(partyOf(e, id))
		}
		place(e.Event.Place)
	case e.Position != nil:
		party(cmp.Or(string(e.Position.For), e.Position.Actor))
		if e.Position.Issue != nil {
			put(issueTheme, e.Position.Issue.ID, e.Position.Issue.Label)
		}
	}
	for i := range e.Members {
		w.report(&e.Members[i], themes)
	}
}

func (w *weave) report(m *record.Member, themes []theme) {
	if w.reports[m.Report] == nil {
		w.reports[m.Report] = &told{m.Published, map[theme]bool{}}
	}
	for _, t := range themes {
		w.reports[m.Report].themes[t] = true
		if w.in[t] == nil {
			w.in[t] = map[string]bool{}
		}
		w.in[t][m.Report] = true
	}
}

// group is themes that go together.
type group struct {
	themes []theme
	// joined are those of them that belong to other groups as well.
	joined []theme
	// reports tell of two of the themes or more.
	reports   map[string]bool
	closeness float64
}

const (
	// mostThemes is the number of themes that are compared, those of most reports.
	mostThemes = 150
	// together is the mean cosine from which two groups are one.
	together = 0.35
	// mostly is the share of a group's reports from which a party that stands elsewhere
	// joins it, and of an issue's own reports from which that does; of issues so many.
	mostly     = 0.5
	mostIssues = 6
	// within is the share of its reports from which a group of the same parties is a part
	// of a larger one.
	within = 0.8
)

// suggestions puts themes together that the same reports tell of: groups are joined by the
// mean cosine of their themes over reports, the closest first, as long as that is high.
// The same record gives the same groups.
func (w *weave) suggestions(have []record.Dossier, most int) []Suggestion {
	least := 2
	if len(w.reports) >= 30 {
		least = 3
	}
	groups := w.joined(w.frequent(least))
	for i := range groups {
		w.settle(&groups[i])
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(len(b.reports), len(a.reports)) })
	var out []Suggestion
	for i := range groups {
		g := &groups[i]
		if len(g.themes) > 1 && len(g.reports) >= least && g.placed() && !slices.ContainsFunc(groups[:i], g.partOf) {
			out = append(out, w.suggestion(g))
		}
	}
	slices.SortFunc(out, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.Name, b.Name))
	})
	if most > 0 {
		out = out[:min(most, len(out))]
	}
	named(out, have)
	return out
}

// placed reports whether a group has a party, or an issue or place and something beside.
func (g *group) placed() bool {
	return slices.ContainsFunc(g.themes, func(t theme) bool { return t.kind == partyTheme }) || len(g.themes) > 2
}

// partOf reports whether nearly all reports of a group are of a larger one, and most of its
// parties as well.
func (g *group) partOf(larger group) bool {
	parties, same, reports := 0, 0, 0
	for _, t := range g.themes {
		if t.kind == partyTheme {
			parties++
			if slices.Contains(larger.themes, t) {
				same++
			}
		}
	}
	for id := range g.reports {
		if larger.reports[id] {
			reports++
		}
	}
	return 2*same > parties && float64(reports) >= within*float64(len(g.reports))
}

// frequent gives the themes that enough reports tell of.
func (w *weave) frequent(least int) []theme {
	var out []theme
	for t, in := range w.in {
		if len(in) >= least {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(a, b theme) int {
		return cmp.Or(cmp.Compare(len(w.in[b]), len(w.in[a])), cmp.Compare(a.kind, b.kind), cmp.Compare(a.id, b.id))
	})
	return out[:min(mostThemes, len(out))]
}

// cosine is how far two themes are told of by the same reports.
func (w *weave) cosine(a, b theme) float64 {
	both := 0
	few, many := w.in[a], w.in[b]
	if len(few) > len(many) {
		few, many = many, few
	}
	for id := range few {
		if many[id] {
			both++
		}
	}
	return float64(both) / math.Sqrt(float64(len(few)*len(many)))
}

// joined puts themes into groups.
func (w *weave) joined(themes []theme) []group {
	groups := make([]group, len(themes))
	close := make([][]float64, len(themes)) // sums of cosines between groups
	for i, t := range themes {
		groups[i].themes = []theme{t}
		close[i] = make([]float64, len(themes))
		for k := range i {
			close[i][k] = w.cosine(t, themes[k])
			close[k][i] = close[i][k]
		}
	}
	for {
		a, b, best := -1, -1, together
		for i := range groups {
			for k := range i {
				n := float64(len(groups[i].themes) * len(groups[k].themes))
				if n > 0 && close[i][k]/n > best {
					a, b, best = k, i, close[i][k]/n
				}
			}
		}
		if a < 0 {
			return slices.DeleteFunc(groups, func(g group) bool { return len(g.themes) == 0 })
		}
		groups[a].themes = append(groups[a].themes, groups[b].themes...)
		groups[b].themes = nil
		for k := range groups {
			close[a][k] += close[b][k]
			close[k][a] = close[a][k]
		}
	}
}

// settle finds the reports of a group, lets parties join that most of them tell of, and
// issues of which they tell most, and measures how close it is.
func (w *weave) settle(g *group) {
	sum, pairs := 0.0, 0
	for i, a := range g.themes {
		for _, b := range g.themes[:i] {
			sum, pairs = sum+w.cosine(a, b), pairs+1
		}
	}
	if pairs > 0 {
		g.closeness = math.Round(100*sum/float64(pairs)) / 100
	}
	g.reports = map[string]bool{}
	tells := map[theme]int{}
	for id, r := range w.reports {
		n := 0
		for _, t := range g.themes {
			if r.themes[t] {
				n++
			}
		}
		if n < 2 {
			continue
		}
		g.reports[id] = true
		for t := range r.themes {
			tells[t]++
		}
	}
	var issues []theme
	for t, n := range tells {
		switch {
		case slices.Contains(g.themes, t):
		case t.kind == partyTheme && float64(n) > mostly*float64(len(g.reports)) && len(w.in[t]) > n:
			g.joined = append(g.joined, t)
		case t.kind == issueTheme && n > 1 && float64(n) > mostly*float64(len(w.in[t])):
			issues = append(issues, t)
		}
	}
	slices.SortFunc(issues, func(a, b theme) int { return cmp.Or(cmp.Compare(tells[b], tells[a]), cmp.Compare(a.id, b.id)) })
	slices.SortFunc(g.joined, func(a, b theme) int { return cmp.Compare(a.id, b.id) })
	g.joined = append(g.joined, issues[:min(mostIssues, len(issues))]...)
	g.themes = append(g.themes, g.joined...)
}

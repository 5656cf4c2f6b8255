package pages

import (
	"net/http"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// dossiersPage is what the page of dossiers shows.
type dossiersPage struct {
	Dossiers []dossierShown
	// Wrong says why one was not kept; Filled is what was filled in then.
	Wrong  string
	Filled []field
	// Proposed are dossiers that somebody may want to keep, if they were asked for.
	Proposed []proposal
	Asked    bool
	// May says that the reader may keep and forget dossiers.
	May bool
}

// proposal is a dossier that the reports suggest.
type proposal struct {
	Name   string
	Holds  []fact
	Why    string
	Fields []pair
}

// mostProposed is the number of dossiers that are proposed, lookedThrough that of the
// entries of a kind that are looked at for them.
const mostProposed, lookedThrough = 8, 300

// dossierShown is a named part of the record.
type dossierShown struct {
	Name, Address string
	// Holds are its conditions.
	Holds []fact
	Has   []countShown
}

// dossiers is the screen of the named parts of the record.
func (s *recordPages) dossiers(r *http.Request) (*view, error) {
	v, err := s.dossierPage(r, url.Values{}, nil)
	if err != nil || r.URL.Query().Get("propose") != "true" {
		return v, err
	}
	body := v.Body.(*dossiersPage)
	body.Asked = true
	found, err := service.ProposeDossiers(r.Context(), s.Record, service.Question{Limit: lookedThrough}, mostProposed)
	if err != nil {
		return nil, err
	}
	for i := range found.Dossiers {
		if one := &found.Dossiers[i]; one.Like == "" {
			body.Proposed = append(body.Proposed, proposed(one))
		}
	}
	return v, nil
}

// proposed shows a suggestion, with what keeping it would send.
func proposed(from *service.Suggestion) proposal {
	d := &from.Definition
	out := proposal{Name: from.Name, Holds: holdsOf(d), Why: plural(from.Reports, "report tells", "reports tell") + " of them together, " + period(from.First, from.Last)}
	for _, p := range []pair{{"name", from.Name}, {"q", d.Text}, {"actor", commas(d.Actors)}, {"state", commas(d.States)}, {"issue", commas(d.Issues)}, {"place", commas(d.Places)},
		{"since", string(d.Since)}, {"until", string(d.Until)}} {
		if p.Value != "" {
			out.Fields = append(out.Fields, p)
		}
	}
	return out
}

// dossierPage shows the dossiers, with a form as it was filled in and why it was refused.
func (s *recordPages) dossierPage(r *http.Request, filled url.Values, wrong error) (*view, error) {
	all, err := s.Record.Dossiers(r.Context())
	if err != nil {
		return nil, err
	}
	body := &dossiersPage{Filled: dossierFields(filled), May: s.may(r)}
	v := &view{Title: "Dossiers", Place: "/dossiers", Template: "dossiers", Body: body, Data: "/dossiers"}
	if wrong != nil {
		v.Status, body.Wrong = http.StatusUnprocessableEntity, explained(wrong)
	}
	for i := range all {
		d := &all[i]
		kept := sticky{Dossier: d.Name}
		one := dossierShown{Name: d.Name, Address: kept.on("/"), Holds: holdsOf(d)}
		for _, k := range kindsCame {
			n, err := s.Record.Count(r.Context(), record.Filter{Kinds: []record.Kind{k.kind}, Dossier: d.Name}, record.Counted)
			if err != nil {
				return nil, err
			}
			one.Has = append(one.Has, countShown{pluralOver(n.N, n.Over, k.one, k.many), kept.on(k.path)})
		}
		body.Dossiers = append(body.Dossiers, one)
	}
	return v, nil
}

// holdsOf are the conditions of a dossier in words.
func holdsOf(d *record.Dossier) []fact {
	f := facts{}
	f.say("Words", d.Text)
	f.say("Actors", commas(d.Actors))
	f.say("States", commas(d.States))
	f.say("Issues", commas(d.Issues))
	f.say("Places", commas(d.Places))
	if len(d.Reports) > 0 {
		f.say("Reports", plural(len(d.Reports), "report", "reports"))
	}
	f.say("From", export.Day(d.Since))
	f.say("To", export.Day(d.Until))
	return f.list
}

// dossierFields are the fields of a new dossier.
func dossierFields(filled url.Values) []field {
	var out []field
	for _, f := range []field{{Name: "name", Label: "Name", Hint: "strait"}, {Name: "q", Label: "Words", Hint: `words, or a "phrase"`}, {Name: "actor", Label: "Actors", Hint: "names, with commas"},
		{Name: "state", Label: "States", Hint: "codes, with commas"}, {Name: "issue", Label: "Issues", Hint: "ids, with commas"}, {Name: "place", Label: "Places", Hint: "names, with commas"},
		{Name: "since", Label: "From", Kind: "day"}, {Name: "until", Label: "To", Kind: "day"}} {
		if f.Kind == "" {
			f.Kind = "text"
		}
		f.Value = filled.Get(f.Name)
		out = append(out, f)
	}
	return out
}

// keepDossier is the screen that keeps a part of the record under a name.
func (s *recordPages) keepDossier(r *http.Request) (*view, error) {
	if err := r.ParseForm(); err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "the form cannot be read"}
	}
	f := r.PostForm
	name := strings.TrimSpace(f.Get("name"))
	q := service.Question{Text: f.Get("q"), Actors: several(f.Get("actor")), States: several(f.Get("state")), Issues: several(f.Get("issue")), Places: several(f.Get("place")), Since: f.Get("since"), Until: f.Get("until")}
	_, _, err := service.KeepDossier(r.Context(), s.Record, name, q)
	if rapporteur.CodeOf(err) == rapporteur.Invalid {
		return s.dossierPage(r, f, err)
	}
	return &view{To: "/dossiers"}, err
}

// dropDossier is the screen that forgets one; the record stays as it is.
func (s *recordPages) dropDossier(r *http.Request) (*view, error) {
	return &view{To: "/dossiers"}, s.Record.DropDossier(r.Context(), r.PostFormValue("name"))
}

// several are the values of a field with commas between them.
func several(text string) []string {
	var out []string
	for one := range strings.SplitSeq(text, ",") {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, one)
		}
	}
	return out
}

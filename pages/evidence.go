package pages

import (
	"cmp"
	"net/http"
	"net/url"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// evidencePage is what the page of an entry shows.
type evidencePage struct {
	ID, Kind, What string
	Facts          []fact
	Sources        []sourceShown
	Disputes       []disputeShown
	// Linked says why reports of the same thing are taken for one entry.
	Linked    []string
	Corrected []string
	History   []change
	// Mend is the form that corrects it, Done what was just done; nil for who may not.
	Mend *mending
	Done *doneShown
	// Meeting is the address of the meeting's page, for an entry of one.
	Meeting string
}

// fact is a name with what it is of an entry.
type fact struct {
	Name  string
	Value cell
}

// sourceShown is a report that tells of an entry.
type sourceShown struct {
	Outlet, Title string
	Published     rapporteur.Date
	// Report is the page of the report, Away its address on the web.
	Report, Away string
	// Sure is how probable the entry is by this report alone, Rule what found it there.
	Sure, Rule string
	// Trigger is the word that tells of it, with how surely it does.
	Trigger, Triggered string
	// Copy says that its text is a copy of one above, Opinion that it is no news.
	Copy, Opinion bool
	Passages      []service.Passage
	// Words are its evidence where its paragraphs are not shown.
	Words []string
}

// evidence is the screen of an entry: what it says and the words that it stands on. It
// has an address that can be cited.
func (s *recordPages) evidence(r *http.Request) (*view, error) {
	kept := stickyOf(r.URL.Query())
	x, err := service.EvidenceOf(r.Context(), s.Record, s.Explain, r.PathValue("id"), kept.AsOf)
	if err != nil {
		return nil, absent(err, kept.AsOf)
	}
	e := x.Entry
	if e.SupersededBy != "" {
		return &view{To: addressOf("/e/"+e.SupersededBy, kept.values())}, nil
	}
	body := evidencePage{ID: e.ID, Kind: string(e.Kind), What: export.Phrase(e), Facts: factsOf(e), Sources: sourcesOf(x), Disputes: disputesOf(e), Linked: linked(x.Reasons), History: historyOf(x.Changes)}
	for i := range e.Corrected {
		body.Corrected = append(body.Corrected, signed(&e.Corrected[i]))
	}
	if e.Meeting != nil {
		body.Meeting = addressOf("/meetings/"+e.ID, kept.values())
	}
	if err := s.mends(r, e, &body); err != nil {
		return nil, err
	}
	return &view{Title: body.What, Place: placeOf[e.Kind], Template: "evidence", Body: body, Data: addressOf("/entries/"+e.ID, asOf(kept))}, nil
}

// mostActors is the number of actors of the record that a field of a form suggests.
const mostActors = 100

// mends gives the page of an entry the form that corrects it.
func (s *recordPages) mends(r *http.Request, e *record.Entry, body *evidencePage) (err error) {
	if !s.may(r) || e.Kind == record.Notice || r.URL.Query().Get("as_of") != "" {
		return nil
	}
	if body.Mend, err = s.mendingFor(r, e, "/e/"+e.ID); err != nil {
		return err
	}
	body.Done, err = s.justDone(r, "/e/"+e.ID)
	return err
}

// placeOf is where entries of a kind are listed.
var placeOf = map[record.Kind]string{record.Meeting: "/meetings", record.Statement: "/statements", record.Event: "/events", record.Position: "/positions"}

// asOf are the conditions of one thing as data: it has no dossier.
func asOf(kept sticky) url.Values { return sticky{AsOf: kept.AsOf}.values() }

// signed is a correction with who made it.
func signed(c *record.Correction) string {
	out := c.String()
	if c.By != "" {
		out += " (" + c.By + ", " + c.At.Format("2 Jan 2006") + ")"
	}
	return out
}

// sourcesOf shows the reports that an entry stands on.
func sourcesOf(x *service.Evidence) []sourceShown {
	var out []sourceShown
	wires := map[string]bool{}
	for _, s := range x.Sources {
		m := s.Member
		one := sourceShown{Outlet: string(m.Outlet), Title: string(m.Title), Published: m.Published, Report: reportAt(m.Report), Away: away(string(m.URL)),
			Copy: m.Wire != "" && wires[m.Wire], Opinion: m.Genre == rapporteur.Opinion, Passages: s.Passages}
		wires[m.Wire] = true
		if b := m.Basis(); b != nil {
			one.Sure, one.Rule = percent(b.Confidence), foundBy(b.Rule)
			if b.Told != nil {
				one.Trigger, one.Triggered = cmp.Or(b.Told.Trigger.Translation, b.Told.Trigger.Text), percent(b.Told.Probability)
			}
		}
		if len(s.Passages) == 0 {
			for _, e := range m.Evidence() {
				one.Words = append(one.Words, e.Text)
			}
		}
		if m.Statement != nil && m.Statement.Cue != nil && one.Trigger == "" {
			one.Trigger = cmp.Or(m.Statement.Cue.Translation, m.Statement.Cue.Text)
		}
		out = append(out, one)
	}
	return out
}

// foundBy says what found an entry, in words.
func foundBy(rule string) string {
	if rule == "learned" {
		return "the model"
	}
	return rule
}

// linked says why the reports of an entry are taken for one, each reason once.
func linked(reasons []record.Reason) []string {
	var out []string
	said := map[string]bool{}
	for _, r := range reasons {
		line := commas(r.Because)
		if line != "" && !said[line] {
			out = append(out, line)
		}
		said[line] = true
	}
	return out
}

package service_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// story is a report in the making: sentences, and entries that stand on them.
type story struct {
	rapporteur.Reading
}

// tale begins a report of some outlet and day.
func tale(id string, day rapporteur.Date, genre rapporteur.Genre) *story {
	known := func(id, name string) rapporteur.Actor {
		return rapporteur.Actor{ID: id, Known: true, Name: name, Kind: rapporteur.State, State: rapporteur.Text(id)}
	}
	return &story{rapporteur.Reading{Report: rapporteur.Report{ID: id, Outlet: rapporteur.Text("Wire " + id), Published: day, Genre: genre},
		Actors: []rapporteur.Actor{known("KEN", "Kenya"), known("UGA", "Uganda"), known("TZA", "Tanzania"), {ID: "~herders", Name: "herders", Kind: rapporteur.Group}}}}
}

// says adds a sentence and gives what an entry stands on.
func (s *story) says(id, sentence string) rapporteur.Basis {
	start := len([]rune(s.Report.Text))
	s.Report.Text += sentence + " "
	end := start + len([]rune(sentence))
	s.Sentences = append(s.Sentences, [2]int{start, end})
	return rapporteur.Basis{ID: s.Report.ID + id, Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{{Start: start, End: end, Text: sentence}}}
}

// far adds sentences that say nothing, so that what comes next is far down.
func (s *story) far() { s.says("x", strings.Repeat("Nothing of weight stands here. ", 60)) }

func (s *story) does(b rapporteur.Basis, typ string, to string, change func(*rapporteur.Event)) {
	e := rapporteur.Event{Basis: b, Plover: rapporteur.Plover{Type: typ, Contexts: []string{}}, Actors: []string{"KEN"}, Recipients: []string{}, Modality: rapporteur.Happened}
	if to != "" {
		e.Recipients = []string{to}
	}
	if change != nil {
		change(&e)
	}
	s.Events = append(s.Events, e)
}

func (s *story) wants(b rapporteur.Basis, proposal string, stance rapporteur.Stance) *rapporteur.Position {
	b.ID += "p"
	s.Positions = append(s.Positions, rapporteur.Position{Basis: b, Actor: "KEN", For: "KEN", Issue: &rapporteur.Issue{ID: "blockade", Label: "Blockade and siege"},
		Proposal: proposal, Stance: stance, Date: s.Report.Published})
	return &s.Positions[len(s.Positions)-1]
}

// section gives the lines of a section, as who: what.
func section(b *service.Brief, id service.SectionID) []string {
	var out []string
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			if s.ID == id {
				out = append(out, strings.Join(l.Who, "+")+": "+l.What)
			}
		}
	}
	return out
}

func briefOf(t *testing.T, q service.BriefQuestion, tales ...*story) *service.Brief {
	t.Helper()
	b, err := service.BriefOn(t.Context(), recordOf(t, tales...), q)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func recordOf(t *testing.T, tales ...*story) *record.Record {
	t.Helper()
	var all []*rapporteur.Reading
	for _, s := range tales {
		all = append(all, &s.Reading)
	}
	return recorded(t, all...)
}

var march = service.BriefQuestion{Question: service.Question{Since: "2027-03-01", Until: "2027-03-31"}}

// TestBriefObjects: every deed stands under its own heading with what it is about, from
// the position of the same words or the sentence itself; never without.
func TestBriefObjects(t *testing.T) {
	s := tale("a", "2027-03-10", rapporteur.News)
	b := s.says("1", "Kenya refused to lift the long blockade.")
	s.does(b, "REJECT", "UGA", nil)
	s.wants(b, "lift the long blockade", rapporteur.Opposes)
	s.wants(b, "keep the long blockade", rapporteur.Supports) // is no refusal
	b = s.says("2", "Kenya demanded that the captured boats come back.")
	s.does(b, "REQUEST", "~herders", nil)
	s.Statements = append(s.Statements, rapporteur.Statement{Basis: b, Speakers: []string{"KEN"}, For: "KEN", Mode: rapporteur.Indirect, Content: []rapporteur.Span{{Start: b.Evidence[0].Start + 20, End: b.Evidence[0].End, Text: "the captured boats come back home"}}})
	s.does(s.says("3", "Kenya threatened Uganda on Monday."), "THREATEN", "UGA", nil)
	s.does(s.says("4", "Kenya expelled the envoy of Uganda."), "SANCTION", "UGA", nil)
	s.does(s.says("5", "Kenya moved."), "MOBILIZE", "", nil)
	b = s.says("6", "Kenya agreed to open the northern border and to share the whole river.")
	s.does(b, "AGREE", "UGA", nil)
	s.wants(b, "open the northern border", rapporteur.Supports)
	s.wants(b, "share the whole river", rapporteur.Supports) // which of them is meant nobody can say
	b = s.says("7", "Kenya and Uganda agreed on Monday to reopen the bridge at Busia.")
	s.does(b, "AGREE", "UGA", nil)
	both := &s.Events[len(s.Events)-1]
	both.Actors = append(both.Actors, "UGA")
	got := map[service.SectionID][]string{}
	brief := briefOf(t, march, s)
	for _, id := range []service.SectionID{service.Refused, service.Demanded, service.Threatened, service.Done, service.Agreed, service.Promised} {
		got[id] = section(brief, id)
	}
	want := map[service.SectionID][]string{
		service.Refused: {"Kenya: lift the long blockade"}, service.Demanded: {"Kenya: Kenya demanded that the captured boats come back."}, service.Threatened: {"Kenya: Kenya threatened Uganda on Monday."},
		service.Done: {"Kenya: ", "Kenya: Kenya moved."}, service.Promised: {"Kenya: Kenya agreed to open the northern border and to share the whole river."},
		service.Agreed: {"Kenya+Uganda: Kenya and Uganda agreed on Monday to reopen the bridge at Busia."}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("objects (-want +got):\n%s", d)
	}
	for _, s := range brief.Sections {
		for _, l := range s.Lines {
			if l.Act != "" && l.What == "" && len(l.To) == 0 {
				t.Errorf("a line without an object: %+v", l)
			}
		}
	}
}

// TestBriefNews: background, opinion and what is over do not stand beside news.
func TestBriefNews(t *testing.T) {
	s := tale("a", "2027-03-10", rapporteur.News)
	s.does(s.says("1", "Kenya bombed a Ugandan post."), "ASSAULT", "UGA", nil)
	s.far()
	s.does(s.says("2", "Kenya had seized the islands from Tanzania."), "COERCE", "TZA", nil)
	s.does(s.says("3", "Kenya expelled Tanzanian envoys in 2019."), "SANCTION", "TZA", func(e *rapporteur.Event) { e.Date = "2019" })
	b := s.says("4", "Kenya demands an apology from Tanzania.")
	s.does(b, "REQUEST", "TZA", nil)
	s.Statements = append(s.Statements, rapporteur.Statement{Basis: b, Speakers: []string{"KEN"}, For: "KEN", Mode: rapporteur.Indirect, Content: []rapporteur.Span{{Start: b.Evidence[0].Start, End: b.Evidence[0].End, Text: "an apology for the lost islands"}}})
	o := tale("b", "2027-03-11", rapporteur.Opinion)
	o.does(o.says("1", "Kenya attacked everybody."), "ASSAULT", "TZA", nil)
	o.wants(o.says("2", "Kenya wants a war."), "a war on the lakes", rapporteur.Supports)
	later := tale("c", "2028-01-10", rapporteur.News)
	later.does(later.says("1", "Kenya arrested Ugandan fishermen last March."), "COERCE", "UGA", func(e *rapporteur.Event) { e.Date = "2027-03-20" })

	brief := briefOf(t, march, s, o, later)
	if d := cmp.Diff([]string{"Kenya: "}, section(brief, service.Done)); d != "" {
		t.Errorf("done (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"Kenya: Kenya demands an apology from Tanzania."}, section(brief, service.Demanded)); d != "" {
		t.Errorf("demanded (-want +got):\n%s", d)
	}
	if wants := section(brief, service.Wants); len(wants) > 0 {
		t.Errorf("an opinion piece gives facts: %v", wants)
	}
	if brief.Opinions != 1 || brief.Reports != 2 {
		t.Errorf("%d reports, %d opinion pieces", brief.Reports, brief.Opinions)
	}
	long := march
	long.Long = true
	if back := section(briefOf(t, long, s, o, later), service.Background); len(back) < 2 {
		t.Errorf("background of a long brief: %v", back)
	}
}

// TestBriefMeetings: the central meeting comes first, with day, place, who came, who was
// left out and what came of it; a plan whose day has gone by says so.
func TestBriefMeetings(t *testing.T) {
	r := recorded(t,
		meets("a", "2027-03-05", func(m *rapporteur.Meeting) {
			m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Excluded))
			m.Outcome = "agreed on a truce"
		}),
		meets("b", "2027-03-20", func(m *rapporteur.Meeting) { m.Place, m.Date, m.Attendance = nil, "", m.Attendance[:1] }), // one side
		meets("c", "2027-03-12", func(m *rapporteur.Meeting) {
			m.Status, m.Date, m.Place.Name = rapporteur.PlannedMeeting, "2027-03-15", "Mombasa"
		}),
		meets("d", "2027-03-25", func(m *rapporteur.Meeting) {
			m.Status, m.Date, m.Place.Name = rapporteur.PlannedMeeting, "2027-04-15", "Kampala"
		}),
		meets("e", "2027-03-25", func(m *rapporteur.Meeting) {
			m.Status, m.Date, m.Place.Name = rapporteur.PlannedMeeting, "2027-04-02", "Jinja"
		}))
	b, err := service.BriefOn(t.Context(), r, service.BriefQuestion{Question: service.Question{Since: "2027-03-01", Until: "2027-04-30"}})
	if err != nil {
		t.Fatal(err)
	}
	places := map[service.SectionID][]string{}
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			places[s.ID] = append(places[s.ID], l.Where)
			if l.Overdue != (l.Where == "Mombasa") {
				t.Errorf("%s is overdue: %v", l.Where, l.Overdue)
			}
		}
	}
	if d := cmp.Diff([]string{"Nairobi", "Mombasa"}, places[service.Met]); d != "" {
		t.Errorf("met (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"Jinja", "Kampala"}, places[service.Next]); d != "" {
		t.Errorf("to come (-want +got):\n%s", d)
	}
	first := b.Sections[0].Lines[0]
	if first.When != "2027-03-05" || first.Outcome != "agreed on a truce" || len(first.Left) != 1 || first.Left[0].Who[0] != "Tanzania" || !slices.Contains(first.Who, "Kenya") {
		t.Errorf("central meeting: %+v", first)
	}
}

// TestBriefNamesWhomEnvoysAreOf: those who come without a name come for somebody.
func TestBriefNamesWhomEnvoysAreOf(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-05", func(m *rapporteur.Meeting) {
		envoys := seatFor("~herders", rapporteur.Present)
		envoys.For = "TZA"
		m.Attendance = append(m.Attendance, envoys)
	}))
	b, err := service.BriefOn(t.Context(), r, march)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"Kenya", "Uganda", "Tanzania"}, b.Sections[0].Lines[0].Who); d != "" {
		t.Errorf("who came (-want +got):\n%s", d)
	}
}

// TestShiftsMatrixAndBriefAgree: who moved is the same in every answer.
func TestShiftsMatrixAndBriefAgree(t *testing.T) {
	a, b, c := tale("a", "2027-03-01", rapporteur.News), tale("b", "2027-03-11", rapporteur.News), tale("c", "2027-03-15", rapporteur.News)
	a.wants(a.says("1", "Kenya will not lift the naval blockade."), "lift the naval blockade", rapporteur.Opposes)
	b.wants(b.says("1", "Kenya will lift the naval blockade."), "lift the naval blockade", rapporteur.Supports)
	p := c.wants(c.says("1", "Kenya would lift the naval blockade if paid."), "lift the naval blockade", rapporteur.ConditionalStance)
	p.Condition = &rapporteur.Span{Start: 37, End: 44, Text: "if paid"}
	r := recordOf(t, a, b, c)
	asked, err := service.Ask(t.Context(), r, service.Question{About: service.Shifts})
	if err != nil || len(asked.Shifts) != 1 {
		t.Fatalf("%d shifts, %v", len(asked.Shifts), err)
	}
	want := asked.Shifts[0]
	m, err := service.Matrix(t.Context(), r, service.Question{})
	if err != nil || len(m.Parties) != 1 {
		t.Fatalf("%+v, %v", m, err)
	}
	stand := m.Parties[0].Stands[0]
	if stand.Moved == nil || stand.Moved.To.Entry != want.To.Entry || stand.Moved.From.Entry != want.From.Entry {
		t.Errorf("matrix: %+v, shifts: %+v", stand.Moved, want)
	}
	if stand.Direction != rapporteur.Against || stand.Stance != rapporteur.ConditionalStance || stand.Condition != "if paid" || stand.Date != "2027-03-15" || stand.Earlier != 2 {
		t.Errorf("last word: %+v", stand)
	}
	brief, err := service.BriefOn(t.Context(), r, march)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range brief.Sections {
		if s.ID == service.Moved && (len(s.Lines) != 1 || s.Lines[0].Shift.To.Entry != want.To.Entry || len(s.Lines[0].Quotes) != 2) {
			t.Errorf("brief: %+v", s.Lines)
		}
	}
	if moved := section(brief, service.Moved); len(moved) != 1 {
		t.Errorf("moved: %v", moved)
	}
}

// TestBriefIsSilent: no words of a report are left.
func TestBriefIsSilent(t *testing.T) {
	s := tale("a", "2027-03-10", rapporteur.News)
	b := s.says("1", "Kenya refused to lift the long blockade.")
	s.does(b, "REJECT", "UGA", nil)
	s.wants(b, "lift the long blockade", rapporteur.Opposes)
	q := march
	q.Silent = true
	for _, section := range briefOf(t, q, s).Sections {
		for _, l := range section.Lines {
			for _, quote := range l.Quotes {
				if quote.Text != "" {
					t.Errorf("%s quotes %q", section.ID, quote.Text)
				}
			}
			if strings.Contains(l.What, "blockade") {
				t.Errorf("%s tells %q", section.ID, l.What)
			}
		}
	}
}

// TestLastBriefs remembers when a reader was briefed, by record and subject.
func TestLastBriefs(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("HOME", dir)
	t.Setenv("AppData", dir)
	at := time.Date(2027, 4, 1, 8, 0, 0, 0, time.UTC)
	last, err := service.OpenLastBriefs(filepath.Join(dir, "a.db"), "lakes")
	if err != nil || !last.At.IsZero() {
		t.Fatalf("%+v, %v", last, err)
	}
	if err := last.Keep(at); err != nil {
		t.Fatal(err)
	}
	for about, want := range map[string]time.Time{"lakes": at, "rivers": {}} {
		if last, err = service.OpenLastBriefs(filepath.Join(dir, "a.db"), about); err != nil || !last.At.Equal(want) {
			t.Errorf("%s: %v, %v", about, last.At, err)
		}
	}
	if err := new(service.LastBriefs).Keep(at); err != nil {
		t.Errorf("nothing to keep: %v", err)
	}
}

package export_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// planned is a meeting of Norway and Chile from which Peru is left out.
func planned() record.Entry {
	span := rapporteur.Span{Report: "r1", Start: 0, End: 10, Text: "They\nmeet."}
	out := rapporteur.Span{Report: "r2", Start: 5, End: 12, Text: "Not Peru."}
	seat := func(id string, p rapporteur.Presence, s rapporteur.Span) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Presence: p, Evidence: []rapporteur.Span{s}}
	}
	return record.Entry{ID: "m1", Kind: record.Meeting, Sources: 2, Names: map[string]string{"NOR": "Norway", "CHL": "Chile", "PER": "Peru"},
		Content: record.Content{Meeting: &rapporteur.Meeting{Basis: rapporteur.Basis{Confidence: .8, Evidence: []rapporteur.Span{span}}, Kind: "talks", Status: rapporteur.PlannedMeeting, Date: "2031-05-10",
			Attendance: []rapporteur.Attendance{seat("NOR", rapporteur.Expected, span), seat("CHL", rapporteur.Expected, span), seat("PER", rapporteur.Excluded, out)}}},
		Members: []record.Member{{Report: "r1", Outlet: "Coast Wire", URL: "https://wire.example/1"}, {Report: "r2", Outlet: "Fjord\x1b[31m Post", URL: "https://post.example/2"}}}
}

func TestNoticed(t *testing.T) {
	e := planned()
	position := record.Entry{ID: "p1", Kind: record.Position, Sources: 1, Names: map[string]string{"NOR": "Norway"}, Content: record.Content{Position: &rapporteur.Position{Basis: rapporteur.Basis{Confidence: .7}, Actor: "NOR", For: "NOR",
		Proposal: "lower quotas", Stance: rapporteur.Supports, Date: "2031-05-01"}}}
	shift := &record.Shift{Name: "Norway", Issue: rapporteur.Issue{Label: "Fishing"}, From: record.Turn{Stance: rapporteur.ConditionalStance, Proposal: "lower quotas", Condition: &rapporteur.Span{Text: "if all do"}, Quote: rapporteur.Span{Text: "Only if all do."}},
		To: record.Turn{Stance: rapporteur.Supports, Proposal: "lower quotas"}}
	for _, c := range []struct {
		found service.Found
		title string
		want  alert.Notice
	}{
		{service.Found{Sign: alert.Sign{When: alert.Planned}, Entry: e, Fields: []service.FieldChange{{Field: "status", Before: "", Now: "planned"}}}, "Planned: ",
			alert.Notice{When: alert.Planned, Entry: "m1", Day: "2031-05-10", Words: "They meet.", Report: "r1", Outlet: "Coast Wire", URL: "https://wire.example/1", Sources: 2, Confidence: .8, Changed: []string{"status: nothing → planned"}}},
		{service.Found{Sign: alert.Sign{When: alert.LeftOut}, Entry: e, Whom: "Peru"}, "Left out: Peru, ",
			alert.Notice{When: alert.LeftOut, Entry: "m1", Day: "2031-05-10", Words: "Not Peru.", Report: "r2", Outlet: "Fjord[31m Post", URL: "https://post.example/2", Sources: 2, Confidence: .8}},
		{service.Found{Sign: alert.Sign{When: alert.Disagree}, Entry: e, Field: "presence:PER"}, "Sources disagree on presence of Peru: ",
			alert.Notice{When: alert.Disagree, Entry: "m1", Day: "2031-05-10", Words: "They meet.", Report: "r1", Outlet: "Coast Wire", URL: "https://wire.example/1", Sources: 2, Confidence: .8}},
		{service.Found{Sign: alert.Sign{When: alert.Moves}, Entry: position, Shift: shift}, "Moved: Norway, Fishing: conditional lower quotas (if all do) → supports lower quotas",
			alert.Notice{When: alert.Moves, Entry: "p1", Day: "2031-05-01", Sources: 1, Confidence: .7, Changed: []string{"before: Only if all do."}}},
	} {
		got := export.Noticed(&c.found)
		if !strings.HasPrefix(got.Title, c.title) {
			t.Errorf("title %q, want %q", got.Title, c.title)
		}
		got.Title, got.Words = "", strings.Join(strings.Fields(got.Words), " ")
		if strings.Contains(got.Outlet, "\x1b") {
			t.Errorf("%q obeys a terminal", got.Outlet)
		}
		got.Outlet, c.want.Outlet = strings.ToValidUTF8(strings.Map(printed, got.Outlet), ""), strings.Map(printed, c.want.Outlet)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.title, diff)
		}
	}
	for _, other := range []record.Content{{Event: &rapporteur.Event{Basis: rapporteur.Basis{Confidence: .4}, Date: "2031-05-02"}}, {Statement: &rapporteur.Statement{Basis: rapporteur.Basis{Confidence: .4}, Date: "2031-05-02"}}} {
		n := export.Noticed(&service.Found{Sign: alert.Sign{When: alert.Appears}, Entry: record.Entry{ID: "e1", Content: other}})
		if n.Day != "2031-05-02" || n.Confidence != .4 {
			t.Errorf("%+v", n)
		}
	}
	if n := export.Noticed(&service.Found{Sign: alert.Sign{When: alert.Appears}, Entry: record.Entry{Content: record.Content{Notice: &rapporteur.Notice{Message: "odd"}}}}); n.Confidence != 1 || n.Day != "" {
		t.Errorf("%+v", n)
	}
}

// printed leaves out what is put in the place of a control character.
func printed(r rune) rune {
	if r == '[' || r == ' ' || r >= '0' && r <= '9' || r >= 'A' && r <= 'z' {
		return r
	}
	return -1
}

func TestLetter(t *testing.T) {
	n := alert.Notice{Title: "Planned: *talks* <b>", Entry: "m1", Changed: []string{"day: 1 → 2"}, Words: "They\nmeet.", Outlet: "Coast Wire", URL: "https://wire.example/1", Sources: 1}
	c, err := export.Letter("lake", []alert.Notice{n}, "https://desk.example")
	if err != nil || c.Subject != "lake: Planned: *talks* <b>" {
		t.Fatalf("%+v, %v", c, err)
	}
	for form, want := range map[string][]string{
		c.Text:     {"Planned: *talks* <b>\n", "    day: 1 → 2\n", "    “They meet.”\n", "Coast Wire https://wire.example/1 1 source m1 https://desk.example/e/m1"},
		c.Markdown: {`- Planned: \*talks\*`, "  > “They meet.”"},
		c.HTML:     {`<a href="https://desk.example/e/m1">Planned: *talks* &lt;b&gt;</a>`, "<blockquote>“They\nmeet.”</blockquote>"},
	} {
		for _, w := range want {
			if !strings.Contains(form, w) {
				t.Errorf("no %q in\n%s", w, form)
			}
		}
	}
	if got := export.NoticeBody(&n); got != "day: 1 → 2 “They meet.” Coast Wire https://wire.example/1 1 source m1" {
		t.Errorf("%q", got)
	}
	many := make([]alert.Notice, 13)
	if c, err = export.Letter("lake", many, ""); err != nil || c.Subject != "lake: 13 alerts" || !strings.HasSuffix(c.Text, "and 3 more\n") || strings.Contains(c.HTML, "<a ") {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err = export.Letter("lake", nil, ""); err != nil || c.Subject != "lake: 0 alerts" {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestDigestForms(t *testing.T) {
	b := &service.Brief{Reports: 1, Sections: []service.Section{{Name: "Who meets", Lines: []service.BriefLine{{Who: []string{"Norway"}, What: "meets Chile"}}}}}
	c, err := export.Digest("morning", b, time.Unix(0, 0))
	if err != nil || c.Subject != "morning" || !strings.Contains(c.Text, "meets Chile") || !strings.Contains(c.Markdown, "- meets Chile") || !strings.Contains(c.HTML, "<html") {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestAlertLists(t *testing.T) {
	now := time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)
	hook := alert.Target{By: alert.Webhook, To: "https://hooks.example.org/…"}
	full := service.Alerted{Rule: alert.Rule{Name: "lake", When: []alert.When{alert.Planned, alert.Held}, To: []alert.Target{hook}, Muted: &alert.Mute{Until: now.Add(time.Hour)},
		Limits: alert.Limits{Dossier: "fjords", Actors: []string{"NOR"}, States: []string{"CHL"}, Places: []string{"Bergen"}, Text: "quota", Confidence: .5}},
		Found: 3, Waiting: 1, Unsent: 1, Failed: 2, Last: &alert.Notice{At: now, Title: "Planned: talks"},
		Letters: []alert.Letter{{ID: "a", Made: now, State: alert.Waiting, Tries: 2, Due: now.Add(time.Minute), Failure: "busy", To: hook, Notices: []int64{1, 2}}, {ID: "b", Made: now, State: alert.Sent, Digest: &alert.Composed{}, To: hook}}}
	morning := service.Alerted{Rule: alert.Rule{Name: "morning", Digest: &alert.Digest{At: "07:00", Zone: "UTC"}, Muted: &alert.Mute{}}}
	var text, csv strings.Builder
	l := export.Alerts([]service.Alerted{full, morning}, now)
	for _, err := range []error{l.Write(&text, "text", export.Plain()), l.Write(&csv, "csv", export.Plain())} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"lake when planned, held dossier fjords actors NOR states CHL places Bergen words quota at least 0.5 sure webhook https://hooks.example.org/…",
		"muted until 2031-05-01T13:00:00Z; 3 alerts; the last 2031-05-01T12:00:00Z: Planned: talks; 1 waits for its hours or its rate; 1 letter to be sent; 2 letters not sent; busy",
		"morning a digest at 07:00 UTC in its feed alone", "    muted\n"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if !strings.Contains(csv.String(), `lake,"planned, held",webhook https://hooks.example.org/…,yes,3,2031-05-01T12:00:00Z,1,2,busy`) || !strings.Contains(csv.String(), "morning,digest 07:00 UTC,,yes,0,,0,0,") {
		t.Error(csv.String())
	}
	text.Reset()
	if err := export.AlertShown(&full, now).Write(&text, "text", export.Plain()); err != nil || !strings.Contains(text.String(), "waiting · webhook https://hooks.example.org/… · 2 alerts · a") ||
		!strings.Contains(text.String(), "busy · 2 tries · again 2031-05-01T12:01:00Z") || !strings.Contains(text.String(), "sent · webhook https://hooks.example.org/… · digest · b") {
		t.Errorf("%s %v", text.String(), err)
	}
	text.Reset()
	would := []export.Would{{At: now, Subject: "lake: 2 alerts", Notices: []alert.Notice{{Entry: "m1", Title: "Planned: talks", Day: "2031-05-10"}, {Entry: "m2", Title: "Held: talks"}}}}
	if err := export.WouldSend("lake", now, would, 2).Write(&text, "text", export.Plain()); err != nil || !strings.HasPrefix(text.String(), "lake would have sent 1, of 2 alerts since 2031-05-01T12:00:00Z\n") || !strings.Contains(text.String(), "m1 · Planned: talks · 2031-05-10") {
		t.Errorf("%s %v", text.String(), err)
	}
	if got := export.AlertLine(&alert.Rule{Name: "odd"}); got != "odd  when something of its own happens  in its feed alone" {
		t.Errorf("%q", got)
	}
}

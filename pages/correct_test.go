package pages_test

import (
	"archive/zip"
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// only is the only entry of a kind.
func only(t *testing.T, r *record.Record, kind record.Kind) *record.Entry {
	t.Helper()
	all, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{kind}})
	if err != nil || len(all) != 1 {
		t.Fatalf("%d of %s, %v", len(all), kind, err)
	}
	return &all[0]
}

// mended posts the form of an entry and gives where it leads.
func mended(t *testing.T, h http.Handler, id string, form url.Values) string {
	t.Helper()
	a, body := post(t, h, "/e/"+id+"/correct", form)
	if a.StatusCode != http.StatusSeeOther {
		t.Fatalf("%v: %d %s", form, a.StatusCode, mainOf(body))
	}
	return a.Header.Get("Location")
}

// undone takes back what a page shows as done.
func undone(t *testing.T, h http.Handler, page string) {
	t.Helper()
	holds(t, h, page, http.StatusOK, `action="/corrections/undo"`)
	u, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	if a, body := post(t, h, "/corrections/undo", url.Values{"numbers": {u.Query().Get("done")}}); a.StatusCode != http.StatusSeeOther {
		t.Fatal(a.StatusCode, mainOf(body))
	}
}

// TestEvidenceTellsTheTrigger of an event, which reading its report again names.
func TestEvidenceTellsTheTrigger(t *testing.T) {
	r := record.New(memory.New(), func() time.Time { return noon })
	if _, err := r.Add(t.Context(), told("a", "The Ledger")); err != nil {
		t.Fatal(err)
	}
	explain := func(context.Context, *rapporteur.Report) (*rapporteur.Reading, error) {
		again := told("a", "The Ledger")
		at := len([]rune(again.Report.Text[:strings.Index(again.Report.Text, "accused")]))
		again.Events[0].Told = &rapporteur.Told{Trigger: rapporteur.Span{Start: at, End: at + len("accused"), Text: "accused"}, Probability: 0.42}
		return again, nil
	}
	h := pages.Handler(pages.Options{Record: r, Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1", Explain: explain})
	holds(t, h, "/e/"+only(t, r, record.Event).ID, http.StatusOK, "trigger: <b dir=\"auto\">accused</b> 42", "found by: by hand")
}

// TestPick takes what stands beside a field instead of what is in it.
func TestPick(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	said := only(t, r, record.Statement)
	holds(t, h, "/e/"+said.ID, http.StatusOK, `name="pick" value="actor:KEN=UGA" data-pick="1"`, `value="place=Nairobi, KEN"`, `value="date=2027-03-01"`)
	mended(t, h, said.ID, url.Values{"back": {"/e/" + said.ID}, "pick": {"actor:KEN=UGA"}, "f.actor:KEN": {"KEN"}, "was.actor:KEN": {"KEN"}})
	if got := only(t, r, record.Statement).Statement.Speakers; len(got) != 1 || got[0] != "UGA" {
		t.Errorf("said by %v", got)
	}
}

func TestCorrectFields(t *testing.T) {
	r, open, notes := desk(t)
	h := as(access.Editor, open)
	meeting := only(t, r, record.Meeting)
	holds(t, h, "/e/"+meeting.ID, http.StatusOK, `data-key="a"`, `name="f.presence:UGA"`, `name="f.actor:KEN"`, `list="actors-`+meeting.ID, `name="split"`)
	mended(t, h, meeting.ID, url.Values{"back": {"/e/" + meeting.ID}, "f.date": {"2027-02-28"}, "was.date": {"2027-03-01"}, "f.place": {"Kampala, UGA"}, "was.place": {"Nairobi, KEN"},
		"f.presence:UGA": {"excluded"}, "was.presence:UGA": {"present"}, "f.status": {"held"}, "was.status": {"held"}, "f.about": {""}, "was.about": {""}})
	m := only(t, r, record.Meeting).Meeting
	if m.Date != "2027-02-28" || m.Place.Name != "Kampala" || m.Attendance[len(m.Attendance)-1].Presence != rapporteur.Excluded {
		t.Errorf("%+v", m)
	}
	if len(*notes) != 3 || !strings.Contains((*notes)[0], meeting.ID) {
		t.Errorf("%q", *notes)
	}
	position := only(t, r, record.Position)
	to := mended(t, h, position.ID, url.Values{"back": {"/e/" + position.ID}, "f.stance": {"opposes"}, "was.stance": {"supports"}, "note": {"it says so"}})
	if got := only(t, r, record.Position).Position.Stance; got != rapporteur.Opposes {
		t.Errorf("%s", got)
	}
	undone(t, h, to)
	if got := only(t, r, record.Position).Position.Stance; got != rapporteur.Supports {
		t.Errorf("not taken back: %s", got)
	}
	holds(t, h, "/corrections", http.StatusOK, "undone", "it says so", "kim", "2027-02-28")
}

// TestCorrectActors takes names as people type them.
func TestCorrectActors(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	event := only(t, r, record.Event)
	mended(t, h, event.ID, url.Values{"f.actor:UGA": {"Tanzania"}, "was.actor:UGA": {"UGA"}})
	if got := only(t, r, record.Event).Event.Actors; got[0] != "TZA" {
		t.Errorf("%q", got)
	}
	statement := only(t, r, record.Statement)
	mended(t, h, statement.ID, url.Values{"add.who": {"Uganda"}, "add.list": {"addressee"}})
	if got := only(t, r, record.Statement).Statement.Addressees; len(got) != 1 || got[0] != "UGA" {
		t.Errorf("%q", got)
	}
	mended(t, h, statement.ID, url.Values{"drop": {"addressee=UGA"}})
	for _, form := range []url.Values{
		{"f.actor:TZA": {"Nobody of that Name"}, "was.actor:TZA": {"TZA"}},
		{"add.who": {"Nobody of that Name"}, "add.list": {"actor"}},
		{"f.actor:TZA": {"KEN"}, "was.actor:TZA": {"TZA"}, "f.actor:KEN": {"UGA"}, "was.actor:KEN": {"KEN"}},
		{"f.type": {"NONSENSE"}, "was.type": {"ACCUSE"}},
		{"f.type": {"ACCUSE"}, "was.type": {"ACCUSE"}},
		{"do": {"merge"}},
		{"do": {"split"}},
	} {
		if a, body := post(t, h, "/e/"+event.ID+"/correct", form); a.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d %s", form, a.StatusCode, mainOf(body))
		}
	}
	if a, _ := post(t, h, "/e/e0000000000/correct", url.Values{"do": {"accept"}}); a.StatusCode != http.StatusNotFound {
		t.Errorf("%d", a.StatusCode)
	}
}

func TestVerdicts(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	event := only(t, r, record.Event)
	undone(t, h, mended(t, h, event.ID, url.Values{"do": {"accept"}, "back": {"/e/" + event.ID}}))
	to := mended(t, h, event.ID, url.Values{"do": {"reject"}, "back": {"/e/" + event.ID}})
	if all, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Event}}); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
	undone(t, h, to)
	event = only(t, r, record.Event)
	mended(t, h, event.ID, url.Values{"do": {"split"}, "split": {"reportb"}})
	all, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Event}})
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	mended(t, h, all[0].ID, url.Values{"do": {"distinct"}, "merge": {all[1].ID}})
	if a, _ := post(t, h, "/corrections/undo", url.Values{"numbers": {"99"}}); a.StatusCode != http.StatusNotFound {
		t.Errorf("%d", a.StatusCode)
	}
}

// TestReadersChangeNothing hides what changes the record from readers, and refuses it.
func TestReadersChangeNothing(t *testing.T) {
	r, open, notes := desk(t)
	event := only(t, r, record.Event)
	for name, h := range map[string]http.Handler{"a reader": as(access.Reader, open), "nobody": open} {
		for _, page := range []string{"/e/" + event.ID, "/reports/reporta", "/corrections", "/review"} {
			_, body := get(t, h, page)
			if strings.Contains(body, `method="post" action="/e/`) || strings.Contains(body, `action="/corrections/undo"`) || strings.Contains(body, `action="/reports/`) {
				t.Errorf("%s: %s offers to change something", name, page)
			}
		}
		for _, form := range []string{"/e/" + event.ID + "/correct", "/corrections/undo"} {
			if a, _ := post(t, h, form, url.Values{"do": {"reject"}, "numbers": {"1"}}); a.StatusCode != http.StatusForbidden {
				t.Errorf("%s: %s %d", name, form, a.StatusCode)
			}
		}
	}
	only(t, r, record.Event)
	if len(*notes) > 0 {
		t.Errorf("%q", *notes)
	}
}

// TestMissed adds what was missed, at the place that was selected.
func TestMissed(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	holds(t, h, "/reports/reporta", http.StatusOK, `action="/reports/reporta/missed"`, "data-missed", `data-start="0"`)
	add := func(form url.Values) (int, string) {
		a, body := post(t, h, "/reports/reporta/missed", form)
		return a.StatusCode, a.Header.Get("Location") + mainOf(body)
	}
	status, to := add(url.Values{"kind": {"position"}, "words": {"The road opens"}, "who": {"Uganda"}, "stance": {"supports"}, "proposal": {"opening the road"}, "date": {"2027-03-02"}})
	if status != http.StatusSeeOther {
		t.Fatal(status, to)
	}
	all, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Position}})
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	holds(t, h, "/reports/reporta?done="+strings.TrimPrefix(to, "/reports/reporta?done="), http.StatusOK, "opening the road", "Undo")
	text := told("a", "The Ledger").Report.Text
	second := len([]rune(text[:strings.LastIndex(text, "Kenya")]))
	if status, to = add(url.Values{"kind": {"statement"}, "words": {"Kenya"}, "who": {"Uganda, Kenya"}, "to": {"KEN"}, "act": {"assert"}, "at": {strconv.Itoa(second)}}); status != http.StatusSeeOther {
		t.Fatal(status, to)
	}
	if all, err = r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Statement}}); err != nil {
		t.Fatal(err)
	}
	found := false
	for i := range all {
		found = found || all[i].Statement.Evidence[0].Start >= 44 && len(all[i].Statement.Speakers) == 2
	}
	if !found {
		t.Errorf("%+v", all)
	}
	for _, form := range []url.Values{{"kind": {"event"}}, {"kind": {"event"}, "words": {"not there"}, "who": {"KEN"}, "type": {"ACCUSE"}}, {"kind": {"event"}, "words": {"Kenya"}, "who": {"Nobody At All"}},
		{"kind": {"event"}, "words": {"Kenya"}, "nth": {"77"}, "who": {"KEN"}, "type": {"ACCUSE"}}} {
		if status, body := add(form); status != http.StatusUnprocessableEntity {
			t.Errorf("%v: %d %s", form, status, body)
		}
	}
	if a, _ := post(t, h, "/reports/nothing/missed", url.Values{"kind": {"event"}, "words": {"Kenya"}}); a.StatusCode != http.StatusNotFound {
		t.Errorf("%d", a.StatusCode)
	}
}

// TestAnnotated gives what was corrected as an archive of text and JSON.
func TestAnnotated(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	holds(t, h, "/corrections/annotated", http.StatusNotFound, "nobody has corrected")
	mended(t, h, only(t, r, record.Position).ID, url.Values{"f.stance": {"opposes"}, "was.stance": {"supports"}})
	holds(t, h, "/corrections", http.StatusOK, `href="/corrections/annotated"`)
	a, body := get(t, h, "/corrections/annotated")
	z, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil || a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != "application/zip" {
		t.Fatal(a.StatusCode, err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if want := []string{"reporta.txt", "reporta.json", "reportb.txt", "reportb.json"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

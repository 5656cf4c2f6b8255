package pages_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// wording is a reading of one report in which every word from outside is given.
func wording(words string) *rapporteur.Reading {
	text := words + "\n\n" + words + " told " + words + "."
	start := len([]rune(words)) + 2
	span := func(from, n int) *rapporteur.Span {
		return &rapporteur.Span{Start: from, End: from + n, Text: string([]rune(text)[from : from+n])}
	}
	whole := span(start, len([]rune(text))-start)
	basis := func(id string) rapporteur.Basis {
		return rapporteur.Basis{ID: id, Confidence: 0.9, Rule: words, Evidence: []rapporteur.Span{*whole}}
	}
	who, word := span(start, len([]rune(words))), rapporteur.Text(words)
	seat := func(actor string, p rapporteur.Presence) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: actor, For: "KEN", Role: rapporteur.Mediator, Presence: p, ClaimedBy: "~b", Evidence: []rapporteur.Span{*whole}}
	}
	place := &rapporteur.Place{Name: words, Country: "KEN"}
	return &rapporteur.Reading{
		Report: rapporteur.Report{ID: "r", URL: rapporteur.Text("javascript:" + words), Outlet: word, Byline: word, Title: word, Published: "2027-03-01", Text: text, Genre: rapporteur.News,
			Paragraphs: []rapporteur.Paragraph{{Start: 0, End: start - 2, Kind: rapporteur.Title}, {Start: start, End: whole.End, Kind: rapporteur.Body}}},
		Actors: []rapporteur.Actor{{ID: "~a", Name: words, Kind: rapporteur.Person, State: "KEN", Mentions: []rapporteur.Span{*who}}, {ID: "~b", Name: words + " b", Kind: rapporteur.Person},
			{ID: "KEN", Known: true, Name: words + " k", Kind: rapporteur.State, State: "KEN"}},
		Sentences: [][2]int{{0, start - 2}, {start, whole.End}},
		Statements: []rapporteur.Statement{{Basis: basis("s"), Speakers: []string{"~a"}, SpeakerMention: who, For: "KEN", Mode: rapporteur.Direct, Act: "deny", Cue: span(who.End+1, 4),
			Content: []rapporteur.Span{*who}, Addressees: []string{"~b"}, Medium: word, Anonymity: who, Place: word, Date: "2027-03-01"}},
		Meetings: []rapporteur.Meeting{{Basis: basis("m"), Kind: "talks", Status: rapporteur.Held, Date: "2027-03-01", Place: place, About: word, Outcome: word, ClaimedBy: "~b",
			Attendance: []rapporteur.Attendance{seat("~a", rapporteur.Present), seat("~b", rapporteur.Excluded), seat("KEN", rapporteur.Absent)},
			History:    []rapporteur.StatusChange{{Status: rapporteur.Postponed, Date: "2027-02-01", Evidence: []rapporteur.Span{*whole}}}}},
		Events: []rapporteur.Event{{Basis: basis("e"), Plover: rapporteur.Plover{Type: "ACCUSE", Mode: "disapprove", Contexts: []string{"military"}}, Cameo: "112", Actors: []string{"~a"}, Recipients: []string{"KEN"},
			Modality: rapporteur.Denied, ClaimedBy: "~b", Hedge: word, Date: "2027-03-01", Place: place}},
		Positions: []rapporteur.Position{{Basis: basis("p"), Actor: "KEN", For: "KEN", Issue: &rapporteur.Issue{ID: "ceasefire", Label: words}, Proposal: words, Stance: rapporteur.ConditionalStance,
			Direction: rapporteur.InFavour, ClaimedBy: "~b", Condition: who, RedLine: who, Date: "2027-03-01"}},
		Notices: []rapporteur.Notice{{Kind: "misspelt-name", Message: words, Evidence: []rapporteur.Span{*whole}}},
	}
}

// hostile are words that would be something else on a page that did not escape them.
var hostile = []string{
	`</p></mark><script>alert(1)</script>`,
	`" onmouseover="alert(1)" x="`,
	`'><img src=x onerror=alert(1)>`,
	`</title></svg><svg onload=alert(1)><!--`,
	`{{.Body}}{{template "frame" .}}`,
	"a\u202eb\u2066c\x1b[2Jd\u200fe\U000e0041f",
	`javascript:alert(1)//`,
	`&lt;b&gt; & &amp;`,
}

// TestHostileWords holds that words of reports are never markup: whatever they are, a page
// has the elements that it has with harmless words, leads nowhere else, and no letter
// turns others round.
func TestHostileWords(t *testing.T) {
	tame := shapes(t, "plain words")
	for _, words := range hostile {
		got := shapes(t, words)
		for address, want := range tame {
			if address == "a /" || strings.HasPrefix(address, "c /meetings") { // they tell of those who have names, which some words are not
				for _, one := range got[address] {
					if !slices.Contains(want, one) {
						t.Errorf("%q brings <%s> to %s", words, one, address)
					}
				}
				continue
			}
			if diff := cmp.Diff(want, got[address]); diff != "" {
				t.Errorf("%q changes the elements of %s: %s", words, address, diff)
			}
		}
	}
}

// shapes are the elements of every page over a report of some words.
func shapes(t *testing.T, words string) map[string][]string {
	t.Helper()
	r := record.New(memory.New(), func() time.Time { return noon })
	if _, err := r.Add(t.Context(), wording(words)); err != nil {
		t.Fatal(err)
	}
	h, out := over(r), map[string][]string{}
	paths := []string{"/", "/meetings", "/meetings/timeline", "/meetings/attendance", "/meetings/" + idOf(t, h, "/meetings"), "/positions", "/positions/list", "/positions/line?party=KEN&issue=ceasefire",
		"/statements", "/events", "/statements?q=plain", "/dossiers"}
	for i, list := range []string{"/meetings", "/positions/list", "/statements", "/events"} {
		id := idOf(t, h, list)
		paths = append(paths, "/e/"+id)
		_, body := get(t, h, "/e/"+id)
		if i < 4 && !strings.Contains(body, "<mark") {
			t.Errorf("%q: nothing is marked in %s", words, list)
		}
	}
	for i, path := range paths {
		a, body := get(t, h, path)
		if a.StatusCode != http.StatusOK {
			t.Errorf("%q: %s: %d", words, path, a.StatusCode)
		}
		if path == "/statements?q=plain" {
			continue // who is found depends on the words
		}
		name := string(rune('a'+i)) + " " + path[:min(len(path), 12)]
		out[name] = elements(t, words, body)
	}
	return out
}

var values = regexp.MustCompile(` value="[^"]*"`)

// elements are the names of the elements of a page; what leads or loads is looked at.
func elements(t *testing.T, words, body string) []string {
	t.Helper()
	shown := values.ReplaceAllString(body, "") // what a form sends is not shown
	if at := strings.IndexFunc(shown, func(r rune) bool {
		return unicode.Is(unicode.Bidi_Control, r) || r != '\n' && r != '\t' && unicode.IsControl(r) || r >= 0xE0000 && r <= 0xE007F
	}); at >= 0 {
		t.Errorf("%q: %q is on a page", words, shown[max(0, at-40):min(len(shown), at+20)])
	}
	var out []string
	for n := range tokens(t, body) {
		out = append(out, n.Data)
		for _, a := range n.Attr {
			low := strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(a.Key, "on") || (a.Key == "href" || a.Key == "src" || a.Key == "action") && !strings.HasPrefix(low, "/") && !strings.HasPrefix(low, "#") {
				t.Errorf("%q: <%s %s=%q>", words, n.Data, a.Key, a.Val)
			}
		}
	}
	return out
}

// TestRightToLeft holds that what comes from reports stands in elements of its own
// direction, so that an Arabic name does not turn the line around it.
func TestRightToLeft(t *testing.T) {
	r := record.New(memory.New(), func() time.Time { return noon })
	if _, err := r.Add(t.Context(), wording("وزير الخارجية")); err != nil {
		t.Fatal(err)
	}
	h := over(r)
	for _, path := range []string{"/", "/meetings", "/meetings/attendance", "/positions", "/statements", "/events", "/e/" + idOf(t, h, "/meetings"), "/meetings/" + idOf(t, h, "/meetings")} {
		_, body := get(t, h, path)
		isolated := 0
		for n := range tokens(t, body) {
			for _, a := range n.Attr {
				if a.Key == "dir" && a.Val == "auto" {
					isolated++
				}
			}
			if n.Data == "bdi" {
				isolated++
			}
		}
		if isolated == 0 || !strings.Contains(body, "وزير") {
			t.Errorf("%s: %d elements of their own direction", path, isolated)
		}
	}
}

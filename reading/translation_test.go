package reading

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur"
)

// TestTranslation reads what was translated; the words of the report stay the evidence,
// with what was read beside them, and what stands in English is read where it stands.
func TestTranslation(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	report := parsed(t, "Gespräche gehen weiter", saidInGerman, saidInEnglish)
	for i, english := range []string{"Talks go on", "Germany's foreign minister, Annalena Baerbock, said on 3 March that the talks would be continued in Bergen next week. So far neither side had admitted observers, she said.", ""} {
		report.Paragraphs[i].Translation = english
	}
	read, err := reader.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	if read.Report.Text != report.Text || read.Report.Language != report.Language {
		t.Error("the report is not what it was")
	}
	checkSpans(t, read)
	german := []string{"Der Außenminister sagte am 3. März, die Gespräche würden nächste Woche in Bergen fortgesetzt.", "Keine der beiden Seiten habe bisher Beobachter zugelassen, sagte er."}
	var evidence []string
	for _, s := range read.Statements {
		for _, e := range s.Evidence {
			evidence = append(evidence, e.Text)
			if (e.Translation != "") != strings.Contains(saidInGerman, e.Text) {
				t.Errorf("%q is translated by %q", e.Text, e.Translation)
			}
		}
	}
	if diff := cmp.Diff([]string{german[0], german[1], saidInEnglish}, evidence); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Gespräche gehen weiter", german[0], german[1], saidInEnglish}, sentencesOf(read)); diff != "" {
		t.Error(diff)
	}
	for _, m := range read.Meetings {
		for _, e := range m.Evidence {
			if e.Text == "Bergen" && e.Translation != "" {
				t.Error("a name that stands there is translated")
			}
		}
	}
	last := read.Notices[len(read.Notices)-1]
	if last.Kind != inTranslation || last.Message != "2 paragraphs are in German and read from a translation" {
		t.Errorf("%+v", last)
	}
}

// checkSpans checks that the words of all spans are those of the report.
func checkSpans(t *testing.T, read *rapporteur.Reading) {
	t.Helper()
	points, n := []rune(read.Report.Text), 0
	eachSpan(reflect.ValueOf(read), func(s *rapporteur.Span) {
		if n++; s.Start < 0 || s.End > len(points) || s.Start > s.End || string(points[s.Start:s.End]) != s.Text {
			t.Errorf("%+v is not in the report", *s)
		}
	})
	if n < 10 {
		t.Errorf("%d spans", n)
	}
}

// TestPartOfATranslation reads what a translator leaves out as little as before.
func TestPartOfATranslation(t *testing.T) {
	report := parsed(t, saidInGerman, "Les pourparlers reprendront la semaine prochaine à Bergen, a dit le ministre, et aucune des parties n'a encore accepté la présence d'observateurs.")
	report.Paragraphs[0].Translation = "The minister said nothing."
	view := translationOf(report)
	if view.english.Text != "The minister said nothing." || len(view.english.Paragraphs) != 1 {
		t.Errorf("%+v", view.english)
	}
	var kinds []string
	for _, n := range foreign(report) {
		kinds = append(kinds, n.Kind)
	}
	if diff := cmp.Diff([]string{foreignLanguage, inTranslation}, kinds); diff != "" {
		t.Error(diff)
	}
	if translationOf(parsed(t, saidInEnglish)) != nil {
		t.Error("what is in English is translated")
	}
}

// spansOf are the places of sentences of some lengths, one behind the other.
func spansOf(lengths ...int) [][2]int {
	var out [][2]int
	at := 0
	for _, n := range lengths {
		out = append(out, [2]int{at, at + n})
		at += n + 1
	}
	return out
}

// TestAligned finds which sentences translate which, by their lengths.
func TestAligned(t *testing.T) {
	for _, test := range []struct {
		name                 string
		translated, original []int
		want                 [][2]int // from which to which sentence
	}{
		{"one by one", []int{100, 40, 70}, []int{110, 50, 75}, [][2]int{{0, 0}, {1, 1}, {2, 2}}},
		{"two by one", []int{50, 52, 70}, []int{105, 72}, [][2]int{{0, 0}, {0, 0}, {1, 1}}},
		{"one by two", []int{105, 72}, []int{50, 52, 70}, [][2]int{{0, 1}, {2, 2}}},
		{"one left out goes with another", []int{100, 80}, []int{100, 30, 80}, [][2]int{{0, 1}, {2, 2}}},
		{"one added goes with another", []int{100, 30, 80}, []int{100, 80}, [][2]int{{0, 0}, {0, 0}, {1, 1}}},
		{"nothing like it", []int{300}, []int{2, 2, 2, 2}, [][2]int{{2, 3}}},
		{"in few letters", []int{100, 40, 70}, []int{25, 10, 18}, [][2]int{{0, 0}, {1, 1}, {2, 2}}},
	} {
		original := spansOf(test.original...)
		var want [][2]int
		for _, w := range test.want {
			want = append(want, [2]int{original[w[0]][0], original[w[1]][1]})
		}
		if diff := cmp.Diff(want, aligned(spansOf(test.translated...), original)); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
	if got := aligned(nil, spansOf(3)); len(got) != 0 {
		t.Error(got)
	}
}

// FuzzTranslation puts what is read in any translation of anything back on words of the
// report.
func FuzzTranslation(f *testing.F) {
	f.Add(saidInGerman, "The minister said on 3 March that talks in Bergen would go on. Nobody had been admitted, he said.", saidInEnglish)
	f.Add("会谈将于下周恢复。双方都没有接受观察员。", "Talks will go on.", "")
	f.Fuzz(func(t *testing.T, original, translated, english string) {
		text := strings.ToValidUTF8(original, "?") + "\n\n" + strings.ToValidUTF8(english, "?")
		end := len([]rune(strings.ToValidUTF8(original, "?")))
		report := &rapporteur.Report{ID: "x", Text: text, Language: "de", Paragraphs: []rapporteur.Paragraph{
			{Start: 0, End: end, Kind: rapporteur.Body, Translation: strings.ToValidUTF8(translated, "?")},
			{Start: end + 2, End: len([]rune(text)), Kind: rapporteur.Body, Language: "en"}}}
		view := translationOf(report)
		if view == nil {
			return
		}
		length := len([]rune(view.english.Text))
		back := view.back(spansOf(3, 5, 8, 13))
		points := []rune(text)
		for start := 0; start < length; start += 1 + length/9 {
			s := back.span(rapporteur.Span{Start: start, End: min(length, start+7), Text: string([]rune(view.english.Text)[start:min(length, start+7)])})
			if s.Start < 0 || s.End > len(points) || s.Start > s.End || string(points[s.Start:s.End]) != s.Text {
				t.Fatalf("%+v is not in the report", s)
			}
		}
	})
}

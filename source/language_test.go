package source

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur"
)

// languagesTold are texts of our own in many languages, each with its code.
func languagesTold(t *testing.T) [][2]string {
	t.Helper()
	data, err := os.ReadFile("testdata/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out [][2]string
	for line := range strings.Lines(string(data)) {
		code, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, [2]string{code, text})
	}
	return out
}

// TestLanguages recognises a report of two sentences in each of many languages, and reads
// it only in English.
func TestLanguages(t *testing.T) {
	all := languagesTold(t)
	if len(all) < 30 {
		t.Fatalf("%d texts", len(all))
	}
	for _, one := range all {
		code, text := one[0], one[1]
		r, err := Parse(code, []byte(text), Options{})
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		if string(r.Language) != code {
			t.Errorf("%s is taken for %q", code, r.Language)
		}
		for _, p := range r.Paragraphs {
			if r.Reads(p) != (code == rapporteur.English) {
				t.Errorf("%s: read %v: %+v", code, r.Reads(p), p)
			}
		}
	}
}

// TestMixedReports keeps what is in another language, marked and unread; what does not
// tell has the language of its report.
func TestMixedReports(t *testing.T) {
	texts := map[string]string{}
	for _, one := range languagesTold(t) {
		texts[one[0]] = one[1]
	}
	const more = "The envoy of the union, who had been at the talks for a week, said that they would not have been held without the hosts and their patience."
	for _, test := range []struct {
		name, text, language string
		of                   []string
	}{
		{"English with one foreign paragraph", "Talks go on\n\n" + texts["en"] + "\n\n" + texts["de"] + "\n\n" + more, "en", []string{"", "", "de", ""}},
		{"foreign with one in English", "Gespräche dauern an\n\n" + texts["de"] + "\n\n" + more + "\n\n" + texts["de"], "de", []string{"", "", "en", ""}},
		{"a headline of names", "Merkel Macron Draghi Sánchez Michel Borrell Orbán Rutte Kurz\n\n" + texts["en"], "en", []string{"", ""}},
		{"letters alone", "会谈将恢复\n\n" + texts["en"] + "\n\n" + more, "en", []string{"zh", "", ""}},
		{"few words", "Ankunft\n\nDie Delegation", "en", []string{"", ""}},
		{"three languages", texts["fr"] + "\n\n" + texts["ru"] + "\n\n" + texts["fr"], "fr", []string{"", "ru", ""}},
	} {
		r, err := Parse(test.name, []byte(test.text), Options{})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var of []string
		for _, p := range r.Paragraphs {
			of = append(of, string(p.Language))
		}
		if string(r.Language) != test.language || !slices.Equal(of, test.of) {
			t.Errorf("%s: %q %q, want %q %q", test.name, r.Language, of, test.language, test.of)
		}
	}
}

// TestUnknownWords are no language that is known, and not English.
func TestUnknownWords(t *testing.T) {
	r, err := Parse("x", []byte(strings.Repeat("qxv zzkw vrrq jjx ", 20)), Options{})
	if err != nil || r.Language == rapporteur.English {
		t.Errorf("%v %+v", err, r)
	}
}

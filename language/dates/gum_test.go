package dates_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapporteur/language/dates"
)

// gumFloor is the share of GUM's dates with a year of their own that must be
// found with GUM's value. GUM's genres are not news: what it says "today" about
// is often another day than that on which the document was made, so the rest is
// only counted.
const gumFloor = 0.80

// marked is a date that GUM marks in column 10.
type marked struct {
	start, end int
	value      string
}

// TestGUM finds the dates that GUM's annotators marked, each sentence for
// itself against the day on which its document was made.
func TestGUM(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_DATA")
	if dir == "" {
		t.Skip("RAPPORTEUR_DATA is not set; it names the directory of the corpora")
	}
	data, err := os.ReadFile(filepath.Join(dir, "ud", "en_gum_free-dev.conllu"))
	if err != nil {
		t.Skip(err)
	}
	var all, right, allYears, rightYears int
	var anchor dates.Day
	for _, sentence := range strings.Split(string(data), "\n\n") {
		if m := created.FindStringSubmatch(sentence); m != nil {
			anchor, _ = dates.ParseDay(m[1])
		}
		text, gold := gumDates(sentence)
		found := dates.Find(text, anchor, nil, nil)
		for _, g := range gold {
			ok := agrees(found, g)
			all++
			if ok {
				right++
			}
			if !ownYear.MatchString(text[g.start:g.end]) {
				continue
			}
			allYears++
			if ok {
				rightYears++
			} else {
				t.Logf("%s, want %s: %s", text[g.start:g.end], g.value, text)
			}
		}
	}
	t.Logf("GUM dev: %d of %d dates with a year of their own, %d of all %d", rightYears, allYears, right, all)
	if float64(rightYears) < gumFloor*float64(allYears) {
		t.Errorf("want at least %.0f%% of the dates with a year", 100*gumFloor)
	}
}

// agrees reports whether what is found for a marked date is its value, alone or
// as the end of an interval that a word like "by" makes of it.
func agrees(found []dates.Found, g marked) bool {
	for _, f := range found {
		if f.Kind != dates.Date || f.Start >= g.end || g.start >= f.End {
			continue
		}
		from, to, _ := strings.Cut(f.Value, "/")
		if f.Value == g.value || strings.TrimSuffix(from, "~") == g.value || to == g.value {
			return true
		}
	}
	return false
}

var (
	ownYear = regexp.MustCompile(`\b1[0-9]{3}|\b20[0-9]{2}`)
	created = regexp.MustCompile(`(?m)^# meta::dateCreated = (\S+)`)
	opened  = regexp.MustCompile(`<date (?:(when|from|notBefore):::"([^"]+)")(?: (?:to|notAfter):::"([^"]+)")?>`)
)

// gumDates gives the text of a sentence and the dates marked in it.
func gumDates(sentence string) (string, []marked) {
	var b strings.Builder
	var gold []marked
	open := false
	for _, line := range strings.Split(sentence, "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 10 || strings.ContainsAny(cells[0], "-.") {
			continue
		}
		if m := opened.FindStringSubmatch(cells[9]); m != nil {
			open = true
			gold = append(gold, marked{start: b.Len(), value: gumValue(m[2], m[3])})
		}
		b.WriteString(cells[1])
		if open {
			gold[len(gold)-1].end = b.Len()
		}
		open = open && !strings.Contains(cells[9], "</date>")
		if !strings.Contains(cells[9], "SpaceAfter=No") {
			b.WriteByte(' ')
		}
	}
	return b.String(), gold
}

// gumValue writes TEI's dates in EDTF: a decade is an interval of days there.
func gumValue(from, to string) string {
	switch {
	case to == "":
		return from
	case strings.HasSuffix(from, "0-01-01") && strings.HasSuffix(to, "9-12-31") && from[:3] == to[:3]:
		return from[:3] + "X"
	case strings.HasSuffix(from, "00-01-01") && strings.HasSuffix(to, "99-12-31") && from[:2] == to[:2]:
		return from[:2] + "XX"
	}
	return from + "/" + to
}

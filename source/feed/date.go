package feed

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"rapporteur/table"
)

//go:embed dates.tsv
var dateTable []byte

// dateWords are the words of dates.tsv by what they are, with their values.
var dateWords = sync.OnceValue(func() map[string]map[string]int {
	w, err := readDates(dateTable)
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	return w
})

func readDates(data []byte) (map[string]map[string]int, error) {
	t, err := table.Parse("dates.tsv", data, "is", "value", "words")
	if err != nil {
		return nil, err
	}
	out := map[string]map[string]int{"month": {}, "zone": {}, "half": {}}
	for _, row := range t.Rows {
		is := out[row.Get("is")]
		value, err := strconv.Atoi(row.Get("value"))
		if is == nil || err != nil {
			return nil, row.Errorf("%q %q is nothing that a word can be", row.Get("is"), row.Get("value"))
		}
		for _, word := range strings.Fields(row.Get("words")) {
			is[word] = value
		}
	}
	return out, nil
}

// datePart is a number, a time of day, an offset, or a word.
var datePart = regexp.MustCompile(`[+-]?\d[\d:]*|\p{L}+`)

// written is a date on its way.
type written struct {
	year, month, day int
	clock, zone      string
	minutes          int // east of Greenwich
	half             int // -1 where the clock has 24 hours
	contradicted     bool
}

// dateIn reads a day with a name of its month and four numbers of its year, in any order,
// and the time with it, as programs write it that keep to no standard: "mer, 16 nov 2022
// 00:38:15 +0100", "Sat, Dec 16 2023 02:02:33 PM". Zero where the words are no date, or
// more than one.
func dateIn(words string) time.Time {
	w := written{half: -1}
	for _, part := range datePart.FindAllString(strings.ToLower(words), -1) {
		switch part[0] {
		case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			w.number(part)
		default:
			w.word(part)
		}
	}
	return w.time()
}

// dateOf is a date in the zone in which it is told, so that "Mon, 21 Jul 2031 23:32 PDT" is
// of the 21st; read is what a reader of feeds makes of it, which forgets the zone.
func dateOf(words string, read *time.Time) time.Time {
	t := moment(words)
	if t.IsZero() {
		t = dateIn(words)
	}
	if t.IsZero() && read != nil {
		return read.In(zoneOf(words))
	}
	return t
}

// lastZone is the zone with which a date ends, whatever stands before it.
var lastZone = regexp.MustCompile(`([+-]\d{2}:?\d{2}|\b[a-z]{2,5})(?:\s*\([^)]*\))?$`)

// zoneOf is the zone in which a date is told, that of Greenwich where it does not say.
func zoneOf(words string) *time.Location {
	m := lastZone.FindStringSubmatch(strings.ToLower(strings.TrimSpace(words)))
	if m == nil {
		return time.UTC
	}
	w := written{zone: m[1], minutes: dateWords()["zone"][m[1]]}
	return time.FixedZone("", 60*w.east())
}

func (w *written) number(part string) {
	signed := part[0] == '+' || part[0] == '-'
	digits := strings.TrimLeft(part, "+-")
	n, err := strconv.Atoi(digits)
	switch {
	case signed && w.clock != "":
		w.zone = part
	case strings.Contains(digits, ":"):
		w.contradicted = w.contradicted || w.clock != ""
		w.clock = digits
	case err != nil:
		w.contradicted = true
	case len(digits) == 4:
		w.contradicted = w.contradicted || w.year != 0
		w.year = n
	default:
		w.contradicted = w.contradicted || w.day != 0
		w.day = n
	}
}

// word takes a word for what it says; of two months the later is meant, since days of
// the week stand before: "mar, 16 nov" is a Tuesday.
func (w *written) word(part string) {
	known := dateWords()
	if half, ok := known["half"][part]; ok && w.clock != "" {
		w.half = half
		return
	}
	if minutes, ok := known["zone"][part]; ok && w.clock != "" {
		w.minutes = minutes
		return
	}
	for end := len(part); end > 0; end-- {
		if month, ok := known["month"][part[:end]]; ok {
			w.month = month
			return
		}
	}
}

// time gives the moment, zero where there is none.
func (w *written) time() time.Time {
	hours, minutes, seconds, ok := w.hours()
	if w.contradicted || !ok || w.year == 0 || w.month == 0 || w.day < 1 {
		return time.Time{}
	}
	t := time.Date(w.year, time.Month(w.month), w.day, hours, minutes, seconds, 0, time.FixedZone("", 60*w.east()))
	if t.Day() != w.day {
		return time.Time{} // a day that no calendar has
	}
	return t
}

func (w *written) hours() (h, m, s int, ok bool) {
	if w.clock == "" {
		return 0, 0, 0, true
	}
	layout := time.TimeOnly
	if strings.Count(w.clock, ":") == 1 {
		layout = "15:04"
	}
	t, err := time.Parse(layout, w.clock)
	if err != nil {
		return 0, 0, 0, false
	}
	h = t.Hour()
	if w.half >= 0 && h <= 12 {
		h = h%12 + w.half
	}
	return h, t.Minute(), t.Second(), true
}

// east is how many minutes east of Greenwich the time is told.
func (w *written) east() int {
	for _, layout := range []string{"-0700", "-07:00", "-07"} {
		if t, err := time.Parse(layout, w.zone); err == nil {
			_, seconds := t.Zone()
			return seconds / 60
		}
	}
	return w.minutes
}

package dates_test

import (
	"strings"
	"testing"
	"testing/quick"

	"rapporteur/language/dates"

	"github.com/google/go-cmp/cmp"
)

var monday = dates.Day{Year: 2025, Month: 2, Day: 17}

func TestFindKinds(t *testing.T) {
	text := "Talks went on for two weeks; every Monday the sides met, and on Tuesday they stopped."
	want := []dates.Found{
		{Start: 14, End: 27, Precision: "", Kind: dates.Duration},
		{Start: 29, End: 41, Precision: "", Kind: dates.Set},
		{Start: 64, End: 71, Value: "2025-02-11", Precision: dates.ToDay, Kind: dates.Date},
	}
	if diff := cmp.Diff(want, dates.Find(text, monday, nil, nil)); diff != "" {
		t.Error(diff)
	}
}

func TestFindWithoutAnchor(t *testing.T) {
	text := "Since Monday, and for all of last year, nothing; on 3 March 2014 they had signed."
	got := dates.Find(text, dates.Day{}, nil, nil)
	if len(got) != 1 || got[0].Value != "2014-03-03" {
		t.Errorf("got %+v, want the absolute date alone", got)
	}
}

func TestMismatch(t *testing.T) {
	for text, want := range map[string]bool{
		"They met on Tuesday, 17 February 2025, in Rabat.": true,
		"They met on Monday, 17 February 2025, in Rabat.":  false,
		"They met on Monday, Feb. 17, in Rabat.":           false,
		"They met on Sunday, Feb. 17, in Rabat.":           true,
	} {
		got := dates.Find(text, monday, nil, nil)
		if len(got) != 1 || got[0].Value != "2025-02-17" || got[0].Mismatch != want {
			t.Errorf("%s: got %+v, want mismatch %v", text, got, want)
		}
	}
}

func TestTenseFuncSeesTheRange(t *testing.T) {
	text := "Ministers meet on Tuesday."
	dates.Find(text, monday, func(start, end int) dates.Tense {
		if text[start:end] != "Tuesday" {
			t.Errorf("asked for %q", text[start:end])
		}
		return dates.Future
	}, nil)
}

func FuzzFind(f *testing.F) {
	for _, line := range strings.Split(string(cases), "\n") {
		if cells := strings.Split(line, "\t"); len(cells) == 4 {
			f.Add(cells[2], uint16(9000))
		}
	}
	f.Add("the end of the end of the winter 2013-14 – ’90s, 9/11 \xe2\x80", uint16(0))
	f.Fuzz(func(t *testing.T, text string, n uint16) {
		anchor := dates.Day{}
		if n > 0 {
			anchor = monday.AddDays(-int(n))
		}
		checkFound(t, text, dates.Find(text, anchor, nil, nil))
	})
}

func checkFound(t *testing.T, text string, found []dates.Found) {
	t.Helper()
	end := 0
	for _, f := range found {
		if f.Start < end || f.End <= f.Start || f.End > len(text) {
			t.Fatalf("%q: range %d to %d after %d", text, f.Start, f.End, end)
		}
		end = f.End
		if (f.Kind == dates.Date) != dates.Valid(f.Value) {
			t.Errorf("%q: %s has the value %q", text[f.Start:f.End], f.Kind, f.Value)
		}
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	text := strings.Repeat("The delegation refused every offer and the envoys went home to consult. ", 40)
	if n := testing.AllocsPerRun(20, func() { dates.Find(text, monday, nil, nil) }); n > 0 {
		t.Errorf("%v allocations for a text without dates", n)
	}
}

func TestEDTF(t *testing.T) {
	for _, s := range []string{"2025", "2025-02", "2025-02-18", "2025-24", "199X", "18XX", "2015~", "2015/..", "../2025-06-30", "2025-02-18/2025-02-19", "2025-02/2025-03-01~", "2020~/2025"} {
		v, err := dates.Parse(s)
		if err != nil || v.String() != s {
			t.Errorf("%s is read as %s, %v", s, v, err)
		}
	}
	for _, s := range []string{"", "25", "2025-2", "2025-13", "2025-25", "2025-02-30", "2025-21-01", "19X5", "XXXX", "../..", "/", "2025/", "2025-02-19/2025-02-18", "2025-02-18T10:00", "a/b", "199X-02"} {
		if dates.Valid(s) {
			t.Errorf("%q is taken for EDTF", s)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, tt := range []struct {
		value, other     string
		within, overlaps bool
	}{
		{"2025-02-18", "2025-02", true, true},
		{"2025-02", "2025-02-18", false, true},
		{"2025-02-18", "2025-02-17/2025-02-18", true, true},
		{"2025-02-19", "2025-02-17/2025-02-18", false, false},
		{"2015/..", "2014/..", true, true},
		{"2014/..", "2015/..", false, true},
		{"../2025-06-30", "2025", false, true},
		{"2016", "../2025-06-30", true, true},
		{"2025-01-31", "2024-24", true, true},
		{"1994-05", "199X", true, true},
		{"nonsense", "2025", false, false},
	} {
		if got := dates.Within(tt.value, tt.other); got != tt.within {
			t.Errorf("%s within %s: %v", tt.value, tt.other, got)
		}
		if got := dates.Overlaps(tt.value, tt.other); got != tt.overlaps {
			t.Errorf("%s overlaps %s: %v", tt.value, tt.other, got)
		}
	}
}

func TestWithinItself(t *testing.T) {
	err := quick.Check(func(n, m uint16) bool {
		from := monday.AddDays(-int(n))
		v := from.String() + "/" + from.AddDays(int(m)+1).String()
		return dates.Valid(v) && dates.Within(v, v) && dates.Within(from.String(), v) && dates.Overlaps(v, from.String())
	}, nil)
	if err != nil {
		t.Error(err)
	}
}

func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{
		"none":  strings.Repeat("The delegation refused every offer and the envoys went home to consult. ", 40),
		"dates": strings.Repeat("The delegation arrived on Tuesday, and its members will leave by June 30 if no deal is found. ", 30),
	} {
		b.Run(name, func(b *testing.B) {
			var found []dates.Found
			for b.Loop() {
				found = dates.Find(text, monday, nil, found[:0])
			}
			b.SetBytes(int64(len(text)))
		})
	}
}

package service_test

import (
	"fmt"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// put changes a meeting of Kenya and Uganda at Nairobi.
func put(status rapporteur.Status, day rapporteur.Date, place string, change ...func(*rapporteur.Meeting)) func(*rapporteur.Meeting) {
	return func(m *rapporteur.Meeting) {
		m.Status, m.Date = status, day
		m.Place = nil
		if place != "" {
			m.Place = &rapporteur.Place{Name: place, Country: "KEN"}
		}
		for _, c := range change {
			c(m)
		}
	}
}

func ugandaDeclines(m *rapporteur.Meeting) {
	m.Attendance[1] = seatFor("UGA", rapporteur.Declined)
}

// met gives the lines of a brief's section on what met, and of what is to come.
func met(t *testing.T, since, until string, readings ...*rapporteur.Reading) []string {
	t.Helper()
	b, err := service.BriefOn(t.Context(), recorded(t, readings...), service.BriefQuestion{Long: true, Question: service.Question{Since: since, Until: until}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range b.Sections {
		for _, l := range s.Lines {
			if s.ID == service.Met || s.ID == service.Next {
				out = append(out, fmt.Sprintf("%s %s %s", l.When, l.Where, l.Status))
			}
		}
	}
	return out
}

// TestCalledOffIsOneLine: a meeting that was called off is told once, by its last status,
// with its plan and with a report that has it held; another meeting keeps its own line.
func TestCalledOffIsOneLine(t *testing.T) {
	const off, held, plan, late = rapporteur.Cancelled, rapporteur.Held, rapporteur.PlannedMeeting, rapporteur.Postponed
	for name, c := range map[string]struct {
		told []*rapporteur.Reading
		want []string
	}{
		"told with its town and country, without a day, and by who stayed away": {[]*rapporteur.Reading{
			meets("1", "2027-03-08", put(off, "2027-03-09", "Naivasha")),
			meets("2", "2027-03-09", put(off, "2027-03-09", "Naivasha, Kenya", ugandaDeclines)),
			meets("3", "2027-03-09", put(off, "", "")),
			meets("4", "2027-03-09", put(held, "2027-03-05", "Naivasha", ugandaDeclines))},
			[]string{"2027-03-09 Naivasha, Kenya cancelled"}},
		"after its plan": {[]*rapporteur.Reading{meets("1", "2027-03-02", put(plan, "2027-03-09", "Naivasha")), meets("2", "2027-03-08", put(off, "2027-03-09", ""))},
			[]string{"2027-03-09 Naivasha cancelled"}},
		"held after all": {[]*rapporteur.Reading{meets("1", "2027-03-04", put(off, "2027-03-09", "Naivasha")), meets("2", "2027-03-10", put(held, "2027-03-09", "Naivasha"))},
			[]string{"2027-03-09 Naivasha held"}},
		"a plan made anew": {[]*rapporteur.Reading{meets("1", "2027-03-04", put(late, "2027-03-09", "Naivasha")), meets("2", "2027-03-12", put(plan, "2027-03-28", "Naivasha"))},
			[]string{"2027-03-09 Naivasha postponed", "2027-03-28 Naivasha planned"}},
		"another town": {[]*rapporteur.Reading{meets("1", "2027-03-08", put(off, "2027-03-09", "Naivasha")), meets("2", "2027-03-09", put(held, "2027-03-10", "Mombasa"))},
			[]string{"2027-03-09 Naivasha cancelled", "2027-03-10 Mombasa held"}},
		"another without a place between two towns": {[]*rapporteur.Reading{meets("1", "2027-03-08", put(off, "2027-03-09", "Naivasha")), meets("2", "2027-03-09", put(off, "2027-03-09", "")), meets("3", "2027-03-09", put(held, "2027-03-10", "Mombasa"))},
			[]string{"2027-03-09 Naivasha cancelled", "2027-03-10 Mombasa held"}},
		"the day before, at no place": {[]*rapporteur.Reading{meets("1", "2027-03-08", put(held, "2027-03-08", "Naivasha")), meets("2", "2027-03-09", put(off, "2027-03-09", ""))},
			[]string{"2027-03-08 Naivasha held", "2027-03-09  cancelled"}},
		"the round before": {[]*rapporteur.Reading{meets("1", "2027-03-01", put(held, "2027-03-01", "Naivasha")), meets("2", "2027-03-08", put(off, "2027-03-09", "Naivasha"))},
			[]string{"2027-03-01 Naivasha held", "2027-03-09 Naivasha cancelled"}},
	} {
		got := met(t, "2027-03-01", "2027-03-31", c.told...)
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestHeldOrCalledOff: whatever reports say of a meeting of one day at one place, and in
// whichever order they say it, no brief tells that it was held and that it was called off.
func TestHeldOrCalledOff(t *testing.T) {
	statuses := []rapporteur.Status{rapporteur.Cancelled, rapporteur.Held, rapporteur.PlannedMeeting, rapporteur.Cancelled, rapporteur.UnderWayMeeting}
	rapid.Check(t, func(r *rapid.T) {
		var told []*rapporteur.Reading
		for i := range rapid.IntRange(2, 5).Draw(r, "reports") {
			day := fmt.Sprintf("2027-03-%02d", rapid.IntRange(7, 10).Draw(r, "published"))
			status := rapid.SampledFrom(statuses).Draw(r, "status")
			place := rapid.SampledFrom([]string{"Naivasha", "Naivasha, Kenya", ""}).Draw(r, "place")
			told = append(told, meets(fmt.Sprint(i), day, put(status, "2027-03-09", place)))
		}
		held, off := false, false
		for _, line := range met(t, "2027-03-01", "2027-03-31", told...) {
			held = held || slices.Contains([]string{"held", "under-way"}, statusWord(line))
			off = off || statusWord(line) == "cancelled"
		}
		if held && off {
			r.Errorf("held and called off: %v", met(t, "2027-03-01", "2027-03-31", told...))
		}
	})
}

func statusWord(line string) string {
	var word, last string
	for _, r := range line + " " {
		if r == ' ' {
			last, word = word, ""
			if last != "" && last[0] >= 'a' && last[0] <= 'z' {
				return last
			}
			continue
		}
		word += string(r)
	}
	return ""
}

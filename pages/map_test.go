package pages_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// inTown is a report of a meeting in a town.
func inTown(id, town, country string) *rapporteur.Reading {
	out := told(id, "Wire "+id)
	out.Report.Text = strings.ReplaceAll(out.Report.Text, "Nairobi", town)
	out.Meetings[0].Place = &rapporteur.Place{Name: town, Country: rapporteur.Text(country)}
	out.Meetings[0].Date = rapporteur.Date("2027-03-0" + id)
	out.Events[0].Place = out.Meetings[0].Place
	out.Events[0].Date = out.Meetings[0].Date
	return out
}

// mapped is the page of the map over reports of some towns.
func mapped(t *testing.T, all ...*rapporteur.Reading) string {
	t.Helper()
	r := record.New(memory.New(), func() time.Time { return noon })
	if _, err := r.Add(t.Context(), all...); err != nil {
		t.Fatal(err)
	}
	return holds(t, over(r), "/map", http.StatusOK, `"/api/v1/places`)
}

// TestMap draws what lies in one region near, with north above and east to the right, and
// names the places.
func TestMap(t *testing.T) {
	body := mapped(t, inTown("1", "Nairobi", "KEN"), inTown("2", "Mombasa", "KEN"), inTown("3", "Kampala", "UGA"), inTown("4", "Kilindi Rocks", "KEN"), inTown("5", "Eskel", "VLD"))
	at := map[string][2]int{}
	for _, m := range regexp.MustCompile(`aria-label="([^",]+), 1 meeting[^>]*>.*?cx="(\d+)" cy="(\d+)"`).FindAllStringSubmatch(body, -1) {
		x, _ := strconv.Atoi(m[2])
		y, _ := strconv.Atoi(m[3])
		at[m[1]] = [2]int{x, y}
	}
	nairobi, mombasa, kampala := at["Nairobi"], at["Mombasa"], at["Kampala"]
	if !(kampala[0] < nairobi[0] && nairobi[0] < mombasa[0] && kampala[1] < nairobi[1] && nairobi[1] < mombasa[1]) {
		t.Errorf("%v", at)
	}
	if mombasa[0]-kampala[0] < 200 {
		t.Errorf("the map shows a region of 7 degrees on %d pixels", mombasa[0]-kampala[0])
	}
	for _, want := range []string{`href="/meetings?place=Nairobi"`, `href="/events?place=Nairobi"`, `class="state met"`, ">Mombasa</text>", "it is not known where it lies", "not known where", "the middle of the state"} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
}

// TestMapOfTheWorld shows all of it when places lie far apart; two that lie where one is
// known share a spot.
func TestMapOfTheWorld(t *testing.T) {
	body := mapped(t, inTown("1", "Nairobi", "KEN"), inTown("2", "Wellington", "NZL"), inTown("3", "Lima", "PER"), inTown("4", "Kilindi Rocks", "KEN"), inTown("5", "Kilindi Sands", "KEN"))
	if n := strings.Count(body, "<circle"); n != 4 {
		t.Errorf("%d spots", n)
	}
	for _, want := range []string{"Kilindi Rocks, 1 meeting, 1 event; Kilindi Sands", `href="#places"`, `id="places"`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
}

// TestMapWithoutPlaces says what it has no spots for.
func TestMapWithoutPlaces(t *testing.T) {
	h := site(t)
	holds(t, h, "/map", http.StatusOK, "Linnmere", "not known where", `href="/meetings?place=Linnmere"`)
	holds(t, h, "/map?since=2030-01-01", http.StatusOK, "No meeting or event with a place")
	holds(t, h, "/map?since=soon", http.StatusUnprocessableEntity, `role="alert"`)
	if a, _ := get(t, h, "/map?actor="); a.StatusCode != http.StatusSeeOther {
		t.Errorf("%d", a.StatusCode)
	}
}

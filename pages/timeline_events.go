package pages

import (
	"net/http"
	"strconv"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// Where events stand: so far below the line of their lane, and so far beside one that
// stands there already, in pixels.
const eventBelow, eventBeside, eventSize = 10, 6, 4

// deedDrawn is an event on the lanes of those who do it, and of those to whom it is done.
type deedDrawn struct {
	Address, What, Look string
	// Does and Undergoes are paths of SVG, empty where nobody of theirs has a lane.
	Does, Undergoes string
}

// dayAt is where a day stands on the timeline.
type dayAt struct{ day, x int }

// events are those of the record for the days and parties that a drawing has, under the
// same conditions but those that only a meeting can meet. An event takes no room of its
// own: it stands between the meetings where its day lies.
func (s *recordPages) events(r *http.Request, parties []service.PartySeats, d *drawing) error {
	q := r.URL.Query()
	if q.Get("status") != "" || q.Get("type") != "" || len(d.days) == 0 {
		return nil
	}
	asks, _ := question(service.Everything, q)
	asks.Limit, asks.Offset = mostDrawn, 0
	t, err := service.TimelineOf(r.Context(), s.Record, service.TimelineQuestion{Question: asks})
	if err != nil {
		return err
	}
	lanes := map[string]int{}
	for i := range parties {
		lanes[parties[i].Party] = d.Lanes[i].Middle + eventBelow
	}
	taken := map[[2]int]bool{}
	for i := range t.Marks {
		m := &t.Marks[i]
		day, _, ok := record.DaysOf(m.First)
		if m.Of != record.Event || !m.Exact || !ok || len(m.Entries) == 0 {
			continue
		}
		one := deedDrawn{Address: "/e/" + m.Entries[0], What: export.MarkLine(m), Look: string(m.Course)}
		for _, seat := range m.Seats {
			if y, has := lanes[t.Lanes[seat.Lane].Party]; has {
				one.stand(d.x(day), y, seat.Part, taken)
			}
		}
		if one.Does+one.Undergoes != "" {
			d.Deeds = append(d.Deeds, one)
		}
	}
	return nil
}

// stand puts an event on a lane, beside what stands there.
func (e *deedDrawn) stand(x, y int, part service.Part, taken map[[2]int]bool) {
	for taken[[2]int{x, y}] {
		x += eventBeside
	}
	taken[[2]int{x, y}] = true
	n, size := strconv.Itoa, strconv.Itoa(eventSize)
	path := "M" + n(x) + " " + n(y-eventSize) + "l" + size + " " + size + "-" + size + " " + size + "-" + size + "-" + size + "z"
	if part == service.Undergoes {
		e.Undergoes += path
	} else {
		e.Does += path
	}
}

// x is where a day stands among those of the meetings.
func (d *drawing) x(day int) int {
	first, last := d.days[0], d.days[len(d.days)-1]
	switch {
	case day <= first.day:
		return first.x - closest/2*min(1, first.day-day)
	case day >= last.day:
		return last.x + closest/2*min(1, day-last.day)
	}
	for i := 1; ; i++ {
		if a, b := d.days[i-1], d.days[i]; day <= b.day && b.day > a.day {
			return a.x + (b.x-a.x)*(day-a.day)/(b.day-a.day)
		}
	}
}

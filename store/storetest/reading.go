package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"rapporteur"
)

// world makes readings of reports of an invented region in which much is told more than
// once: by copies, by revisions, and by other reports in nearly the same words.
type world struct {
	*rand.Rand
	made []*rapporteur.Reading
	// now is the number of the report that is made. Time goes on with it, so that however
	// many there are, a day is no fuller and an entry no larger.
	now int
}

var (
	shores  = strings.Fields("ARD BEL CAM DOL ESK FEN GAL HOL")
	harbour = strings.Fields("Lindmouth Ostwick Sandgate Tarn Vale")
	papers  = strings.Fields("Beacon Mercury Sentinel Tide")
	wishes  = []string{"lower harbour dues for coasters", "a joint pilot service", "a ban on night sailings", "free passage through the sound"}
	quotes  = []string{"not one lighthouse will be handed over while I sit in this chair", "the dues will be lower by spring and everyone on this coast knows it",
		"we have waited eleven years and we can wait for another eleven", "nobody has asked the fishermen"}
	lore = strings.Fields("herring tide lantern quay pilot ballast mooring harbour buoy channel rigging anchor lighthouse ferry cargo barge dredger breakwater jetty wharf")
)

// Readings gives so many readings, always the same of a seed.
func Readings(seed uint64, many int) []*rapporteur.Reading {
	return slices.Collect(Each(seed, many))
}

// fresh is the number of readings of which there are still copies.
const fresh = 2000

// Each gives the same readings one by one, of which it keeps few, for tests of more than
// memory holds.
func Each(seed uint64, many int) iter.Seq[*rapporteur.Reading] {
	return func(yield func(*rapporteur.Reading) bool) {
		w := &world{Rand: rand.New(rand.NewPCG(seed, 18))}
		for i := range many {
			w.now = i
			r := w.reading(i)
			if i > 0 && w.IntN(6) == 0 { // the same words in another paper
				copied := *w.made[w.IntN(len(w.made))]
				copied.Report.Outlet, copied.Report.URL, copied.Report.Published = r.Report.Outlet, r.Report.URL, r.Report.Published
				r = &copied
			}
			if w.made = append(w.made, r); len(w.made) == 2*fresh {
				w.made = slices.Clone(w.made[fresh:])
			}
			if !yield(r) {
				return
			}
		}
	}
}

func among[T any](w *world, from ...T) T { return from[w.IntN(len(from))] }

// late is how many times so many reports were made since the first 400.
func (w *world) late(many int) int { return max(0, w.now-400) / many }

func (w *world) day() rapporteur.Date {
	if w.IntN(8) == 0 {
		return ""
	}
	return rapporteur.Date(time.Date(2031, 3, 1+w.late(20)+w.IntN(20), 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

func (w *world) reading(i int) *rapporteur.Reading {
	var text strings.Builder
	for range 30 + w.IntN(20) {
		text.WriteString(among(w, lore...) + " ")
	}
	_, _ = fmt.Fprintf(&text, "and so it stands, number %d.", i)
	url := fmt.Sprintf("https://%d.example/%d", w.IntN(3), i)
	if w.IntN(8) == 0 { // a page whose words change
		url = fmt.Sprintf("https://live.example/%d", w.late(80)+w.IntN(5))
	}
	r := &rapporteur.Reading{Schema: rapporteur.Schema, Report: rapporteur.Report{ID: fmt.Sprintf("%016x", rand.NewPCG(uint64(i), 5).Uint64()), Text: text.String(), Genre: rapporteur.News, Language: "en",
		URL: rapporteur.Text(url), Outlet: rapporteur.Text(among(w, papers...)), Title: rapporteur.Text(among(w, lore...)),
		Published: rapporteur.Date(time.Date(2031, 3, 1+w.late(20)+w.IntN(20), 0, 0, 0, 0, time.UTC).Format(time.DateOnly))}}
	r.Report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: text.Len(), Kind: rapporteur.Body}}
	r.Sentences = [][2]int{{0, 60}, {60, text.Len()}}
	for _, s := range shores {
		r.Actors = append(r.Actors, rapporteur.Actor{ID: s, Known: true, Name: fmt.Sprintf("Land %s %d", s, w.IntN(3)), Kind: rapporteur.State, State: rapporteur.Text(s)})
	}
	for k := range 1 + w.IntN(2) {
		w.tell(r, k)
	}
	return r
}

// tell adds some of each kind to a reading.
func (w *world) tell(r *rapporteur.Reading, k int) {
	basis := func(kind string) rapporteur.Basis {
		at := 7*k + w.IntN(20)
		return rapporteur.Basis{ID: fmt.Sprintf("%s-%s-%d", r.Report.ID, kind, k), Confidence: among(w, .5, .9), Rule: "made up",
			Evidence: []rapporteur.Span{{Start: at, End: at + 5, Text: r.Report.Text[at : at+5]}}}
	}
	if w.IntN(2) == 0 {
		m := rapporteur.Meeting{Basis: basis("m"), Kind: among(w, "talks", "call"), Date: w.day(), Status: among(w, rapporteur.Held, rapporteur.PlannedMeeting, rapporteur.Cancelled)}
		for range 2 + w.IntN(2) {
			m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: among(w, shores...), Presence: among(w, rapporteur.Present, rapporteur.Absent)})
		}
		if w.IntN(2) == 0 {
			m.Place = &rapporteur.Place{Name: among(w, harbour...)}
		}
		r.Meetings = append(r.Meetings, m)
	}
	if w.IntN(2) == 0 {
		quote := among(w, quotes...)
		r.Statements = append(r.Statements, rapporteur.Statement{Basis: basis("s"), Speakers: []string{among(w, shores...)}, Mode: rapporteur.Direct,
			Content: []rapporteur.Span{{Start: 0, End: len(quote), Text: quote}}, Date: w.day()})
	}
	if w.IntN(2) == 0 {
		r.Positions = append(r.Positions, rapporteur.Position{Basis: basis("p"), Actor: among(w, shores...), Issue: &rapporteur.Issue{ID: "dues", Label: "Dues"},
			Proposal: among(w, wishes...), Stance: among(w, rapporteur.Supports, rapporteur.Opposes), Date: w.day()})
	}
	if w.IntN(2) == 0 {
		r.Events = append(r.Events, rapporteur.Event{Basis: basis("e"), Plover: rapporteur.Plover{Type: among(w, "THREATEN", "AGREE")},
			Actors: []string{among(w, shores...)}, Recipients: []string{among(w, shores...)}, Modality: rapporteur.Happened, Date: w.day()})
	}
}

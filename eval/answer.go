package eval

import (
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur"
)

// Answer is an entry of a reading as a person judges it.
type Answer struct {
	// Report is the name of the file that was read.
	Report string
	// Start and End are the place of the entry, in code points: the content of a
	// statement, the mention of a pronoun, the evidence of the others.
	Start, End int
	// Says is what is judged, in ids and codes without spaces: the speakers of a
	// statement, or the type, parties and modality of an event.
	Says       string
	Confidence float64
	// Words are the text at the place.
	Words string
}

// Answers gives the entries of one kind in a reading, in its order: "speakers"
// (statements), "pronouns" (statements whose speaker is one), "events",
// "meetings" or "positions"; nothing for other kinds.
func Answers(report, kind string, r *rapporteur.Reading) []Answer {
	switch kind {
	case "speakers":
		return answers(report, r.Statements, func(s *rapporteur.Statement) ([]rapporteur.Span, *rapporteur.Basis, []string) {
			return s.Content, &s.Basis, []string{joined(s.Speakers), string(s.For)}
		})
	case "pronouns":
		return answers(report, r.Statements, func(s *rapporteur.Statement) ([]rapporteur.Span, *rapporteur.Basis, []string) {
			if s.SpeakerMention == nil || !personal[strings.ToLower(s.SpeakerMention.Text)] {
				return nil, nil, nil
			}
			return []rapporteur.Span{*s.SpeakerMention}, &s.Basis, []string{joined(s.Speakers)}
		})
	case "events":
		return answers(report, r.Events, func(e *rapporteur.Event) ([]rapporteur.Span, *rapporteur.Basis, []string) {
			return e.Evidence, &e.Basis, []string{e.Plover.Type, joined(e.Actors), joined(e.Recipients), string(e.Modality), string(e.ClaimedBy)}
		})
	case "meetings":
		return answers(report, r.Meetings, func(m *rapporteur.Meeting) ([]rapporteur.Span, *rapporteur.Basis, []string) {
			return m.Evidence, &m.Basis, []string{string(m.Status), attending(m), string(m.Date)}
		})
	case "positions":
		return answers(report, r.Positions, func(p *rapporteur.Position) ([]rapporteur.Span, *rapporteur.Basis, []string) {
			return p.Evidence, &p.Basis, []string{p.Actor, string(p.Stance)}
		})
	}
	return nil
}

// answers makes an answer of each entry that has a place.
func answers[T any](report string, entries []T, of func(*T) ([]rapporteur.Span, *rapporteur.Basis, []string)) []Answer {
	var out []Answer
	for i := range entries {
		if at, b, says := of(&entries[i]); len(at) > 0 {
			out = append(out, Answer{Report: report, Start: at[0].Start, End: at[0].End, Says: strings.Join(says, "/"), Confidence: b.Confidence, Words: at[0].Text})
		}
	}
	return out
}

var personal = map[string]bool{"he": true, "she": true, "it": true, "they": true, "i": true, "we": true}

func joined(ids []string) string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return strings.Join(ids, "+")
}

func attending(m *rapporteur.Meeting) string {
	var ids []string
	for i := range m.Attendance {
		a := &m.Attendance[i]
		id := a.Actor
		if a.Presence.LeftOut() {
			id = "-" + id
		}
		ids = append(ids, id)
	}
	return joined(ids)
}

// Sample draws n answers with a fixed seed, all of them where there are no more,
// and gives them in the order they had.
func Sample(all []Answer, n int, seed uint64) []Answer {
	random := rand.New(rand.NewPCG(seed, 0))
	order := random.Perm(len(all))
	order = order[:min(n, len(order))]
	slices.Sort(order)
	out := make([]Answer, len(order))
	for i, k := range order {
		out[i] = all[k]
	}
	return out
}

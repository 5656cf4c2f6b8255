package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/learned"
	"rapporteur/frames/rules"
)

// withAbsent gives the meetings with who is left out by words of their own: "The
// ministers met in Arusha. Chad was not invited." They speak of the meeting that a frame
// points at, of one in the same sentence, or of the last one before; where there is
// none, that somebody skips it is all that is known of it.
func withAbsent(l *links, all []cluster, absent []frames.Frame) []cluster {
	told := meetingsBySentence(l, all)
	known := leftOutIn(l, all)
	for i := range absent {
		f := &absent[i]
		if !pointing(f) && f.Head(frames.MissedMeeting) >= 0 || !leavesOut(f) {
			continue
		}
		parties := slices.DeleteFunc(l.fillers(f, frames.Party), func(a int) bool {
			return known.tells(l, l.Actor(a).ID, f)
		})
		if len(parties) == 0 {
			continue
		}
		g := missedMeeting(l, all, told, f)
		if g != nil && g.seats(l, parties) && g.otherThan(l, f.Head(frames.MissedMeeting)) {
			g = nil // they sit there, and miss another one
		}
		if g == nil && pointing(f) && (f.Head(frames.MissedMeeting) >= 0 || f.Maker == rules.WordOfLeaving) {
			all = append(all, skipped(l, f))
			g = &all[len(all)-1]
		}
		if g != nil {
			g.leaveOut(l, f, parties)
		}
	}
	return slices.DeleteFunc(all, func(g cluster) bool { return len(g.lead.attendees) == 0 })
}

// pointing reports whether an absence says of itself what is missed, as those of a model
// and of words that name it do; the others belong to the meeting they were found with.
func pointing(f *frames.Frame) bool {
	return f.Maker == learned.Maker || f.Maker == rules.WordOfLeaving
}

// leftOut is where it is told of somebody that he is left out: the sentence, and the word
// for what of, -1 where there is none.
type leftOut struct{ sentence, meeting int }

// tellings are where it is told of each actor that he is left out.
type tellings map[string][]leftOut

// leftOutIn gives who is left out of meetings already.
func leftOutIn(l *links, all []cluster) tellings {
	out := tellings{}
	for i := range all {
		for _, m := range all[i].mentions {
			for _, s := range m.attendees {
				if s.presence.LeftOut() && s.presence != "" {
					id := l.Actor(s.actor).ID
					out[id] = append(out[id], leftOut{l.doc.SentenceOf(m.trigger), m.trigger})
				}
			}
		}
	}
	return out
}

// tells reports whether an absence was told before: in the same sentence, or of what may
// be the same meeting. It is told from now on.
func (t tellings) tells(l *links, actor string, f *frames.Frame) bool {
	now := leftOut{l.doc.SentenceOf(f.Trigger), f.Head(frames.MissedMeeting)}
	before := slices.ContainsFunc(t[actor], func(o leftOut) bool {
		if o.sentence == now.sentence || now.meeting < 0 {
			return true
		}
		return f.Attribute(frames.Definite) == "yes" || o.meeting >= 0 && noun(l, o.meeting) == noun(l, now.meeting)
	})
	t[actor] = append(t[actor], now)
	return before
}

// noun gives the word for a meeting without its number.
func noun(l *links, token int) string {
	return strings.TrimSuffix(strings.ToLower(l.doc.Tokens[token].Lemma), "s")
}

// leavesOut reports whether an absence is a fact or planned: what is demanded,
// threatened or denied leaves nobody out.
func leavesOut(f *frames.Frame) bool {
	c := f.Attribute(frames.Certainty)
	return c == "" || c == "planned"
}

// missedMeeting gives the meeting that an absence is from, nil for none that is told.
func missedMeeting(l *links, all []cluster, told map[int][]int, f *frames.Frame) *cluster {
	if at := f.Head(frames.MissedMeeting); at >= 0 {
		for _, i := range told[l.doc.SentenceOf(at)] {
			if slices.ContainsFunc(all[i].mentions, func(m meetingMention) bool { return m.trigger == at }) {
				return &all[i]
			}
		}
	}
	if f.Maker == learned.Maker {
		if here := told[l.doc.SentenceOf(f.Trigger)]; len(here) > 0 {
			return nil // the sentence tells of another meeting, which somebody may attend
		}
	}
	g := lastBefore(l, all, told, l.doc.SentenceOf(f.Trigger))
	if g != nil && g.amongOthers(l, f) {
		return nil
	}
	return g
}

// amongOthers reports whether the sentence of an absence names, besides who is left out,
// sides of which none takes part in a meeting: then it is not that one.
func (g *cluster) amongOthers(l *links, f *frames.Frame) bool {
	own := map[string]bool{"": true}
	for _, a := range l.fillers(f, frames.Party) {
		own[l.Actor(a).Side()] = true
	}
	others := false
	for _, p := range partiesOf(l) {
		if l.doc.SentenceOf(p.token) != l.doc.SentenceOf(f.Trigger) || own[p.side] {
			continue
		}
		if g.sides(l)[p.side] {
			return false
		}
		others = true
	}
	return others
}

// skipped begins a meeting of which no more is told than who is not there.
func skipped(l *links, f *frames.Frame) cluster {
	m := meetingMention{trigger: f.Trigger, kind: "meeting", rule: f.Maker, status: rapporteur.Held, claimedBy: -1, evidence: around(l.doc, f.Trigger), frame: f}
	if at := f.Head(frames.MissedMeeting); at >= 0 {
		m.trigger = at
		if k := l.rules.Gathering(l.doc.Tokens[at].Lemma); k != "" {
			m.kind = k
		}
	}
	if at := f.Head(frames.MissedMeeting); at == f.Trigger {
		m.status = rapporteur.RefusedMeeting
	} else if s := l.rules.Ending(l.doc.Tokens[f.Trigger].Lemma); s != "" {
		m.status = s
	} else if f.Attribute(frames.Certainty) == "planned" {
		m.status = rapporteur.PlannedMeeting
	}
	return cluster{mentions: []meetingMention{m}, lead: m}
}

// leaveOut adds parties of an absence, who do not take part. Words that name the meeting
// are believed where the party was taken for one who is there.
func (g *cluster) leaveOut(l *links, f *frames.Frame, parties []int) {
	for _, a := range parties {
		s := attendee{actor: a, presence: rapporteur.Presence(f.Type), evidence: around(l.doc, f.Trigger)}
		at := slices.IndexFunc(g.lead.attendees, func(s attendee) bool { return s.actor == a })
		switch {
		case at >= 0 && f.Maker == rules.WordOfLeaving && g.lead.attendees[at].presence == "":
			g.lead.attendees[at] = s
		case at < 0 && !g.sides(l)[l.Actor(a).Side()]:
			g.lead.attendees = append(g.lead.attendees, s)
		}
		g.lead.sides = nil
	}
}

// otherThan reports whether a word, if there is one, is for another kind of meeting.
func (g *cluster) otherThan(l *links, word int) bool {
	return word >= 0 && l.rules.Gathering(l.doc.Tokens[word].Lemma) != g.lead.kind
}

// seats reports whether all of some parties are among those who meet, or act for them.
func (g *cluster) seats(l *links, parties []int) bool {
	return !slices.ContainsFunc(parties, func(a int) bool { return !g.sides(l)[l.Actor(a).Side()] })
}

// meetingsBySentence gives the meetings that each sentence mentions.
func meetingsBySentence(l *links, all []cluster) map[int][]int {
	out := map[int][]int{}
	for i := range all {
		for k := range all[i].mentions {
			n := l.doc.SentenceOf(all[i].mentions[k].trigger)
			if told := out[n]; len(told) == 0 || told[len(told)-1] != i {
				out[n] = append(told, i)
			}
		}
	}
	return out
}

// lastBefore gives the meeting that is told last in the few sentences before one, nil
// if two are told in the same one or there is none.
func lastBefore(l *links, all []cluster, told map[int][]int, sentence int) *cluster {
	for n := sentence - 1; n >= sentence-rules.SentencesBehind; n-- {
		switch in := told[n]; {
		case len(in) == 0:
			continue
		case len(in) == 1 && len(all[in[0]].sides(l)) > 1:
			return &all[in[0]]
		}
		return nil
	}
	return nil
}

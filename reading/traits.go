package reading

import (
	"math"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
)

// trait is something of a candidate that makes it more or less likely, and how much of
// it there is.
type trait struct {
	name  string
	value float64
}

// view is the candidates of a report, with those of each sentence.
type view struct {
	l   *links
	all []deed
	in  map[int][]int
}

func viewOf(l *links, all []deed) *view {
	return &view{l: l, all: all, in: inSentences(l, len(all), func(i int) int { return all[i].Trigger })}
}

// inSentences gives the numbers of so many candidates by the sentences of their triggers.
func inSentences(l *links, n int, trigger func(int) int) map[int][]int {
	in := map[int][]int{}
	for i := range n {
		s := l.doc.SentenceOf(trigger(i))
		in[s] = append(in[s], i)
	}
	return in
}

func logOdds(p float64) float64 {
	p = min(max(p, 0.02), 0.98)
	return math.Log(p / (1 - p))
}

// traits gives those of a candidate.
func (v *view) traits(i int) []trait {
	c := &v.all[i]
	var out []trait
	add := func(name string, value float64) { out = append(out, trait{name, value}) }
	is := func(name string, holds bool) {
		if holds {
			add(name, 1)
		}
	}
	add("always", 1)
	v.readers(i, add)
	sides(v.l, c, add)
	told(v.l, c, add)
	is("type "+c.Type, true)
	is("word "+v.l.doc.Tokens[c.Trigger].Lemma, true)
	is("patient none "+c.Type, len(c.patients) == 0)
	is("patient supposed "+c.Type, c.supposed)
	is("modality "+string(c.modality()), true)
	is("claimed", c.Attribute(frames.Claimed) != "" || c.claimant >= 0)
	return out
}

// readers tells what the model and the rules hold of the deed.
func (v *view) readers(i int, add func(string, float64)) {
	c := &v.all[i]
	own, near, rival, agent, patient := 0.0, 0.0, 0.0, 0.0, 0.0
	ruled, otherwise, sameAgent, samePatient := false, false, false, false // by rules
	for _, k := range v.in[v.l.doc.SentenceOf(c.Trigger)] {
		o := &v.all[k]
		away := o.Trigger - c.Trigger
		beside := away*away <= adjacent*adjacent
		if !alike(o.Type, c.Type) {
			if beside && byModel(o.Frame) {
				rival = max(rival, o.Probability)
			}
			otherwise = otherwise || beside && !byModel(o.Frame)
			continue
		}
		if byModel(o.Frame) {
			near = max(near, o.Probability)
			if beside {
				own = max(own, o.Probability)
				agent = max(agent, likelihood(v.l, o.Frame, frames.Agent, c.agents))
				patient = max(patient, likelihood(v.l, o.Frame, frames.Patient, c.patients))
			}
			continue
		}
		if beside {
			ruled = true
			sameAgent = sameAgent || shareSide(v.l, o.agents, c.agents)
			samePatient = samePatient || shareSide(v.l, o.patients, c.patients)
		}
	}
	odds := func(name string, p float64) {
		if p == 0 {
			add(name+" unseen", 1)
			return
		}
		add(name, logOdds(p))
	}
	odds("trigger", own)
	odds("sentence", near)
	odds("rival", rival)
	odds("agent", agent)
	if len(c.patients) > 0 && !c.supposed {
		odds("patient", patient)
	}
	for _, x := range []struct {
		name string
		has  bool
	}{
		{"rules", ruled}, {"rules alone", ruled && own == 0}, {"rules otherwise", otherwise && !ruled},
		{"same agent", sameAgent && byModel(c.Frame)}, {"same patient", samePatient && byModel(c.Frame)},
		{"rule " + c.Maker, !byModel(c.Frame)},
	} {
		if x.has {
			add(x.name, 1)
		}
	}
}

// likelihood gives the probability of the likeliest filler of a role that is of the side
// of one of some actors.
func likelihood(l *links, f *frames.Frame, role frames.Role, actors []int) float64 {
	best := 0.0
	for _, x := range f.Of(role) {
		if a := l.filler(x); a >= 0 && shareSide(l, []int{a}, actors) {
			best = max(best, x.Probability)
		}
	}
	return best
}

// sides tells what sort of parties a deed has.
func sides(l *links, c *deed, add func(string, float64)) {
	add("agent is "+sortOf(l, c.agents[0]), 1)
	if len(c.agents) > 1 {
		add("agents", 1)
	}
	switch {
	case len(c.patients) == 0:
		add("no patient", 1)
	default:
		add("patient is "+sortOf(l, c.patients[0]), 1)
		if len(c.patients) > 1 {
			add("patients", 1)
		}
		if shareSide(l, c.agents, c.patients) {
			add("one side", 1)
		}
	}
}

// sortOf gives the sort of an actor.
func sortOf(l *links, actor int) string {
	a := l.Actor(actor)
	switch {
	case a.Kind == rapporteur.State:
		return "state"
	case a.Kind == rapporteur.Person && a.For != "":
		return "official"
	case a.Kind == rapporteur.Person:
		return "person"
	case a.For != "" || a.State != "":
		return "of a state"
	case a.Known:
		return "body"
	}
	return "unknown"
}

// told tells how the words tell the deed.
func told(l *links, c *deed, add func(string, float64)) {
	for _, name := range rules.Manner(l.doc, c.Trigger) {
		add(name, 1)
	}
	if c.claimant >= 0 {
		add("said "+spoken(c.Type), 1)
	}
	if l.doc.SentenceOf(c.Trigger) < opening {
		add("first", 1)
	}
}

// opening is how many sentences begin a report.
const opening = 3

// spoken parts the types that are done by speaking from the others.
func spoken(typ string) string {
	switch typ {
	case "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN":
		return "speech"
	}
	return "act"
}

// alike reports whether two types may be told of one deed: who frees prisoners, eases or
// resigns retreats by PLOVER's manual, as rules have it, and concedes by the guide of
// annotators, as the model has it.
func alike(a, b string) bool {
	return a == b || a == "CONCEDE" && b == "RETREAT" || a == "RETREAT" && b == "CONCEDE"
}

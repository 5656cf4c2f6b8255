package entities

// stateShare counts how often a report mentions each state, its people and its
// organs, as mentions are added.
type stateShare struct {
	// of are the counts by the id of the state or body that is mentioned or acted
	// for.
	of map[string]*mentioned
	// by are the mentions of each actor.
	by map[int]*mentioned
}

// mentioned is how often somebody is mentioned, and how often as one who acts.
type mentioned struct{ times, acting int }

func newStateShare() *stateShare {
	return &stateShare{of: map[string]*mentioned{}, by: map[int]*mentioned{}}
}

// add counts a mention of an actor of a side.
func (s *stateShare) add(actor int, side string, acts bool) {
	if s.by[actor] == nil {
		s.by[actor] = &mentioned{}
	}
	s.by[actor].count(1, acts)
	s.side(side).count(1, acts)
}

func (s *stateShare) side(id string) *mentioned {
	if s.of[id] == nil {
		s.of[id] = &mentioned{}
	}
	return s.of[id]
}

func (m *mentioned) count(times int, acts bool) {
	m.times += times
	if acts {
		m.acting += times
	}
}

// move counts what was mentioned of an actor for another side.
func (s *stateShare) move(actor int, from, to string) {
	m := s.by[actor]
	if m == nil || from == to {
		return
	}
	old, now := s.side(from), s.side(to)
	old.times, old.acting = old.times-m.times, old.acting-m.acting
	now.times, now.acting = now.times+m.times, now.acting+m.acting
}

package alert

// Sign is how something on the record stands that a rule may tell.
type Sign struct {
	// When is what it is a case of, Asked says that the rule wants to know.
	When  When
	Asked bool
	// Things are the names under which it is remembered, Aspect what of them is meant, Value
	// how that stands: the status of a meeting, planned.
	Things []string
	Aspect string
	Value  string
}

// Memory is what a rule has told, by thing and aspect.
type Memory map[[2]string]string

// Remembered makes a memory of what a store gives.
func Remembered(told []Told) Memory {
	m := Memory{}
	for _, t := range told {
		m[[2]string{t.Thing, t.Aspect}] = t.Value
	}
	return m
}

// Fresh reports whether a sign is to be told: the rule asks for it, and it is not how one
// of its things stood when it was last told. It remembers it then. What is not asked for
// is remembered where another value was told, so that going back is news again.
func (m Memory) Fresh(s *Sign) (tell bool, changed []Told) {
	known, same := false, false
	for _, thing := range s.Things {
		v, ok := m[[2]string{thing, s.Aspect}]
		known, same = known || ok, same || ok && v == s.Value
	}
	tell = s.Asked && !same
	if !tell && !known {
		return false, nil
	}
	for _, thing := range s.Things {
		if _, ok := m[[2]string{thing, s.Aspect}]; same && ok {
			continue // each thing keeps what was told of it
		}
		m[[2]string{thing, s.Aspect}] = s.Value
		changed = append(changed, Told{Thing: thing, Aspect: s.Aspect, Value: s.Value})
	}
	return tell, changed
}

package follow

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"rapporteur"
)

// Everybody stands in the place of the name of a desk for all lists together; no desk can
// be called so.
const Everybody = "*"

// Desk is one of several that follow with one store, each with a list of its own. The
// empty name is that of the list that is everybody's.
type Desk struct {
	Name string
	// Most is how many sources it may follow, 0 for any number.
	Most int
}

// Interest is that a desk follows a source, and how.
type Interest struct {
	Desk  string        `json:"desk,omitempty"`
	Title string        `json:"title,omitempty"`
	Every time.Duration `json:"every,omitempty"`
	Keep  bool          `json:"keep,omitempty"`
	Added time.Time     `json:"added,omitzero"`
}

// interests are all who follow a source: the list that is everybody's where it does not say.
func (s *Source) interests() []Interest {
	if len(s.By) == 0 {
		return []Interest{{Every: s.Every, Keep: s.Keep, Added: s.Added}}
	}
	return s.By
}

// Desks are the names of the desks that follow a source, in the order in which they began.
func (s *Source) Desks() []string {
	var out []string
	for _, i := range s.interests() {
		out = append(out, i.Desk)
	}
	return out
}

// At gives a source as a desk has it, without a word of others; false where it does not
// follow it.
func (s *Source) At(desk string) (Source, bool) {
	if desk == Everybody {
		return *s, true
	}
	out, all := *s, s.interests()
	out.By = nil
	at := slices.IndexFunc(all, func(i Interest) bool { return i.Desk == desk })
	if at < 0 {
		return out, false
	}
	out.Every, out.Keep, out.Added = all[at].Every, all[at].Keep, all[at].Added
	out.Title = cmp.Or(all[at].Title, out.Title)
	return out, true
}

// join has one more desk follow a source that is followed already.
func (s *Source) join(i Interest) { s.settle(append(slices.Clone(s.interests()), i)) }

// leave has a desk follow a source no longer, and reports whether nobody does then.
func (s *Source) leave(desk string) bool {
	rest := slices.DeleteFunc(slices.Clone(s.interests()), func(i Interest) bool { return i.Desk == desk })
	if len(rest) > 0 {
		s.settle(rest)
	}
	return len(rest) == 0
}

// settle has a source asked as often as who wants it most often, and its pages kept if
// anybody wants that.
func (s *Source) settle(all []Interest) {
	s.By, s.Every, s.Keep = all, 0, false
	for _, i := range all {
		every := i.Every
		if every == 0 {
			every = Usual
		}
		if s.Every == 0 || every < s.Every {
			s.Every = every
		}
		s.Keep = s.Keep || i.Keep
	}
}

// interest is what a desk wants of a source that it begins to follow.
func (d Desk) interest(s *Source) Interest {
	return Interest{Desk: d.Name, Title: s.Title, Every: s.Every, Keep: s.Keep, Added: s.Added}
}

// holds counts the sources that a desk follows.
func (d Desk) holds(all []Source) int {
	n := 0
	for i := range all {
		if _, there := all[i].At(d.Name); there {
			n++
		}
	}
	return n
}

// full is the error for more sources than a desk may follow.
func (d Desk) full() error {
	return &rapporteur.Error{Code: rapporteur.OverQuota, Op: "follow add",
		Message: fmt.Sprintf("the desk %s may follow %d sources, and nothing was added; drop some, or have its quota raised: rapporteur namespace quota %s --follows N", d.Name, d.Most, d.Name)}
}

// renew writes down what was learned of a source. Who follows it, and how, is as they said
// meanwhile; one that nobody follows any more stays away.
func renew(u Update, s *Source) error {
	now, err := u.Source(s.ID)
	if err != nil || now == nil {
		return err
	}
	s.By, s.Every, s.Keep, s.Added = now.By, now.Every, now.Keep, now.Added
	_, err = u.PutSource(*s)
	return err
}

package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// homeStates finds for which state persons act whom no table knows and of whom the
// report says an office or a title and no state: the one whose custom the title or a
// mark behind the name is, else the one that the report tells of most, around the name
// and as a whole.
type homeStates struct{ *discourse }

// settle enters them.
func (l homeStates) settle() {
	var told *toldSides
	for i := range l.names.list {
		n := &l.names.list[i]
		if n.actor < 0 || !l.homeless(n.actor) {
			continue
		}
		state := l.marked(n)
		if state == "" && (holdsAnOffice(l.actor(n.actor)) || l.titled(n)) {
			if told == nil {
				told = tellSides(l.actors, l.mentions)
			}
			if told.times >= leastTold {
				state = told.around(n.First)
			}
		}
		if state != "" && l.base.Actor(state) != nil {
			l.give(n.actor, state)
		}
	}
}

// leastTold is how often a report must tell of a state whose officials it need not say
// whose they are.
const leastTold = 4

// homeless reports whether somebody is of no state that is known.
func (l homeStates) homeless(actor int) bool {
	a := l.actor(actor)
	return a.Known == nil && a.Kind == rapporteur.Person && a.For == "" && a.State == ""
}

// give lets somebody act for a state.
func (l homeStates) give(actor int, state string) {
	l.setSide(actor, state)
	a := l.actor(actor)
	a.State = rapporteur.Text(state)
	if len(a.Roles) > 0 && a.Roles[0].For == "" {
		a.Roles[0].For = rapporteur.Text(state)
	}
}

// holdsAnOffice reports whether somebody holds an office that states have.
func holdsAnOffice(a *Actor) bool {
	return len(a.Roles) > 0 && a.Roles[0].For == "" && slices.Contains([]string{"government", "legislature", "judiciary"}, string(a.Roles[0].Sector))
}

// titled reports whether the title of an office stands before a name: "Senator Moe".
func (l homeStates) titled(n *personName) bool {
	t, ok := l.base.Honorific(l.wordBefore(n))
	return ok && t.Kind == "office"
}

// wordBefore gives the word before a name in small letters, without its stop.
func (l homeStates) wordBefore(n *personName) string {
	if n.First == 0 || l.doc.SentenceOf(n.First-1) != l.doc.SentenceOf(n.First) {
		return ""
	}
	return strings.ToLower(strings.TrimSuffix(l.doc.Tokens[n.First-1].Form, "."))
}

// marked gives the state whose custom it is to write of somebody so: "Rep. Moe", "Ada
// Moe (R-Texas)". Empty for none.
func (l homeStates) marked(n *personName) string {
	if l.base.Is(l.wordBefore(n), "title of USA") || l.partyAndState(n.Last) {
		return "USA"
	}
	return ""
}

// partyAndState reports whether a party's letter and a state of the union stand behind a
// comma or a bracket at a token: ", D-Conn.".
func (l homeStates) partyAndState(at int) bool {
	if at+3 >= len(l.doc.Tokens) || !slices.Contains([]string{"(", ","}, l.doc.Tokens[at].Form) {
		return false
	}
	letter, of := strings.TrimSuffix(l.doc.Tokens[at+1].Form, "."), l.doc.Tokens[at+2].Form
	first, _ := utf8.DecodeRuneInString(l.doc.Tokens[at+3].Form)
	return slices.Contains([]string{"R", "D", "I"}, letter) && slices.Contains([]string{"-", "–", ","}, of) && 'A' <= first && first <= 'Z'
}

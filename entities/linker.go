package entities

import (
	"sort"

	"rapporteur"
	"rapporteur/entities/coref"
	"rapporteur/entities/knowledge"
	"rapporteur/frames"
	"rapporteur/language"
)

// linker is the state of linking one text.
type linker struct {
	base   *knowledge.Base
	ranker *coref.Resolver
	doc    *language.Document
	said   []frames.Frame
	// day is the report's date, empty if unknown.
	day  string
	cast *Cast
	// words are the folded words of each token.
	words [][]string
	// persons are the names of persons, to be linked after all are found.
	persons []personName
	// begins says of each token whether a name of a person begins there.
	begins []bool
	// settledOn are the holders of offices who were asked for, by their posts.
	settledOn map[post]*knowledge.Actor
	// share counts the mentions of states.
	share *stateShare
	// datelines are the states of the places in datelines; nil until asked for.
	datelines []string
	// documents are what is said in a document, by its noun, as far as asked for.
	documents map[string][]int
	// tells says of states whether the report names them; nil until asked for.
	tells map[string]bool
	// inOneWord says of actors whether a word of the report is a name of theirs.
	inOneWord map[*knowledge.Actor]bool
	// byNoun are the mentions by the nouns that take them up, as far as they are indexed.
	byNoun map[string][]int
	nouned int
	// offices are the office phrases of the text, holders who is named with them.
	offices *officeIndex
	holders *namedHolders
	// near is the window of the last lookup, kept for its room.
	near window
	// ranking weighs what pronouns take up.
	ranking *coref.Ranking
	// saying gives for each token the attribution whose words it is, counted
	// from 1, 0 for none; narrated counts the sentences before each that are
	// not somebody's words from end to end.
	saying, narrated []int
	// starts are the mentions that begin at each token, as far as they are indexed.
	starts  [][]int
	indexed int
	// heads are the mentions by the sentence of their head, as far as they are indexed.
	heads  [][]int
	headed int
	// spoken are the sources of what is said, by tokens; nil until asked for.
	spoken *spokenBy
	// index finds the persons of the cast, names the names by whom they stand for.
	index *personIndex
	names *nameIndex
	// alike are the namesakes asked for.
	alike map[namesakesKey]*namesakes
	// provinces tells of the provinces asked about whether the report means them.
	provinces map[*knowledge.Province]bool
	// sources are the heads of the sources of what is said.
	sources []int
}

// add enters a mention and covers its tokens, save those covered already.
func (l *linker) add(m Mention) int {
	l.cast.Mentions = append(l.cast.Mentions, m)
	l.count(m)
	n := len(l.cast.Mentions) - 1
	for i := m.First; i < m.Last; i++ {
		if l.cast.at[i] < 0 || m.Form == ByProperName && m.Last-m.First > 1 {
			l.cast.at[i] = n
		}
	}
	return n
}

// known gives the actor of the cast for a row of the tables, entering it on
// its first mention.
func (l *linker) known(k *knowledge.Actor) int {
	if i := l.cast.index(k.ID); i >= 0 {
		return i
	}
	actor := Actor{Actor: rapporteur.Actor{ID: k.ID, Known: true, Name: k.Name, Kind: k.Kind, State: rapporteur.Text(k.State)}, Known: k, Gender: k.Gender, Family: knowledge.Fold(k.Family)}
	actor.Roles = l.roles(k)
	if k.Part != "" && k.State == "" {
		actor.State = rapporteur.Text(k.Part)
	}
	actor.For = l.principal(forWhom(k, actor.Roles))
	l.cast.Actors = append(l.cast.Actors, actor)
	return len(l.cast.Actors) - 1
}

// roles gives the offices that a person holds on the report's day, or is
// presumed to hold.
func (l *linker) roles(k *knowledge.Actor) []rapporteur.Role {
	var roles []rapporteur.Role
	for _, t := range k.TermsOn(l.day) {
		roles = append(roles, roleIn(l.base, t))
	}
	sort.SliceStable(roles, func(i, j int) bool { return weight(k, roles[i]) < weight(k, roles[j]) })
	for _, t := range l.base.PresumedOn(k, l.day) {
		r := roleIn(l.base, t)
		r.Presumed = true
		roles = append(roles, r)
	}
	return roles
}

// roleIn gives the office of a term as the contract has it.
func roleIn(base *knowledge.Base, t *knowledge.Term) rapporteur.Role {
	r := rapporteur.Role{Office: t.Office, For: rapporteur.Text(t.For)}
	if o := base.Office(t.Office, t.For); o != nil {
		r.Office, r.Sector = o.Title, rapporteur.Text(o.Sector)
	}
	return r
}

// weight puts offices of a person's own state before those of parties and
// other bodies.
func weight(k *knowledge.Actor, r rapporteur.Role) int {
	if string(r.For) == k.State {
		return 0
	}
	return 1
}

// principal gives the state of an organ, for whose people speak for the state:
// "the commander of the Guards". Any other actor is its own.
func (l *linker) principal(id string) string {
	if k := l.base.Actor(id); k != nil && k.Kind == rapporteur.Organisation {
		return forWhom(k, nil)
	}
	return id
}

// forWhom gives whom an actor acts for: itself for a state or body, the state
// of an organ, the state or body of a person's first office.
func forWhom(k *knowledge.Actor, roles []rapporteur.Role) string {
	switch k.Kind {
	case rapporteur.Person:
		if len(roles) > 0 {
			return string(roles[0].For)
		}
		return ""
	case rapporteur.Organisation:
		if k.Part != "" {
			return k.Part
		}
		if k.State != "" && k.Sector != "media" && k.Sector != "business" && k.Sector != "civil society" {
			return k.State
		}
	}
	return k.ID
}

// stranger gives the actor of the report for a name that no table knows.
func (l *linker) stranger(name string, kind rapporteur.ActorKind, state string) int {
	id := "~" + knowledge.Slug(name)
	if i := l.cast.index(id); i >= 0 {
		return i
	}
	l.cast.Actors = append(l.cast.Actors, Actor{Actor: rapporteur.Actor{ID: id, Name: name, Kind: kind, State: rapporteur.Text(state)}, For: state})
	return len(l.cast.Actors) - 1
}

// official reports whether who holds an office of a sector speaks for the state
// or body: a minister does, an analyst or a journalist does not.
func official(sector rapporteur.Text) bool {
	switch sector {
	case "government", "military", "legislature", "international", "armed group", "party", "judiciary":
		return true
	}
	return false
}

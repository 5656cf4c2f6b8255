package entities

import (
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// openPosts are the posts that the report speaks of by the office alone, or by the
// office and a single name, and that no table has a holder for on its day.
type openPosts struct{ *discourse }

// ask has other reports tell who holds them. Whom the report calls by a single name is
// entered at once, so that the name finds its bearer: "Prime Minister Moss".
func (l openPosts) ask(tell rapporteur.Learned) ([]rapporteur.OpenPost, learned) {
	var posts []rapporteur.Post
	for _, p := range l.offices.phrases {
		if held, ok := l.open(p); ok && !slices.Contains(posts, held) {
			posts = append(posts, held)
		}
	}
	told := map[rapporteur.Post]rapporteur.Incumbent{}
	if tell != nil && len(posts) > 0 {
		for _, i := range tell(posts) {
			told[i.Post()] = i
		}
	}
	var asked []rapporteur.OpenPost
	for _, p := range posts {
		one := rapporteur.OpenPost{Post: p}
		if i, ok := told[p]; ok {
			one.Holder = i.Holder()
		}
		asked = append(asked, one)
	}
	out := learned{}
	for _, p := range l.offices.phrases {
		held, _ := l.open(p)
		if i, ok := told[held]; ok && !l.base.Terms().Followed(i.Office, i.For, string(i.Date), l.day) {
			l.take(p, i, out)
		}
	}
	return asked, out
}

// open gives the post of a phrase that others are to tell the holder of.
func (l openPosts) open(p officePhrase) (rapporteur.Post, bool) {
	if p.name >= 0 && (len(l.names.list[p.name].words) != 1 || p.actor == nil) {
		return rapporteur.Post{}, false
	}
	held, ok := heldPost(l.discourse, p)
	ok = ok && len(l.base.Terms().Holders(held.office, held.actor, l.day)) == 0
	return rapporteur.Post{Office: held.office, For: held.actor}, ok
}

// take notes who is meant by a phrase.
func (l openPosts) take(p officePhrase, i rapporteur.Incumbent, into learned) {
	switch {
	case p.name >= 0:
		if knowledge.Fold(knowledge.FamilyName(i.Name)) == l.names.list[p.name].words[0] {
			l.incumbentOf(i)
		}
	case p.actor != nil || l.meansHome(p):
		into[p.First] = i
	}
}

// meansHome reports whether a phrase without a state stands as one does that means the
// report's own: "the president", "Crown Prince received".
func (l openPosts) meansHome(p officePhrase) bool {
	return isImplicit(l.doc, p) && (capitalised(l.doc, p) || slices.Equal(l.words[p.First-1], []string{"the"}))
}

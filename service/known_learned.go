package service

import (
	"context"
	"slices"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/record"
)

// LearnedOn gives who holds offices by the word of a record's reports, on a day or, if
// it is empty, at any time.
func LearnedOn(ctx context.Context, r *record.Record, day string) ([]record.Holder, error) {
	return r.Holders(ctx, rapporteur.Date(day))
}

// relieved reports whether reports name somebody else in the office of a term that the
// tables only presume.
func (q *Who) relieved(t *knowledge.Term) bool {
	return slices.ContainsFunc(q.Learned, func(h record.Holder) bool {
		return h.Post.Office == t.Office && h.Post.For == t.For && h.Person != t.Person.ID && string(h.Since) > t.Until
	})
}

// withLearned adds to the actors of the tables those whom reports name in offices.
func (q *Who) withLearned(base *knowledge.Base, found []KnownActor) []KnownActor {
	for i := range q.Learned {
		h := &q.Learned[i]
		if !q.asksFor(base, h) {
			continue
		}
		at := slices.IndexFunc(found, func(a KnownActor) bool { return a.ID == h.Person })
		if at < 0 {
			found = append(found, q.person(base, h))
			at = len(found) - 1
		}
		a := &found[at]
		a.Terms = slices.DeleteFunc(a.Terms, func(t KnownTerm) bool { // which they confirm
			return t.Presumed && t.Office == h.Post.Office && t.For == h.Post.For
		})
		a.Terms = append(a.Terms, KnownTerm{Office: h.Post.Office, Title: h.Title, For: h.Post.For, From: string(h.Since),
			To: string(h.To), KnownUntil: string(h.Last), Learned: h.From, Confidence: h.Confidence, Acting: h.Acting})
	}
	return found
}

// asksFor reports whether a holder of an office is asked for, and the tables know nobody
// in it on that day.
func (q *Who) asksFor(base *knowledge.Base, h *record.Holder) bool {
	on := q.On
	if on == "" {
		on = string(h.Since)
	}
	of := base.Actor(h.Post.For)
	switch {
	case of == nil || len(base.Terms().Holders(h.Post.Office, h.Post.For, on)) > 0:
		return false
	case q.Kind != "" && q.Kind != string(rapporteur.Person), q.Office != "" && q.Office != h.Post.Office:
		return false
	case q.State != "" && h.Post.For != q.State && (q.Office != "" || of.State != q.State):
		return false
	}
	a := q.person(base, h)
	return q.named(&knowledge.Actor{ID: a.ID}, a.Names)
}

// person gives the actor of a holder.
func (q *Who) person(base *knowledge.Base, h *record.Holder) KnownActor {
	if k := base.Actor(h.Person); k != nil {
		return KnownActor{k.ID, string(k.Kind), k.Name, k.State, k.Sector, k.Status, []string{k.Name}, []KnownTerm{}}
	}
	return KnownActor{ID: h.Person, Kind: string(rapporteur.Person), Name: h.Name, State: base.Actor(h.Post.For).State, Names: []string{h.Name}, Terms: []KnownTerm{}}
}

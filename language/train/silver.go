package train

import (
	"slices"

	"rapporteur/language/neural"
)

// Teach fills what the corpora lack with the answers of a larger model: tags
// and trees of the corpus of names, names of the treebanks. What is annotated
// stays; what the teacher believes of tags and heads is noted beside it.
func (t *Trainer) Teach(teacher *neural.Model) {
	p := pupil{
		tags:      translation(teacher.Labels().Tags, t.network.labels.Tags),
		relations: translation(teacher.Labels().Relations, t.network.labels.Relations),
		names:     slices.Equal(teacher.Labels().Names, t.network.labels.Names),
	}
	reader := teacher.NewReader()
	for _, e := range t.examples {
		answers := make([]neural.Analysis, len(e.Forms))
		e.TagBeliefs, e.HeadBeliefs = make([]neural.Belief, len(e.Forms)), make([]neural.Belief, len(e.Forms))
		reader.Believe(e.Forms, answers, e.TagBeliefs, e.HeadBeliefs)
		p.translate(e.TagBeliefs)
		p.take(e, answers)
	}
}

// pupil knows the teacher's labels by its own numbers.
type pupil struct {
	tags, relations []int32
	names           bool
}

// translation gives the index of each label of one list in another.
func translation(from, to []string) []int32 { return lookUp(from, indexed(to)) }

// translate gives the tags that are believed the pupil's numbers; those that
// it does not know lose their share.
func (p *pupil) translate(beliefs []neural.Belief) {
	for i := range beliefs {
		for k := range beliefs[i] {
			c := &beliefs[i][k]
			if c.Answer = p.tags[c.Answer]; c.Answer == Unlabelled {
				*c = neural.Choice{}
			}
		}
	}
}

// take fills what an example lacks.
func (p *pupil) take(e *Example, answers []neural.Analysis) {
	trees, names := e.Heads == nil, e.Names == nil && p.names
	for _, a := range answers {
		if trees {
			e.Tags = append(e.Tags, p.tags[a.Tag])
			e.Relations = append(e.Relations, p.relations[a.Relation])
			e.Heads = append(e.Heads, a.Head+1)
		}
		if names {
			e.Names = append(e.Names, int32(a.Name))
		}
	}
}

package train

import (
	"slices"

	"rapporteur/language/neural"
)

// Teach fills what the corpora lack with the answers of a larger model: tags
// and trees of the corpus of names, names of the treebanks. What is annotated
// stays.
func (t *Trainer) Teach(teacher *neural.Model) {
	p := pupil{
		tags:      translation(teacher.Labels().Tags, t.network.labels.Tags),
		relations: translation(teacher.Labels().Relations, t.network.labels.Relations),
		names:     slices.Equal(teacher.Labels().Names, t.network.labels.Names),
	}
	reader := teacher.NewReader()
	for _, e := range t.examples {
		answers := make([]neural.Analysis, len(e.Forms))
		reader.Read(e.Forms, []int{len(e.Forms)}, answers)
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

package neural

import (
	"unicode"
	"unicode/utf8"
)

// pool brings what the sentences of a batch, a stretch of one text, say of a
// word together, after the pooled embeddings of Akbik et al. (2019): the
// scores of the classes of a capitalised word move two fifths of the way to their
// mean over all places where it stands. Which part of a name the word is stays
// a matter of the place.
type pool struct {
	// sums of the scores, and the places, by the word's row in the cache.
	sums   []float32 // rows × (classes + 1)
	places []int32   // rows
}

// pooled is the share of the mean in the score.
const pooled = 0.4

// pool changes the scores of names of the batch.
func (r *Reader) pool(forms []string) {
	classes := len(r.model.labels.Names)
	p := &r.pooled
	rows := len(r.cache.forms)
	p.sums, p.places = grown(p.sums, rows*(classes+1)), grown(p.places, rows)
	r.eachCapital(forms, func(id int, _ []float32) {
		p.places[id] = 0
		clear(p.of(id, classes))
	})
	r.eachCapital(forms, func(id int, scores []float32) {
		sums := p.of(id, classes)
		for class := range sums {
			sums[class] += classScore(scores, class)
		}
		p.places[id]++
	})
	r.eachCapital(forms, func(id int, scores []float32) {
		if p.places[id] > 1 {
			p.move(scores, p.of(id, classes), float32(p.places[id]))
		}
	})
}

// of gives the sums of a word; class 0 is outside of names.
func (p *pool) of(id, classes int) []float32 { return p.sums[id*(classes+1):][:classes+1] }

// move brings the scores of a word nearer to the mean.
func (p *pool) move(scores, sums []float32, places float32) {
	for class, sum := range sums {
		change := float32((sum/places - classScore(scores, class)) * pooled)
		parts := classScores(scores, class)
		for part := range parts {
			parts[part] += change
		}
	}
}

// classScores are the scores of the parts of a class, counted from 1.
func classScores(scores []float32, class int) []float32 {
	if class == 0 {
		return scores[:1]
	}
	return scores[NameOutput(class-1, 0):][:nameParts]
}

// classScore is that of its best part.
func classScore(scores []float32, class int) float32 {
	parts := classScores(scores, class)
	highest := parts[0]
	for _, s := range parts {
		highest = max(highest, s)
	}
	return highest
}

// eachCapital visits the words of the batch that begin with a capital.
func (r *Reader) eachCapital(forms []string, visit func(id int, scores []float32)) {
	for _, s := range r.batch.sentences {
		for i := range s.len {
			if capital(forms[s.at+i]) {
				visit(int(r.words.rows[s.first+i]), r.of(r.model.heads.name, s.first+i))
			}
		}
	}
}

func capital(form string) bool {
	if form == "" {
		return false
	}
	if form[0] < utf8.RuneSelf {
		return 'A' <= form[0] && form[0] <= 'Z'
	}
	first, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(first)
}

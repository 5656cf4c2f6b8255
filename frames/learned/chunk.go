package learned

import "rapporteur/language"

// chunk is a run of whole sentences that the encoder reads at once: the tokens from
// first to last (exclusive). Those before own are context, whose triggers belong to
// the chunk before.
type chunk struct{ first, own, last int }

func (c chunk) len() int { return c.last - c.first }

// chunksOf parts a document into chunks of at most longest words with at most context
// words before their own; a longer sentence is a chunk, cut at twice that.
func chunksOf(doc *language.Document, longest, context int) []chunk {
	var out []chunk
	all := doc.Sentences
	for k := 0; k < len(all); {
		begin := k
		for begin > 0 && all[begin-1].Last == all[begin].First && all[k].First-all[begin-1].First <= context {
			begin--
		}
		end := k
		for end < len(all) && (end == k || all[end-1].Last == all[end].First && all[end].Last-all[begin].First <= longest) {
			end++
		}
		first := all[begin].First
		out = append(out, chunk{first, all[k].First, min(all[end-1].Last, first+2*longest)})
		k = end
	}
	return out
}

// groups parts chunks into runs of at most so many words together, or of one.
func groups(all []chunk, most int) [][]chunk {
	var out [][]chunk
	for first := 0; first < len(all); {
		last, words := first, 0
		for last < len(all) && (last == first || words+all[last].len() <= most) {
			words += all[last].len()
			last++
		}
		out = append(out, all[first:last])
		first = last
	}
	return out
}

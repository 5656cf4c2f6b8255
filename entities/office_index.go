package entities

import "sort"

// officeIndex finds the office phrases of a report, which do not overlap, by where
// they stand and what they name.
type officeIndex struct {
	phrases []officePhrase
	// at gives for each token the phrase that it is part of, counted from 1.
	at []int
}

// add takes in the next phrase of the text.
func (x *officeIndex) add(p officePhrase) {
	x.phrases = append(x.phrases, p)
	for i := p.First; i < p.Last; i++ {
		x.at[i] = len(x.phrases)
	}
}

// around gives the phrase that a token is part of, nil for none.
func (x *officeIndex) around(token int) *officePhrase {
	if x.at[token] == 0 {
		return nil
	}
	return &x.phrases[x.at[token]-1]
}

// between gives the phrases that end behind one token, or begin with it, and begin
// before another.
func (x *officeIndex) between(from, to int) (first, last int) {
	first = sort.Search(len(x.phrases), func(k int) bool { return x.phrases[k].Last >= from })
	last = first + sort.Search(len(x.phrases)-first, func(k int) bool { return x.phrases[first+k].First >= to })
	return first, last
}

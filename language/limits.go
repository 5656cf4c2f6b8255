package language

// Limits are how much of a report is analysed. What goes beyond them is left out
// and stands in Document.Unread. The zero value sets none.
type Limits struct {
	// Sentence and Report are the most tokens of one sentence and of all of them.
	Sentence, Report int
	// Over says that there is no time left; it is asked now and then.
	Over func() bool
}

// Limit is what something was left out for.
type Limit string

// The limits.
const (
	SentenceLimit Limit = "sentence"
	ReportLimit   Limit = "report"
	TimeLimit     Limit = "time"
)

// Unread is a run of the text that was not analysed, and why.
type Unread struct {
	Range
	Limit Limit
}

// over reports whether the time is up.
func (l Limits) over() bool { return l.Over != nil && l.Over() }

// within gives how many tokens of a sentence of n are analysed in a document that
// has so many already, and which limit it is that n exceeds.
func (l Limits) within(n, already int) (int, Limit) {
	most, limit := n, Limit("")
	if l.Sentence > 0 && most > l.Sentence {
		most, limit = l.Sentence, SentenceLimit
	}
	if l.Report > 0 && already+most > l.Report {
		most, limit = l.Report-already, ReportLimit
	}
	return most, limit
}

// leaveOut notes that the text is not analysed from one place to another.
func leaveOut(d *Document, start, end int, limit Limit) {
	if n := len(d.Unread); n > 0 && d.Unread[n-1].Limit == limit && limit != SentenceLimit {
		d.Unread[n-1].End = end
		return
	}
	if start < end {
		d.Unread = append(d.Unread, Unread{Range{start, end}, limit})
	}
}

// truncate takes the tokens from one on out of a document, as there is no time to
// analyse them.
func truncate(d *Document, token int) {
	if token == len(d.Tokens) {
		return
	}
	leaveOut(d, d.Tokens[token].Start, d.Tokens[len(d.Tokens)-1].End, TimeLimit)
	d.Tokens = d.Tokens[:token]
	for n := len(d.Sentences); n > 0 && d.Sentences[n-1].Last > token; n-- {
		if d.Sentences[n-1].Last = token; d.Sentences[n-1].First >= token {
			d.Sentences = d.Sentences[:n-1]
		}
	}
}

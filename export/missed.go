package export

import (
	"bufio"
	"io"

	"rapporteur"
)

// Missed writes the sentences that look as if they held an entry and gave
// none, for whoever teaches the program.
func Missed(w io.Writer, reading *rapporteur.Reading, sentences []rapporteur.Span) error {
	reading = cleaned(reading)
	p := &page{Writer: bufio.NewWriter(w), Style: Plain(), reading: reading}
	p.head()
	for _, s := range sentences {
		p.line("%d-%d\t%s", s.Start, s.End, p.plain([]rune(s.Text)))
	}
	return p.Flush()
}

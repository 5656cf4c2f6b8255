package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"rapporteur/service"
)

// ticker rewrites one line of a terminal.
type ticker struct {
	out         io.Writer
	start, last time.Time
	now         func() time.Time
	// size is how many bytes there are, done how many were read, and before how many were
	// passed over at the beginning, where an earlier run had come to.
	size, done, before int64
	tally
}

// often is how long a line stands before it is written over.
const often = 100 * time.Millisecond

func (p *ticker) tell(one service.Arrival) error {
	if p.count(one); p.Reports == 1 {
		p.before = one.Done
	}
	p.done = max(p.done, one.Done)
	if now := p.now(); now.Sub(p.last) >= often {
		p.last = now
		return p.draw("\r")
	}
	return nil
}

func (p *ticker) clear() {
	_, _ = io.WriteString(p.out, "\r\x1b[K") // the next line says whether that failed
	p.last = time.Time{}
}

func (p *ticker) end() error {
	p.Skipped = p.passed()
	return p.draw("\n")
}

// draw shows the counts behind a bar: how much of the files was read or, where nobody
// knows, a mark that moves with every hundred reports.
func (p *ticker) draw(after string) error {
	const width = 20
	spent := max(p.now().Sub(p.start).Seconds(), 0.001)
	at := p.Reports / 100 % width
	bar, left := strings.Repeat("·", at)+"■"+strings.Repeat("·", width-1-at), ""
	if p.size > 0 && p.done > 0 {
		at = int(min(p.done, p.size) * width / p.size)
		bar = strings.Repeat("■", at) + strings.Repeat("·", width-at)
		if read := p.done - p.before; read > 0 && after != "\n" {
			left = fmt.Sprintf(", %v left", time.Duration(spent*float64(p.size-min(p.done, p.size))/float64(read)*float64(time.Second)).Round(time.Second))
		}
	}
	skipped := ""
	if p.Skipped > 0 {
		skipped = fmt.Sprintf(", %d skipped", p.Skipped)
	}
	_, err := fmt.Fprintf(p.out, "\r\x1b[K%s %d reports, %.0f a second%s: %d new, %d known, %d copies, %d revisions, %d failed%s%s",
		bar, p.Reports, float64(p.Reports)/spent, left, p.Added, p.Known+p.Again, p.Copied, p.Revised, p.Failed, skipped, after)
	return err
}

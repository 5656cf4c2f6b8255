package entities

import (
	"rapporteur/language"
)

func (l *linker) evidence(n *personName) []language.Range {
	first := n.First
	if n.post >= 0 && l.offices.posts[n.post].First < first {
		first = l.offices.posts[n.post].First
	}
	return []language.Range{l.doc.Bytes(first, n.Last)}
}

func (l *linker) note(kind, message string, evidence ...language.Range) {
	l.cast.Notices = append(l.cast.Notices, Notice{Kind: kind, Message: message, Evidence: evidence})
}

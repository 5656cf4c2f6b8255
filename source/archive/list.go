package archive

import (
	"bytes"
	"strings"
)

// lists are the tables of GDELT, which have tabs and no header: how many columns, and
// which of them, counted from 0, is the address (GDELT Event Codebook V2.0 and V1.0, GKG
// Codebook V2.1).
var lists = []struct{ columns, url int }{
	{61, 60}, // events, version 2
	{58, 57}, // events, version 1
	{16, 5},  // mentions
	{27, 4},  // knowledge graph, version 2.1
}

// listOf recognises a table of GDELT from its first row, which begins with a number or a
// time. What is known of broadcasts and papers has no address and is passed over.
func listOf(head []byte) (fields, bool) {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	first := strings.Split(string(line), "\t")
	if len(first[0]) < len("20150218") || strings.Trim(first[0], "0123456789-T") != "" {
		return fields{}, false
	}
	for _, l := range lists {
		if len(first) == l.columns {
			return fields{text: -1, url: l.url, title: -1, published: -1, outlet: -1}, true
		}
	}
	return fields{}, false
}

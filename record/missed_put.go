package record

import (
	"rapporteur"
	"strconv"
)

// additions are what persons add to reports.
type additions struct{ *batch }

// put stores a member for an entry that a person added; it belongs to no entry
// of the record yet.
func (b additions) put(row *ReportRow, kind Kind, words rapporteur.Span, passages [][2]int) error {
	about, err := b.about(row)
	if err != nil {
		return err
	}
	content := bare(row.ID, kind, words)
	body, data, err := content.body(nil, stored{About: about})
	if err != nil {
		return err
	}
	return b.batch.put(row, []draft{{MemberRow{Report: row.Number, Sentence: sentenceOf(content, onlySentences(passages)), Kind: kind, ID: missedID(row.ID, kind, words), Body: data}, body}})
}

// about gives the state of which a report speaks most, as its other entries know it.
func (b additions) about(row *ReportRow) (string, error) {
	pieces, err := b.of(row)
	if err != nil || len(pieces) == 0 {
		return "", err
	}
	return pieces[0].about, nil
}

// carryTo adds an entry that a person added to one version of an article to
// another, where its words stand there once. It says where, nil for nowhere.
func (b additions) carryTo(c *Correction, from Address, to *ReportRow) (*Correction, error) {
	body, err := b.tx.Body(to.Number)
	if err != nil || body == nil {
		return nil, err
	}
	found := places(body.Text, c.Value)
	if len(found) != 1 {
		return nil, nil
	}
	words := found[0]
	if err := b.put(to, c.Kind, words, body.Sentences); err != nil {
		return nil, err
	}
	return &Correction{At: b.at, Entry: c.Entry, Kind: c.Kind, Action: Carry, Value: strconv.FormatInt(c.Number(), 10), Others: []Address{from},
		Targets: []Address{{Report: to.ID, Member: missedID(to.ID, c.Kind, words), Start: words.Start, End: words.End}}}, nil
}

package record

import (
	"slices"

	"rapporteur"
)

// bodyOf is what is large in a report.
func bodyOf(reading *rapporteur.Reading) Body {
	body := Body{Text: reading.Report.Text, Paragraphs: reading.Report.Paragraphs, Sentences: passagesOf(reading), Incumbents: reading.Incumbents, Open: reading.Open}
	for _, a := range reading.Actors {
		a.Mentions = nil
		body.Actors = append(body.Actors, a)
	}
	return body
}

// draft is an entry of a reading on its way to the store.
type draft struct {
	row  MemberRow
	body stored
}

// compose gives the entries of a reading as the store keeps them, in the order of
// the reading.
func (b *batch) compose(row *ReportRow, reading *rapporteur.Reading) ([]draft, error) {
	cast := castOf(reading)
	all, about := contents(reading), mostNamed(reading.Actors)
	missed, found, err := b.corrections.missedIn(row, reading.Report.Text, all)
	if err != nil {
		return nil, err
	}
	all = append(all, missed...)
	was, err := b.inherit(row.ID, all, found)
	if err != nil {
		return nil, err
	}
	passages := passagesOf(reading)
	var out []draft
	for _, c := range all {
		kind, id := c.kind(row.ID)
		body, data, err := c.body(cast, stored{Was: was[id], Apart: elsewhere(c, all), About: about})
		if err != nil {
			return nil, err
		}
		at := passageOf(c, reading, passages)
		m := MemberRow{Report: row.Number, Sentence: at, Further: furtherOf(c, reading.Sentences, at), Kind: kind, ID: id, Body: data}
		out = append(out, draft{m, body})
	}
	return out, nil
}

// mostNamed gives the state that is mentioned most, empty for none.
func mostNamed(actors []rapporteur.Actor) string {
	best, most := "", 0
	for _, a := range actors {
		if a.Kind == rapporteur.State && a.Known && (len(a.Mentions) > most || len(a.Mentions) == most && a.ID < best) {
			best, most = a.ID, len(a.Mentions)
		}
	}
	return best
}

// elsewhere gives the places of the other meetings of a report, for a meeting.
func elsewhere(c Content, all []Content) []string {
	var out []string
	for _, other := range all {
		if c.Meeting == nil || other.Meeting == nil || other.Meeting == c.Meeting || other.Meeting.Place == nil {
			continue
		}
		if place := fold(other.Meeting.Place.Name); c.Meeting.Place == nil || place != fold(c.Meeting.Place.Name) {
			out = append(out, place)
		}
	}
	return out
}

// put stores drafts, which belong to no entry yet.
func (b *batch) put(row *ReportRow, drafts []draft) error {
	for _, d := range drafts {
		var err error
		if d.row.Number, err = b.tx.PutMember(d.row); err != nil {
			return err
		}
		p, err := pieceOf(d.row, d.body, row, b.corrections)
		if err != nil {
			return err
		}
		b.pieces[d.row.Number] = p
		if own, known := b.own[row.Number]; known {
			b.own[row.Number] = append(own, p)
		}
		if err := b.putActors(d.body.Cast); err != nil {
			return err
		}
	}
	return nil
}

// putMembers stores the entries of a reading.
func (b *batch) putMembers(row *ReportRow, reading *rapporteur.Reading) error {
	drafts, err := b.compose(row, reading)
	if err != nil {
		return err
	}
	return b.put(row, drafts)
}

// inherit finds what takes the place of entries that were corrected and that the
// new reading no longer has: the entry of that kind with the most of their words.
func (b *batch) inherit(report string, all []Content, found map[string]string) (map[string][]string, error) {
	out := map[string][]string{}
	there, err := b.corrections.of(textID(report))
	for _, c := range there {
		for _, a := range append(slices.Clone(c.Targets), c.Others...) {
			if textID(a.Report) != textID(report) {
				continue
			}
			a.Report = report
			id := found[a.Member]
			if id == "" {
				id = heir(a, c.Kind, all)
			}
			if id != a.Member && !slices.Contains(out[id], a.Member) {
				out[id] = append(out[id], a.Member)
			}
		}
	}
	return out, err
}

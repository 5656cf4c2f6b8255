package reading_test

import (
	"encoding/json"
	"sync"
	"testing"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

// FuzzRead holds what every output promises, whatever bytes come in: no panic,
// every span inside the text and equal to its slice, every entry with
// evidence, every actor that is used listed.
func FuzzRead(f *testing.F) {
	reader, err := reading.Load()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"“We will go,” the minister said. “And you?”",
		"date 2025-02-17\n\nLavrov told Rubio that Putin said: \"No.\" He left without Kyiv on Tuesday.",
		"\"An open quotation\n\n\"goes on, said Mr. Łukasz Ñandú of the U.N., 2,000 – and…\n\n* a\n* b",
		"Swedish Prime Minister Ulf Kristersson and Norwegian Prime Minister Jonas Gahr Store met in Oslo on Monday and agreed to open talks on a treaty in May.",
		"The ferry sails on Monday, Moss said.\n\"It will be full,\" he said,\n\"and late.\" Otto said: \"No.\"",
		"`` The ferry sails , '' said Moss . `` It 'll be full , '' added Otto .",
		"\" The ferry sails . \" Moss said so , “ again ” , and « again » .",
		"A \"ferry pact,\" by custom, is open to all. A “ closed port , ” by decree , is shut .",
		",\"said. e\"said",
		"‘ No , ’ Moss and Otto , the ministers ' aides , said ; ' yes ' , she said , he said , they said .",
		"\xff\xfe\x00 <p>The EU's 27 foreign ministers met in “Paris",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		report, err := source.Parse("fuzz", []byte(text), source.Options{Published: "2025-02-17"})
		if err != nil {
			return
		}
		read, err := reader.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		check(t, read)
	})
}

func check(t *testing.T, r *rapporteur.Reading) {
	t.Helper()
	points := []rune(r.Report.Text)
	spans := func(all ...rapporteur.Span) {
		for _, s := range all {
			if s.Start < 0 || s.End > len(points) || s.Start >= s.End || string(points[s.Start:s.End]) != s.Text {
				t.Errorf("span %d-%d says %q", s.Start, s.End, s.Text)
			}
		}
	}
	actors := map[string]bool{}
	for _, a := range r.Actors {
		actors[a.ID] = true
		spans(a.Mentions...)
	}
	listed := func(ids ...string) {
		for _, id := range ids {
			if !actors[id] {
				t.Errorf("actor %q is used and not listed", id)
			}
		}
	}
	ids := map[string]bool{}
	basis := func(b rapporteur.Basis) {
		if ids[b.ID] {
			t.Errorf("two entries are %s", b.ID)
		}
		ids[b.ID] = true
		if len(b.Evidence) == 0 || b.Rule == "" || b.Confidence <= 0 || b.Confidence > 1 {
			t.Errorf("entry %s stands on nothing: %+v", b.ID, b)
		}
		spans(b.Evidence...)
	}
	for _, s := range r.Statements {
		basis(s.Basis)
		spans(s.Content...)
		listed(s.Speakers...)
		listed(s.Addressees...)
	}
	for _, m := range r.Meetings {
		basis(m.Basis)
		for _, a := range m.Attendance {
			listed(a.Actor)
			spans(a.Evidence...)
		}
	}
	for _, e := range r.Events {
		basis(e.Basis)
		listed(e.Actors...)
		listed(e.Recipients...)
	}
	for _, p := range r.Positions {
		basis(p.Basis)
		listed(p.Actor)
	}
}

// TestWorkers reads the same reports with one worker and with eight: the bytes
// that come out are the same.
func TestWorkers(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"The Russian foreign minister met his Turkish counterpart in Ankara on Monday, officials said.",
		"Iran's president said talks would fail. \"We will not give in,\" he told state television.",
	}
	read := func(text string) string {
		report, err := source.Parse("test", []byte(text), source.Options{Published: "2016-03-01"})
		if err != nil {
			t.Fatal(err)
		}
		read, err := reader.Read(t.Context(), report)
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(read)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var alone []string
	for _, text := range texts {
		alone = append(alone, read(text))
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i, text := range texts {
				if diff := cmp.Diff(alone[i], read(text)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	all.Wait()
}

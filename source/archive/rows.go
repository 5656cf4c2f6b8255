package archive

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"strings"

	"rapporteur"
	"rapporteur/source"
)

// tableSniffed is how many bytes of a table are looked at before it is read.
const tableSniffed = 256 << 10

// rows gives the reports of a table or of lines of JSON.
func (r *Reader) rows(name string, in io.Reader, from Position, yield func(Item) bool) bool {
	raw := &counted{from: in}
	unpacked, err := source.Unpacked(bufio.NewReader(raw))
	if err != nil {
		return yield(failing(name, unreadable(name, err)))
	}
	kind := rowsKind(name)
	if kind == ".jsonl" || kind == ".ndjson" {
		return r.lines(name, unpacked, from, func() int64 { return raw.n }, yield)
	}
	text := bufio.NewReaderSize(decoded(bufio.NewReaderSize(unpacked, tableSniffed)), tableSniffed)
	head, err := text.Peek(tableSniffed)
	if len(head) == 0 {
		if !errors.Is(err, io.EOF) {
			return yield(failing(name, unreadable(name, err)))
		}
		return yield(failing(name, nothingIn(name, "a row")))
	}
	t := &tableRows{rowReader: rowReader{from: text, separator: separatorOf(head), quoting: true, longest: r.longest()}, reader: r, name: name, read: func() int64 { return raw.n }, member: from.Member}
	if kind == ".tsv" || kind == ".tab" {
		t.separator = '\t'
	}
	if err := t.begin(head); err != nil {
		return yield(failing(name, err))
	}
	if from.Offset > t.offset {
		if err := skipText(text, from.Offset-t.offset); err != nil {
			return yield(failing(name, unreadable(name, err)))
		}
		t.offset, t.row = from.Offset, from.Record
	}
	return t.all(yield)
}

func nothingIn(name, form string) error {
	return wrong(rapporteur.Empty, name, "no report in it; give one as "+form, nil)
}

// tableRows is a table on its way.
type tableRows struct {
	rowReader
	reader *Reader
	name   string
	member int
	// read is how many bytes of the file were read.
	read func() int64
	at   fields
	// seen are the addresses of the table so far, by their hashes.
	seen map[uint64]bool
	seed maphash.Seed
}

// fields are the places of columns, -1 for one that is not there.
type fields struct{ text, url, title, published, outlet int }

// begin finds out what the columns are for, from a header or, in the tables of GDELT,
// which have none, from their number; it takes the header.
func (t *tableRows) begin(head []byte) error {
	t.seen, t.seed = map[uint64]bool{}, maphash.MakeSeed()
	if at, found := listOf(head); found {
		t.at, t.separator, t.quoting = at, '\t', false
		return nil
	}
	ahead := rowReader{from: bufio.NewReader(bytes.NewReader(head)), separator: t.separator, quoting: true, longest: len(head)}
	first, err := ahead.next()
	if err != nil {
		return wrong(rapporteur.Unsupported, t.name, "no table", err)
	}
	c := &t.reader.Columns
	if err := c.check(t.name, first); err != nil {
		return err
	}
	t.at = fields{c.find("text", first), c.find("url", first), c.find("title", first), c.find("published", first), c.find("outlet", first)}
	if at := c.find("html", first); at >= 0 && t.at.text < 0 {
		t.at.text = at
	}
	if t.at.text < 0 && t.at.url < 0 {
		return wrong(rapporteur.Unsupported, t.name, "no column of texts or addresses that is known; name one with --text-column or --url-column. There are "+strings.Join(first, ", "), nil)
	}
	_, err = t.next()
	return err
}

// all gives the reports of the rows.
func (t *tableRows) all(yield func(Item) bool) bool {
	for empty := t.row <= 1; ; {
		row, err := t.next()
		if errors.Is(err, io.EOF) {
			if empty {
				return yield(failing(t.name, nothingIn(t.name, "a row")))
			}
			return true
		}
		empty = false
		name := fmt.Sprintf("%s:%d", t.name, t.row)
		item := failing(name, wrong(rapporteur.Unsupported, name, "", err))
		if err == nil {
			var wanted bool
			if item, wanted = t.item(name, row); !wanted {
				t.reader.pass()
				continue
			}
		}
		item.Next, item.Read = Position{t.member, t.offset, t.row}, t.read()
		if !yield(item) {
			return false
		}
	}
}

// item makes a report of a row; one without text is fetched from its address, unless it
// was before.
func (t *tableRows) item(name string, row []string) (Item, bool) {
	get := func(at int) string {
		if at < 0 || at >= len(row) {
			return ""
		}
		return strings.TrimSpace(row[at])
	}
	p := piece{text: get(t.at.text), url: get(t.at.url), title: get(t.at.title), published: dayOf(get(t.at.published)), outlet: get(t.at.outlet), listed: t.at.text < 0}
	if p.listed {
		key := maphash.String(t.seed, p.url)
		if t.seen[key] || !strings.HasPrefix(strings.ToLower(p.url), "http") {
			return Item{}, false
		}
		t.seen[key] = true
		name += " (" + p.url + ")"
	}
	return Item{Name: name, Open: func(ctx context.Context) (*rapporteur.Report, error) { return t.reader.piece(ctx, name, p) }}, true
}

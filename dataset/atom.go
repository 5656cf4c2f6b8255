package dataset

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// feed writes entries as a feed (Atom, RFC 4287).
type feed struct {
	to   io.WriteCloser
	out  *bufio.Writer
	made time.Time
}

// newAtom opens an export of a list as a feed.
func newAtom(o Options) (Writer, error) {
	w, err := o.To.Main("rapporteur.atom")
	if err != nil {
		return nil, err
	}
	f := &feed{to: w, out: bufio.NewWriterSize(w, 64<<10), made: o.made()}
	fmt.Fprint(f.out, xml.Header, `<feed xmlns="http://www.w3.org/2005/Atom">`, "\n")
	version := strings.TrimPrefix(o.Provenance.Program, "rapporteur ")
	fmt.Fprintf(f.out, "<generator version=\"%s\">rapporteur</generator>\n", escapeXML(version))
	f.element("id", "tag:rapporteur.example,2025:"+escapeXML(strings.Join(append([]string{"record"}, o.Provenance.Asked...), "/")))
	f.element("title", escapeXML(firstOf(o.Title, "The record")))
	f.element("updated", f.made.Format(time.RFC3339))
	fmt.Fprintln(f.out, "<author><name>rapporteur</name></author>")
	var made []string
	for _, pair := range about(o.Provenance) {
		made = append(made, pair[0]+" "+pair[1])
	}
	f.element("subtitle", escapeXML(strings.Join(made, "; ")))
	return f, nil
}

func (f *feed) element(name, escaped string) {
	fmt.Fprintf(f.out, "<%s>%s</%s>\n", name, escaped, name)
}

// escapeXML makes words fit to stand in XML.
func escapeXML(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(export.Clean(words))) // a strings.Builder does not fail
	return b.String()
}

// Entry implements record.Sink.
func (f *feed) Entry(e *record.Entry) error {
	fmt.Fprintln(f.out, "<entry>")
	f.element("id", "tag:rapporteur.example,2025:"+escapeXML(e.ID))
	f.element("title", escapeXML(export.Phrase(e)))
	f.element("updated", f.dayOf(e.Last))
	f.element("published", f.dayOf(e.First))
	fmt.Fprintf(f.out, "<category term=\"%s\"/>\n", escapeXML(string(e.Kind)))
	if url := firstURL(e); url != "" {
		fmt.Fprintf(f.out, "<link rel=\"alternate\" href=\"%s\"/>\n", escapeXML(url))
	}
	var quote string
	if words := e.Evidence(); len(words) > 0 {
		quote = words[0].Text
	}
	summary := export.Sources(e, 4)
	if quote != "" {
		summary = "“" + quote + "” " + summary
	}
	f.element("summary", escapeXML(summary))
	_, err := fmt.Fprintln(f.out, "</entry>")
	return err
}

// dayOf is a day as a time; without one the feed's own.
func (f *feed) dayOf(d rapporteur.Date) string {
	if day(d) == nil {
		return f.made.Format(time.RFC3339)
	}
	return string(d) + "T00:00:00Z"
}

// Kinds implements record.Choosing.
func (*feed) Kinds() []record.Kind { return record.Kinds() }

// Actor implements record.Sink; a feed has entries.
func (*feed) Actor(*record.Party) error { return nil }

// Report implements record.Sink; a feed has entries.
func (*feed) Report(*record.Report) error { return nil }

// Close ends the feed.
func (f *feed) Close() error {
	fmt.Fprintln(f.out, "</feed>")
	if err := f.out.Flush(); err != nil {
		return err
	}
	return f.to.Close()
}

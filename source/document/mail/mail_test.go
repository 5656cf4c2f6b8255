package mail_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/source/document"
	"rapporteur/source/document/mail"

	"github.com/google/go-cmp/cmp"
)

const head = "From: Lake Press Office <press@lake.example>\nTo: desk@example.org\nDate: Tue, 2 Mar 2027 23:14:00 -0500\nSubject: Re: [wire] Talks open\n"

// letter makes a letter of fields and a body, with the ends of lines of mail.
func letter(fields, body string) []byte {
	return []byte(strings.ReplaceAll(head+fields+"\n"+body, "\n", "\r\n"))
}

// written writes a document: its head, then one block a line.
func written(d *document.Document) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s; %s; %s\n", d.Title, d.Outlet, d.Published)
	for _, b := range d.Blocks {
		fmt.Fprintf(&out, "%s|%s\n", b.Kind, strings.ReplaceAll(b.Words, "\n", "⏎"))
	}
	if d.HTML != nil {
		fmt.Fprintf(&out, "HTML|%s\n", strings.TrimSpace(string(d.HTML)))
	}
	return out.String()
}

func TestRead(t *testing.T) {
	const top = "Talks open; Lake Press Office; 2027-03-02\n"
	for _, tt := range []struct{ name, fields, body, want string }{
		{"plain words", "", "They met.\n\nTwice.\n", "|They met.⏎⏎Twice.\n"},
		{"quoted-printable in Windows-1252", "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n", "=93No,=94 M=FCller said, and he said it tw=\nice.\n", "|“No,” Müller said, and he said it twice.\n"},
		{"base64 in UTF-8", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n", "VGhleSBtZXQg4oCTIHR3aWNlLg==\n", "|They met – twice.\n"},
		{"an unknown character set", "Content-Type: text/plain; charset=x-lake\n", "They met.\n", "|They met.\n"},
		{"a signature", "", "They met.\n\n-- \nAna Roe\n+47 1\n", "|They met.\nboilerplate|-- ⏎Ana Roe⏎+47 1\n"},
		{"what is quoted", "", "No.\n\nOn Monday, Bo Berg\n<bo@example.org> wrote:\n> Did they?\n>\n> Bo\n\nStill no.\n", "|No.\nboilerplate|On Monday, Bo Berg⏎<bo@example.org> wrote:⏎> Did they?⏎>⏎> Bo\n|Still no.\n"},
		{"what a list adds", "", "They met.\n_______________________________________________\nwire mailing list\nwire@lake.example\n", "|They met.\nboilerplate|_______________________________________________⏎wire mailing list⏎wire@lake.example\n"},
		{"a letter quoted whole in an answer", "", strings.Repeat("We were there and saw it all from the bridge. ", 8) + "\n\n-----Original Message-----\nFrom: Bo Berg <bo@example.org>\nSent: Monday, March 1, 2027 9:00 AM\nTo: Ana\nSubject: Talks?\n\nDid they?\n",
			"|" + strings.TrimSpace(strings.Repeat("We were there and saw it all from the bridge. ", 8)) + "\nboilerplate|-----Original Message-----⏎From: Bo Berg <bo@example.org>⏎Sent: Monday, March 1, 2027 9:00 AM⏎To: Ana⏎Subject: Talks?⏎⏎Did they?\n"},
		{"wrapped by format=flowed", "Content-Type: text/plain; format=flowed\n", "The two sides \nmet.\n> quoted \n> words\n-- \nAna\n", "|The two sides met.\nboilerplate|> quoted ⏎> words⏎-- ⏎Ana\n"},
		{"an answer below words that are wrapped", "Content-Type: text/plain; format=flowed\n", "> Did they \nYes, and \ntwice.\n", "boilerplate|> Did they\n|Yes, and twice.\n"},
		{"words quoted in a language that is not known", "", "Da.\n\n02.03.2027 14:20 uživatel \"bo\" < bo@example.org> napsal:\n\n> Did they?\n", "|Da.\nboilerplate|02.03.2027 14:20 uživatel \"bo\" < bo@example.org> napsal:⏎⏎> Did they?\n"},
		{"such words in two lines", "", "Da.\n\n02.03.2027 14:20 uživatel \"bo\" <\nbo@example.org> napsal:\n\n> Did they?\n", "|Da.\nboilerplate|02.03.2027 14:20 uživatel \"bo\" <⏎bo@example.org> napsal:⏎⏎> Did they?\n"},
		{"a time before a list", "", "They met at 14:20, as planned:\n- in Oslo\n", "|They met at 14:20, as planned:⏎- in Oslo\n"},
		{"a name behind hyphens", "", "They met.\n\n-- Ana Roe\n\n", "|They met.\nboilerplate|-- Ana Roe\n"},
		{"what a telephone adds", "", "They met.\nSent from my iPhone\n\nOn Monday, Bo <bo@example.org> wrote:\n> Did they?\n", "|They met.\nboilerplate|Sent from my iPhone⏎⏎On Monday, Bo <bo@example.org> wrote:⏎> Did they?\n"},
		{"what telephones add in other languages", "", "They met.\n\nEnvoyé de mon téléphone\nVon meinem Handy gesendet\nОтправлено с телефона\n", "|They met.\nboilerplate|Envoyé de mon téléphone⏎Von meinem Handy gesendet⏎Отправлено с телефона\n"},
		{"words that are sent", "", "Sent from the bridge, they waited.\nSent by nobody\n", "|Sent from the bridge, they waited.⏎Sent by nobody\n"},
		{"two forms of the same words", "Content-Type: multipart/alternative; boundary=b\n", "--b\nContent-Type: text/plain\n\nThey met.\n--b\nContent-Type: text/html\n\n<p>They met.</p>\n--b--\n", "|They met.\n"},
		{"a plain form that says nothing", "Content-Type: multipart/alternative; boundary=b\n", "--b\nContent-Type: text/plain\n\nOpen it.\n--b\nContent-Type: text/html\n\n<style>a {b: c d e f g h}</style><p>They met in the old town hall on the lake.</p>\n--b--\n", "HTML|<style>a {b: c d e f g h}</style><p>They met in the old town hall on the lake.</p>\n"},
		{"a type without a subtype", "Content-Type: text\n", "> Did they?\nThey met.\n", "boilerplate|> Did they?\n|They met.\n"},
		{"a type that is none", "Content-Type: ; charset\n", "They met.\n", "|They met.\n"},
		{"a type with parameters that are none", "Content-Type: Text/Plain; charset=\n", "They met.\n", "|They met.\n"},
		{"a page with such", "Content-Type: text/html; charset=\n", "<p>They met.</p>\n", "HTML|<p>They met.</p>\n"},
		{"such a part", "Content-Type: multipart/mixed; boundary=b\n", "--b\nContent-Type: text\n\nThey met.\n--b--\n", "|They met.\n"},
		{"cut off", "Content-Type: multipart/mixed; boundary=b\n", "--b\nContent-Type: text/plain\n\nThey met", "|They met\n"},
	} {
		d, err := mail.Read(t.Context(), letter(tt.fields, tt.body))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(top+tt.want, written(d)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// TestNoFrom reads letters that do not say who wrote them.
func TestNoFrom(t *testing.T) {
	const rest = "To: desk@example.org\nDate: Tue, 2 Mar 2027 23:14:00 -0500\nMessage-ID: <1@lake.example>\nSubject: Talks open\n\nThey met.\n"
	for _, tt := range []struct{ head, outlet string }{
		{"", ""},
		{"Sender: Bo Berg <bo@lake.example>\n", "Bo Berg"},
		{"Return-Path: <wire-owner@lake.example>\n", "lake.example"},
		{"Return-Path: <>\n", ""},
		{"From:\nSender: bo@lake.example\n", "lake.example"},
		{"From wire-owner@lake.example Tue Mar  2 23:15:00 2027\n", "lake.example"},
		{"From wire-owner@lake.example Tue Mar  2 23:15 MET 2027\nFrom: Bo Berg\n", "Bo Berg"},
		{"From bo Tue Mar  2 23:15:00 2027\n", "bo"},
		{"From - Tue Mar  2 23:15:00 2027\n", ""},
		{"From MAILER-DAEMON Tue Mar  2 23:15:00 2027\n", ""},
	} {
		data := []byte(tt.head + rest)
		d, err := mail.Read(t.Context(), data)
		if err != nil || !mail.Is(data) {
			t.Errorf("%q: %v, a letter %v", tt.head, err, mail.Is(data))
			continue
		}
		if diff := cmp.Diff("Talks open; "+tt.outlet+"; 2027-03-02\n|They met.\n", written(d)); diff != "" {
			t.Errorf("%q: %s", tt.head, diff)
		}
	}
}

// TestBoundary reads letters whose parts are not parted as their head says.
func TestBoundary(t *testing.T) {
	const top = "Talks open; Lake Press Office; 2027-03-02\n"
	const mixed = "Content-Type: multipart/mixed; boundary=declared\n"
	for _, tt := range []struct{ name, fields, body, want string }{
		{"another one", mixed, "--other\nContent-Type: text/plain\n\nThey met.\n--other\ncontent-type: text/plain\n\nTwice.\n--other--\n", "|They met.\n|Twice.\n"},
		{"another one, parts without heads", mixed, "--other\n\nThey met.\n--other--\n", "|They met.\n"},
		{"another one below words and a rule", mixed, "Parts follow.\n--\n----------\nFrom: them\n\n-----other\nContent-Type: text/plain\n\nThey met.\n-----other--\n", "|They met.\n"},
		{"one that is read by nobody", "Content-Type: Multipart/Mixed; boundary=a b;c\n", "--a b\nContent-Type: text/plain\n\nThey met.\n--a b--\n", "|They met.\n"},
		{"none declared", "Content-Type: multipart/alternative\n", "--b\nContent-Type: text/plain\n\nThey met.\n--b\nContent-Type: text/html\n\n<p>They met.\n--b--\n", "|They met.\n"},
		{"a part of parts", "Content-Type: multipart/mixed; boundary=b\n", "--b\nContent-Type: multipart/alternative; boundary=c\n\n--d\nContent-Type: text/plain\n\nThey met.\n--d--\n--b--\n", "|They met.\n"},
		{"the declared one, beside others", mixed, "--other\nContent-Type: text/plain\n\nNo.\n--declared\nContent-Type: text/plain\n\nThey met.\n--declared--\n", "|They met.\n"},
		{"none at all", mixed, "They met,\n-- and left.\n\n-- \nAna\n", "|They met,⏎-- and left.\nboilerplate|-- ⏎Ana\n"},
		{"none at all, a web page", mixed, "<!doctype html><p>They met.\n", "HTML|<!doctype html><p>They met.\n"},
		{"none at all, and encoded", mixed + "Content-Transfer-Encoding: base64\n", "VGhleSBtZXQu\n", "|They met.\n"},
		{"nothing", mixed, "\n", ""},
	} {
		d, err := mail.Read(t.Context(), letter(tt.fields, tt.body))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		got := strings.ReplaceAll(written(d), "\r", "")
		if diff := cmp.Diff(top+tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestPassedOn(t *testing.T) {
	const inner = "From: Fjord Courier <news@fjord.example>\nDate: Mon, Mar 1, 2027 at 9:00 AM\nSubject: Fwd: Bridge closed\nTo: <bo@example.org>\n\nThe bridge is closed.\n"
	for name, body := range map[string]string{
		"marked":     "See below.\n\n---------- Forwarded message ---------\n" + inner,
		"by Outlook": "See below.\n\n" + inner,
		"by Apple":   "See below.\n\nBegin forwarded message:\n\n" + inner,
	} {
		d, err := mail.Read(t.Context(), letter("", body))
		if err != nil {
			t.Fatal(err)
		}
		got := written(d)
		if !strings.HasPrefix(got, "Bridge closed; Fjord Courier; 2027-03-01\nboilerplate|See below.\nboilerplate|") || !strings.HasSuffix(got, "\n|The bridge is closed.\n") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestHead(t *testing.T) {
	for _, tt := range []struct{ fields, want string }{
		{"From: =?utf-8?q?Minist=C3=A8re?= <a@m.example>\nSubject: =?utf-8?b?w4lsYW4=?=\nDate: 1 Mar 2027 01:02:03 +0000\n", "Élan; Ministère; 2027-03-01"},
		{"From: a@m.example\nSubject: AW: Fwd: SV: Talks\nDate: Monday, March 1, 2027\n", "Talks; m.example; 2027-03-01"},
		{"From: Ana Roe <a@m.example>\nOrganization: Lake Wire\nSubject: Re:\nReceived: from x by y; Mon, 1 Mar 2027 09:00:00 +0100\n", "Re:; Lake Wire; 2027-03-01"},
		{"From: Ana (Roe <a@m\nSubject: [External] Talks\nDate: soon\nthis line is broken\n", "Talks; Ana (Roe; "},
	} {
		d, err := mail.Read(t.Context(), []byte(tt.fields+"\nThey met.\n"))
		if err != nil {
			t.Errorf("%s: %v", tt.fields, err)
			continue
		}
		if got, _, _ := strings.Cut(written(d), "\n"); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestHeadWithoutEnd takes for text what stands behind the last field without a blank line
// between, but not a line that a program broke.
func TestHeadWithoutEnd(t *testing.T) {
	const head = "From: a@m.example\nSubject: Talks\nDate: 1 Mar 2027 01:02:03 +0000\n"
	for letter, want := range map[string]string{
		head + "The envoys met.\nThey parted.\n":            "The envoys met. They parted.",
		head + "The envoys met.\n":                          "The envoys met.",
		head + "The envoys met,\nthen ate.\n\nThey parted.": "The envoys met, then ate. They parted.",
		head + "broken off\n\nThey parted.\n":               "They parted.",
	} {
		d, err := mail.Read(t.Context(), []byte(letter))
		if err != nil {
			t.Errorf("%q: %v", letter, err)
			continue
		}
		var got []string
		for _, b := range d.Blocks {
			got = append(got, strings.Fields(b.Words)...)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", letter, got, want)
		}
	}
}

func TestAttachments(t *testing.T) {
	body := "--b\nContent-Type: text/plain\n\nSee the file.\n" +
		"--b\nContent-Type: application/pdf; name=\"x\"\nContent-Disposition: attachment; filename=\"=?utf-8?q?=C3=A9lan.pdf?=\"\nContent-Transfer-Encoding: base64\n\nJVBERg==\n" +
		"--b\nContent-Type: image/png\nContent-Disposition: inline; filename=\"logo.png\"\n\nabc\n" +
		"--b\nContent-Type: text/plain; name=\"C:\\\\notes\\\\note.txt\"\nContent-Disposition: attachment\n\nThey met.\n" +
		"--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n" +
		"--b\nContent-Type: message/rfc822\n\nFrom: Bo <bo@example.org>\nDate: Mon, 1 Mar 2027 09:00:00 +0000\nSubject: Inside\n\nYes.\n--b--\n"
	all, err := mail.Attachments(t.Context(), letter("Content-Type: multipart/mixed; boundary=b\n", body))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range all {
		got = append(got, fmt.Sprintf("%s %d", a.Name, len(a.Data)))
	}
	if diff := cmp.Diff([]string{"élan.pdf 4", "note.txt 9", "attached message/rfc822 88"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		head + "\nThey met.": true,
		"Received: from a\n\tby b\nFrom: x\nSubject: y\n\nz":                       true,
		"Subject: talks\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThey met.": true,
		"MIME-Version: 1.0\nThey met.\nContent-Type: text/plain\n\n":               false,
		"From: Ana\nThey met.\n\nDate: unknown.":                                   false,
		"Date: 1 March\nSubject: talks\nTo: all\n\nThey met":                       false,
		"They met.\nFrom: a\nTo: b\nDate: c\n":                                     false,
		"":                                                                         false,
	} {
		if got := mail.Is([]byte(text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestLetters(t *testing.T) {
	box := "From ana@example.org Tue Mar  2 10:14:00 2027\n" + head + "\nThey met.\n>From here on, they talked.\n\nFrom Oslo they went on.\n\nFrom bo@example.org Tue Mar  2 11:14:00 2027 +0100\n" + head + "\nTwice.\n"
	if !mail.IsBox([]byte(box)) || mail.IsBox([]byte(head)) {
		t.Error("a box is not told from a letter")
	}
	var got []string
	for data, err := range mail.Letters(strings.NewReader(box)) {
		if err != nil {
			t.Fatal(err)
		}
		d, err := mail.Read(t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, written(d))
	}
	const top = "Talks open; Lake Press Office; 2027-03-02\n"
	if diff := cmp.Diff([]string{top + "|They met.⏎From here on, they talked.⏎⏎From Oslo they went on.\n", top + "|Twice.\n"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestBareBox knows a box by an exact postmark, whose day is that of a letter without one;
// text that begins like a postmark is none.
func TestBareBox(t *testing.T) {
	const mark = "From bo@quay.example Tue Mar  2 10:14:00 2027\n"
	for text, want := range map[string]bool{
		mark + "X-Desk: 7\n\nThey met.\n":                             true,
		mark + "\nThey met.\n":                                        true,
		mark + "They met.\n":                                          false,
		"From March to May 2027\nNote: they met.":                     false,
		"From Ana Roe Tue Mar 2 10:14:00 2027\n\nThey met.\n":         false,
		"From a@b Tue Mar 02 10:14:00 +0100 2027\r\nTo: all\r\n\r\nx": true,
	} {
		if got := mail.IsBox([]byte(text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
	var got []string
	for data, err := range mail.Letters(strings.NewReader(mark + "X-Desk: 7\n\nThey met.\n\n" + mark + "\n\n" + mark + "\nTwice.\n")) {
		if err != nil {
			t.Fatal(err)
		}
		d, err := mail.Read(t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, written(d))
	}
	if diff := cmp.Diff([]string{"; quay.example; 2027-03-02\n|They met.\n", "; quay.example; 2027-03-02\n|Twice.\n"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestLargeLetter goes past a letter that is too large.
func TestLargeLetter(t *testing.T) {
	box := "From a Tue Mar  2 10:14:00 2027\n" + head + "\n" + strings.Repeat("x", mail.LetterLargest) + "\n\nFrom b Tue Mar  2 10:14:00 2027\n" + head + "\nTwice.\n"
	var got []bool
	for _, err := range mail.Letters(strings.NewReader(box)) {
		got = append(got, err == nil)
	}
	if diff := cmp.Diff([]bool{false, true}, got); diff != "" {
		t.Error(diff)
	}
}

// FuzzRead holds every letter to three promises: it makes nothing panic, blocks hold
// words, and what is attached has a name without a path.
func FuzzRead(f *testing.F) {
	f.Add(head + "\nThey met.\n-- \nAna\n")
	f.Add(head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--b\nContent-Type: message/rfc822\n\n" + head + "\nx\n--b--")
	f.Add("From a Tue Mar  2 10:14:00 2027\n" + head + "\n----- Original Message -----\nFrom: x\nTo: y\nSubject: z\n\n> q\n")
	f.Fuzz(func(t *testing.T, text string) {
		for data, err := range mail.Letters(strings.NewReader(text)) {
			if err != nil {
				t.Fatal(err)
			}
			d, err := mail.Read(t.Context(), data)
			if (d == nil) == (err == nil) {
				t.Fatalf("a document %v with error %v", d, err)
			}
			if err != nil {
				continue
			}
			for _, b := range d.Blocks {
				if strings.TrimSpace(b.Words) == "" {
					t.Error("a block without words")
				}
			}
			all, _ := mail.Attachments(t.Context(), data)
			for _, a := range all {
				if a.Name == "" || strings.ContainsAny(a.Name, `/\`) && !strings.HasPrefix(a.Name, "attached ") {
					t.Errorf("a file called %q", a.Name)
				}
			}
		}
	})
}

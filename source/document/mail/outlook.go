package mail

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"mime"
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/emersion/go-message/charset"
	"github.com/richardlehane/mscfb"
)

// compound begins a file of Outlook's (MS-OXMSG in MS-CFB), and of old office programs.
var compound = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// properties is how the stream of an item's short properties is called; in UTF-16, as it
// stands in the directory of the file, it tells a letter of Outlook from other compounds.
const properties = "__properties_version1.0"

var propertiesWide = wide(properties)

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// IsCompound reports whether bytes begin like a file that may be a letter of Outlook's:
// whether it is one stands further behind.
func IsCompound(head []byte) bool { return bytes.HasPrefix(head, compound) }

// isOutlook reports whether a file is a letter of Outlook's.
func isOutlook(data []byte) bool { return IsCompound(data) && bytes.Contains(data, propertiesWide) }

// item is a letter, or what is attached to one: its streams by their names, and the items
// in it by theirs.
type item struct {
	streams map[string][]byte
	inside  map[string]*item
}

func (i *item) child(name string) *item {
	if i.inside == nil {
		i.inside = map[string]*item{}
	}
	if i.inside[name] == nil {
		i.inside[name] = &item{}
	}
	return i.inside[name]
}

// fromOutlook makes a letter (RFC 5322) of one of Outlook's.
func fromOutlook(data []byte) ([]byte, error) {
	in, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, errBroken
	}
	root, left := &item{}, int64(partLargest)
	for f, err := in.Next(); err == nil; f, err = in.Next() {
		at := root
		for _, name := range f.Path[:min(len(f.Path), 2*nestMost)] {
			at = at.child(name)
		}
		if f.Size == 0 || f.Size > left {
			continue
		}
		words, _ := io.ReadAll(io.LimitReader(f, f.Size)) // what is there of a broken stream is read
		left -= f.Size
		if at.streams == nil {
			at.streams = map[string][]byte{}
		}
		at.streams[f.Name] = words
	}
	return root.letter(0), nil
}

// The properties that are read (MS-OXPROPS).
const (
	subjectTag     = "0037"
	headTag        = "007D" // as it came over the internet
	senderTag      = "0C1A"
	senderMailTag  = "5D01"
	senderOtherTag = "0C1F"
	bodyTag        = "1000"
	pageTag        = "1013"
	fileTag        = "3701"
	longNameTag    = "3707"
	shortNameTag   = "3704"
	typeTag        = "370E"

	sentTag     = 0x0039
	receivedTag = 0x0E06
	codePageTag = 0x3FFD
	pagesTag    = 0x3FDE // the code page of the web page
)

// letter writes an item as a letter.
func (i *item) letter(depth int) []byte {
	var out bytes.Buffer
	field := func(name, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			fmt.Fprintf(&out, "%s: %s\r\n", name, mime.QEncoding.Encode("utf-8", value))
		}
	}
	if from := i.sender(); from != "" {
		fmt.Fprintf(&out, "From: %s\r\n", from)
	}
	field("Subject", i.text(subjectTag))
	field("Date", i.sent())
	fmt.Fprintf(&out, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=%q\r\n\r\n--%[1]s\r\nContent-Type: multipart/alternative; boundary=%q\r\n\r\n", outerBoundary+fmt.Sprint(depth), innerBoundary)
	if words := i.text(bodyTag); words != "" {
		part(&out, innerBoundary, "Content-Type: text/plain; charset=utf-8", []byte(words))
	}
	if page, charset := i.page(); len(page) > 0 {
		part(&out, innerBoundary, "Content-Type: text/html; charset="+charset, page)
	}
	fmt.Fprintf(&out, "--%s--\r\n", innerBoundary)
	for _, name := range sortedNames(i.inside) {
		if strings.HasPrefix(name, "__attach") {
			i.inside[name].attach(&out, depth)
		}
	}
	fmt.Fprintf(&out, "--%s%d--\r\n", outerBoundary, depth)
	return out.Bytes()
}

// Boundaries of the parts; all between them is in base64, so that nothing is one by chance.
const (
	outerBoundary = "=_outlook_outer_"
	innerBoundary = "=_outlook_inner"
)

// part writes a part of a letter.
func part(out *bytes.Buffer, boundary, fields string, data []byte) {
	fmt.Fprintf(out, "--%s\r\n%s\r\nContent-Transfer-Encoding: base64\r\n\r\n", boundary, fields)
	for line := range slices.Chunk(data, 57) {
		out.WriteString(base64.StdEncoding.EncodeToString(line) + "\r\n")
	}
}

// attach writes what is attached: a file, or another letter.
func (i *item) attach(out *bytes.Buffer, depth int) {
	boundary := outerBoundary + fmt.Sprint(depth)
	if inner := i.inside["__substg1.0_"+fileTag+"000D"]; inner != nil && depth < nestMost {
		part(out, boundary, "Content-Type: message/rfc822", inner.letter(depth+1))
		return
	}
	data := i.streams["__substg1.0_"+fileTag+"0102"]
	name := i.text(longNameTag)
	if name == "" {
		name = i.text(shortNameTag)
	}
	kind, _, err := mime.ParseMediaType(i.text(typeTag))
	if err != nil || !strings.Contains(kind, "/") {
		kind = "application/octet-stream"
	}
	if len(data) > 0 {
		part(out, boundary, "Content-Type: "+kind+"\r\nContent-Disposition: "+mime.FormatMediaType("attachment", map[string]string{"filename": name}), data)
	}
}

// sender is who sent an item, as a letter names them.
func (i *item) sender() string {
	from := mail.Address{Name: i.text(senderTag)}
	for _, address := range []string{i.text(senderMailTag), i.text(senderOtherTag), from.Name} {
		if strings.Contains(address, "@") && from.Address == "" { // others are of a directory: "/O=…/CN=…"
			from.Address = strings.Map(printable, address)
		}
	}
	switch {
	case from.Address == "" && from.Name == "":
		return ""
	case from.Address == "":
		from.Address = "unknown@invalid"
	}
	return from.String()
}

func printable(r rune) rune {
	if r <= ' ' || r >= 0x7F || strings.ContainsRune("<>,;", r) {
		return -1
	}
	return r
}

// sent is when an item was sent, else when it came: as a letter writes it.
func (i *item) sent() string {
	for line := range strings.SplitSeq(i.text(headTag), "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(name, "Date") {
			return value // with the zone of who sent it
		}
	}
	for _, tag := range []uint16{sentTag, receivedTag} {
		const epoch = 11644473600 // seconds from 1601 to 1970
		if value, ok := i.short(tag); ok && value/10_000_000 > epoch {
			return time.Unix(int64(value/10_000_000)-epoch, 0).UTC().Format(time.RFC1123Z)
		}
	}
	return ""
}

// short is a property that is a number or a time.
func (i *item) short(tag uint16) (uint64, bool) {
	all := i.streams[properties]
	for at := len(all) % 16; at+16 <= len(all); at += 16 { // a head of 8, 24 or 32 bytes stands before them
		if binary.LittleEndian.Uint16(all[at+2:]) == tag {
			value := binary.LittleEndian.Uint64(all[at+8:])
			if kind := binary.LittleEndian.Uint16(all[at:]); kind == 3 {
				value &= 0xFFFFFFFF
			}
			return value, true
		}
	}
	return 0, false
}

// text is a property that is words, in Unicode or in the code page of its item.
func (i *item) text(tag string) string {
	if data, ok := i.streams["__substg1.0_"+tag+"001F"]; ok {
		units := make([]uint16, len(data)/2)
		for n := range units {
			units[n] = binary.LittleEndian.Uint16(data[2*n:])
		}
		return strings.TrimRight(string(utf16.Decode(units)), "\x00")
	}
	data := bytes.TrimRight(i.streams["__substg1.0_"+tag+"001E"], "\x00")
	if r, err := charset.Reader(i.charset(codePageTag), bytes.NewReader(data)); err == nil {
		if decoded, err := io.ReadAll(r); err == nil {
			data = decoded
		}
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}

// page is the web page of an item, and its character set.
func (i *item) page() ([]byte, string) {
	if words := i.text(pageTag); words != "" {
		return []byte(words), "utf-8"
	}
	return i.streams["__substg1.0_"+pageTag+"0102"], i.charset(pagesTag)
}

// charsets are the character sets of code pages that are not called by their number.
var charsets = map[uint64]string{65001: "utf-8", 20127: "us-ascii", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 51932: "euc-jp", 54936: "gb18030"}

func (i *item) charset(tag uint16) string {
	number, ok := i.short(tag)
	if !ok {
		number, ok = i.short(pagesTag)
	}
	switch name := charsets[number]; {
	case name != "":
		return name
	case ok && number >= 28591 && number <= 28605:
		return fmt.Sprintf("iso-8859-%d", number-28590)
	case ok && (number >= 1250 && number <= 1258 || number == 874):
		return fmt.Sprintf("windows-%d", number)
	}
	return "windows-1252"
}

func sortedNames(all map[string]*item) []string {
	out := make([]string, 0, len(all))
	for name := range all {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

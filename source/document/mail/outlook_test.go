package mail_test

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"rapporteur"
	"rapporteur/source/document/mail"

	"github.com/google/go-cmp/cmp"
)

// storage is a folder of a compound file; its values are streams ([]byte) and storages.
type storage map[string]any

// sector is the size of a sector of a compound file. Streams are filled up with zeros to
// eight of them: what is shorter stands elsewhere (MS-CFB 2.7).
const sector = 512

// compound writes a compound file.
func compound(root storage) []byte {
	var names [][]byte
	var bodies []byte
	next := uint32(1) // the first sector is the table of all, the directory comes last
	entry := func(name string, kind byte) []byte {
		e := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66], e[67] = kind, 1
		for _, at := range []int{68, 72, 76} {
			binary.LittleEndian.PutUint32(e[at:], 0xFFFFFFFF)
		}
		return e
	}
	chains := map[uint32]uint32{} // first sectors, and how many
	var put func(s storage) uint32
	put = func(s storage) uint32 {
		before, first := -1, uint32(0xFFFFFFFF)
		for _, name := range slices.Sorted(maps.Keys(s)) {
			at := len(names)
			if before < 0 {
				first = uint32(at)
			} else {
				binary.LittleEndian.PutUint32(names[before][72:], uint32(at))
			}
			before = at
			switch v := s[name].(type) {
			case storage:
				names = append(names, entry(name, 1))
				binary.LittleEndian.PutUint32(names[at][76:], put(v))
			case []byte:
				names = append(names, entry(name, 2))
				size := max((len(v)+sector-1)/sector, 8)
				binary.LittleEndian.PutUint32(names[at][116:], next)
				binary.LittleEndian.PutUint32(names[at][120:], uint32(size*sector))
				chains[next] = uint32(size)
				next += uint32(size)
				bodies = append(append(bodies, v...), make([]byte, size*sector-len(v))...)
			}
		}
		return first
	}
	names = append(names, entry("Root Entry", 5))
	binary.LittleEndian.PutUint32(names[0][116:], 0xFFFFFFFE)
	binary.LittleEndian.PutUint32(names[0][76:], put(root))
	for len(names)%4 != 0 {
		names = append(names, entry("", 0))
	}
	chains[next] = uint32(len(names) / 4)
	head := make([]byte, sector)
	copy(head, []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1})
	for at, v := range map[int]uint16{24: 0x3E, 26: 3, 28: 0xFFFE, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(head[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: next, 56: 4096, 60: 0xFFFFFFFE, 68: 0xFFFFFFFE} {
		binary.LittleEndian.PutUint32(head[at:], v)
	}
	for at := 80; at < sector; at += 4 {
		binary.LittleEndian.PutUint32(head[at:], 0xFFFFFFFF)
	}
	table := bytes.Repeat([]byte{0xFF}, sector)
	binary.LittleEndian.PutUint32(table, 0xFFFFFFFD)
	for first, n := range chains {
		for i := first; i < first+n; i++ {
			follower := i + 1
			if follower == first+n {
				follower = 0xFFFFFFFE
			}
			binary.LittleEndian.PutUint32(table[4*i:], follower)
		}
	}
	return slices.Concat(head, table, bodies, slices.Concat(names...))
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// short writes the short properties of an item behind a head: pairs of type and tag with
// a value.
func short(head int, all map[uint32]uint64) []byte {
	out := make([]byte, head)
	for _, tag := range slices.Sorted(maps.Keys(all)) {
		out = binary.LittleEndian.AppendUint32(out, tag)
		out = binary.LittleEndian.AppendUint32(out, 6)
		out = binary.LittleEndian.AppendUint64(out, all[tag])
	}
	return append(out, make([]byte, (16-(len(out)-head)%16)%16+head%16)...)
}

// outlook is a letter of Outlook's with what is attached to it.
func outlook(more storage) []byte {
	const filetime = (11644473600 + 1803975240) * 10_000_000 // 2027-03-02 10:14 UTC
	root := storage{
		"__properties_version1.0": short(32, map[uint32]uint64{0x00390040: filetime}),
		"__substg1.0_0037001F":    wide("RE: Talks open"),
		"__substg1.0_0C1A001F":    wide("Élan \"Bo\" Berg"),
		"__substg1.0_0C1F001F":    wide("/O=QUAY/CN=BO"),
		"__substg1.0_1000001F":    wide("They met.\r\n\r\nTwice – in Oslo.\r\n"),
	}
	maps.Copy(root, more)
	return compound(root)
}

func TestOutlook(t *testing.T) {
	data := outlook(nil)
	if !mail.Is(data) || !mail.IsCompound(data[:600]) || mail.Is(compound(storage{"WordDocument": []byte("x")})) {
		t.Error("a letter of Outlook's is not told from other compounds")
	}
	d, err := mail.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("Talks open; Élan \"Bo\" Berg; 2027-03-02\n|They met.⏎⏎Twice – in Oslo.\n", strings.ReplaceAll(written(d), "\\\"", "\"")); diff != "" {
		t.Error(diff)
	}
}

// TestOutlookOld reads words in a code page, and a head as it came; a web page where it
// says more.
func TestOutlookOld(t *testing.T) {
	data := compound(storage{
		"__properties_version1.0": short(32, map[uint32]uint64{0x3FFD0003: 1251, 0x3FDE0003: 28595}),
		"__substg1.0_0037001E":    []byte("\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb"),
		"__substg1.0_5D01001E":    []byte("press@quay.example"),
		"__substg1.0_007D001E":    []byte("Received: from a\r\nDate: Tue, 2 Mar 2027 23:14:00 -0500\r\n"),
		"__substg1.0_1000001E":    []byte("?"),
		"__substg1.0_10130102":    []byte("<p>\xb4\xd0, \xde\xdd\xd8 \xd2\xe1\xe2\xe0\xd5\xe2\xd8\xdb\xd8\xe1\xec.</p>"),
	})
	d, err := mail.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Переговоры" || d.Outlet != "quay.example" || d.Published != "2027-03-02" || !strings.Contains(string(d.HTML), "Да, они встретились.") {
		t.Errorf("%+v %s", d, d.HTML)
	}
}

// TestOutlookAttached gives files and letters that are attached.
func TestOutlookAttached(t *testing.T) {
	data := outlook(storage{
		"__attach_version1.0_#00000000": storage{"__substg1.0_37010102": []byte("They met."), "__substg1.0_3707001F": wide("über.txt"), "__substg1.0_370E001F": wide("text/plain")},
		"__attach_version1.0_#00000001": storage{"__substg1.0_3701000D": storage{
			"__properties_version1.0": short(24, nil), "__substg1.0_0037001F": wide("Inside"), "__substg1.0_1000001F": wide("Yes.")}},
		"__attach_version1.0_#00000002": storage{"__substg1.0_37010102": []byte("x"), "__substg1.0_3704001E": []byte("note.bin")},
	})
	all, err := mail.Attachments(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	if diff := cmp.Diff([]string{"über.txt", "attached message/rfc822", "note.bin"}, names); diff != "" {
		t.Fatal(diff)
	}
	d, err := mail.Read(t.Context(), all[1].Data)
	if err != nil || written(d) != "Inside; ; \n|Yes.\n" {
		t.Errorf("%v %q", err, written(d))
	}
}

// TestOutlookBroken says of what is cut off that it is broken.
func TestOutlookBroken(t *testing.T) {
	data := outlook(nil)
	cut := slices.Concat(data[:700], wide("__properties_version1.0"))
	if _, err := mail.Read(t.Context(), cut); rapporteur.CodeOf(err) != rapporteur.Unsupported {
		t.Errorf("got %v", err)
	}
}

// FuzzOutlook holds compound files to the promises of letters.
func FuzzOutlook(f *testing.F) {
	f.Add(outlook(storage{"__attach_version1.0_#00000001": storage{"__substg1.0_3701000D": storage{"__substg1.0_0037001F": wide("Inside")}}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !mail.Is(data) {
			return
		}
		if d, err := mail.Read(t.Context(), data); (d == nil) == (err == nil) {
			t.Fatalf("a document %v with error %v", d, err)
		}
	})
}

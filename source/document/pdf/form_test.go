package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/source/document/pdf"

	"github.com/google/go-cmp/cmp"
)

// filled is a form of one page with the fields that are given.
func filled(xfa string, fields ...string) sheet {
	out := sheet{info: none}
	var refs []string
	for i, f := range fields {
		refs = append(refs, fmt.Sprintf("%d 0 R", first(1)+i))
		out.objects = append(out.objects, "<</Type/Annot/Subtype/Widget"+f+">>")
	}
	if xfa != "" {
		out.objects = append(out.objects, stream("", xfa))
		xfa = fmt.Sprintf("/XFA[(datasets) %d 0 R]", first(1)+len(fields))
	}
	out.catalog = "/AcroForm<</Fields[" + strings.Join(refs, " ") + "]" + xfa + ">>"
	out.page = "/Annots[" + strings.Join(refs, " ") + "]"
	return out
}

// TestForm reads what was filled into a form where its fields are, and leaves out what is
// hidden, not ticked, or a button.
func TestForm(t *testing.T) {
	text := join(column(50, 700, "Application for the use of the quay."), column(50, 650, "Ship:"), column(50, 600, "Cargo:"), column(50, 550, "By night:"), column(50, 500, "Flag:"), column(50, 450, "Remarks:"))
	got := written(t, filled("",
		"/FT/Tx/T(ship)/V(Aurora of Leith)/Rect[90 648 300 662]",
		"/FT/Tx/T(cargo)/V(\\(timber\\))/Rect[90 598 300 612]",
		"/FT/Btn/T(night)/V/Yes/AS/Yes/AP<</N<</Yes 5 0 R/Off 5 0 R>>>>/Rect[100 548 112 560]",
		"/FT/Btn/T(day)/AS/Off/AP<</N<</Yes 5 0 R/Off 5 0 R>>>>/Rect[200 548 212 560]",
		"/FT/Ch/Ff 131072/T(flag)/Opt[[(1)(Malta)][(2)(Peru)]]/V(2)/Rect[90 498 300 512]",
		"/FT/Tx/Ff 4096/T(more)/V(Two pilots.\\rOne tug.)/Rect[50 380 500 440]",
		"/FT/Tx/T(secret)/V(hidden)/F 2/Rect[90 348 300 362]",
		"/FT/Btn/Ff 65536/T(send)/V(Send)/Rect[90 348 300 362]",
	).print(text))
	want := "|Application for the use of the quay.\n|Ship: Aurora of Leith\n|Cargo: (timber)\n|By night: [x]\n|Flag: Peru\n|Remarks:\n|Two pilots.\n|One tug.\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestXFA reads a form that keeps what was filled in as XML and nowhere else.
func TestXFA(t *testing.T) {
	data := `<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><berth><ship>Aurora</ship><cargo/><pilot><name>Ana  Roe</name></pilot></berth></xfa:data><other>no</other></xfa:datasets>`
	got := written(t, filled(data).print(column(50, 700, "Please wait.")))
	if diff := cmp.Diff("|Please wait.\n|ship: Aurora\n|name: Ana Roe\n", got); diff != "" {
		t.Error(diff)
	}
	got = written(t, filled(data, "/FT/Tx/T(ship)/V(Aurora)/Rect[90 648 300 662]").print(column(50, 650, "Ship:")))
	if diff := cmp.Diff("|Ship: Aurora\n", got); diff != "" {
		t.Error("values that stand in fields come twice: " + diff)
	}
	got = written(t, filled("<xfa:data><ship>Aurora</ship><cargo>tim").print(column(50, 700, "Please wait.")))
	if diff := cmp.Diff("|Please wait.\n|ship: Aurora\n", got); diff != "" {
		t.Error(diff)
	}
	if _, err := pdf.Read(t.Context(), filled("").print(column(50, 700, "An empty form."))); err != nil {
		t.Error(err)
	}
}

// TestLetters reads letters of mathematics, which have two halves of 16 bits, as what they
// are in plain type, and letters that touch those of another run once.
func TestLetters(t *testing.T) {
	plain := sheet{info: none, regular: fmt.Sprintf("/ToUnicode %d 0 R", first(1)), objects: []string{stream("",
		"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <56> <D835DC49> <68> <210E> endbfchar endcmap")}}
	if diff := cmp.Diff("|Vh\n", written(t, plain.print(one(50, 600, 10, false, "Vh")))); diff != "" {
		t.Error(diff)
	}
	touching := join(one(50, 600, 10, false, "Os"), one(61.5, 600, 10, false, "lo is not far."))
	if diff := cmp.Diff("|Oslo is not far.\n", written(t, printed(none, touching))); diff != "" {
		t.Error(diff)
	}
}

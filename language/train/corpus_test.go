package train

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/language/neural"
)

func TestNameOutputs(t *testing.T) {
	classes := []string{"person", "location"}
	bio := []string{"B-person", "I-person", "O", "B-location", "B-location", "I-location", "I-location", "I-person"}
	want := []int32{
		int32(neural.NameOutput(0, neural.Begin)), int32(neural.NameOutput(0, neural.End)), 0,
		int32(neural.NameOutput(1, neural.Single)), int32(neural.NameOutput(1, neural.Begin)),
		int32(neural.NameOutput(1, neural.Inside)), int32(neural.NameOutput(1, neural.End)),
		int32(neural.NameOutput(0, neural.Single)),
	}
	if diff := cmp.Diff(want, nameOutputs(bio, classes)); diff != "" {
		t.Error(diff)
	}
}

func TestReadNamed(t *testing.T) {
	block := "Port Louis\tB-Location\nNews\tB-Organization\tB-Misc\nof\tO\n9 am\tO\n\n"
	got, err := readNamed(block)
	if err != nil {
		t.Fatal(err)
	}
	forms := []string{"Port", "Louis", "News", "of", "9", "am"}
	names := []string{"B-location", "I-location", "B-organisation", "O", "O", "O"}
	if diff := cmp.Diff(forms, got.forms); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(names, got.names); diff != "" {
		t.Error(diff)
	}
	if _, err := readNamed("x\tB-Planet"); err == nil {
		t.Error("an unknown class is accepted")
	}
}

func TestJoinPossessives(t *testing.T) {
	a := annotated{forms: []string{"Oman", "’", "s", "port", "’"}, names: []string{"B-location", "O", "O", "O", "O"}}
	a.joinPossessives()
	if diff := cmp.Diff([]string{"Oman", "’s", "port", "’"}, a.forms); diff != "" {
		t.Error(diff)
	}
}

func TestOpenEnd(t *testing.T) {
	e := &Example{Forms: []string{"They", "met", "again", "."}, Heads: []int32{2, 0, 2, 2}}
	if got := openEnd(e); len(got.Forms) != 3 || len(got.Heads) != 3 {
		t.Errorf("%v is left with the heads %v", got.Forms, got.Heads)
	}
	if len(e.Forms) != 4 {
		t.Error("the example itself changed")
	}
}

package entities_test

import (
	"testing"

	"rapporteur"
	"rapporteur/entities/knowledge"

	"github.com/google/go-cmp/cmp"
)

// TestIncumbents finds who is named in an office on a day of which no table knows, and
// looks-alikes that tell of nobody in office.
func TestIncumbents(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Icelandic Prime Minister Una Vale met Danish fishermen in Esbjerg.", []string{"~una-vale head-of-government ISL"}},
		{"Iceland's new prime minister, Una Vale, said the harbour was safe.", []string{"~una-vale head-of-government ISL"}},
		{"Una Vale, the prime minister of Iceland, said the harbour was safe.", []string{"~una-vale head-of-government ISL"}},
		{"The prime minister of Iceland, Una Vale, arrived in Kenya.", []string{"~una-vale head-of-government ISL"}},
		{"Prime Minister Una Vale of Iceland said the harbour was safe.", []string{"~una-vale head-of-government ISL"}},
		{"Iceland will dredge the harbour, Prime Minister Una Vale said on Monday.", []string{"~una-vale head-of-government ISL"}},
		{"Icelandic Foreign Minister Una Vale and Danish Prime Minister Lars Tofte met in Oslo.", []string{"~una-vale foreign-minister ISL", "~lars-tofte head-of-government DNK"}},
		{"NATO Secretary General Una Vale said the alliance was ready.", []string{"~una-vale head-of-body NATO"}},
		{"Icelandic acting Prime Minister Una Vale said the harbour was safe.", []string{"~una-vale head-of-government ISL acting"}},
		{"Iceland's interim prime minister, Una Vale, resigned.", []string{"~una-vale head-of-government ISL acting"}},

		{"Former Icelandic prime minister Una Vale said the harbour was safe.", nil},
		{"Iceland's then prime minister Una Vale said the harbour was safe.", nil},
		{"Icelandic prime minister-designate Una Vale said the harbour was safe.", nil},
		{"Iceland's future prime minister, Una Vale, spoke in Oslo.", nil},
		{"Icelandic Deputy Prime Minister Una Vale said the harbour was safe.", nil},
		{"Iceland director Una Vale of River Watch said the harbour was safe.", nil},
		{"Soviet Premier Una Vale said the harbour was safe.", nil},
		{"Icelandic Chess Federation President Una Vale said the board was ready.", nil},
		{"Una Vale, president of the Icelandic Chess Federation, said the board was ready.", nil},
		{"In 2011 Icelandic Prime Minister Una Vale opened the harbour.", nil},
		{"The murder of Icelandic Prime Minister Una Vale was never solved.", nil},
		{"Icelandic Prime Minister Una Vale's widow spoke in Oslo.", nil},
		{"Icelandic Prime Minister Vale said the harbour was safe.", nil},
		{"\"Icelandic Prime Minister Una Vale is a fool,\" the captain said.", nil},
		{"Prime Minister Una Vale of Iceland and Icelandic Prime Minister Lars Tofte met.", nil},
	} {
		_, cast := link(t, "2041-05-14", tt.text)
		var got []string
		for _, i := range cast.Incumbents() {
			one := cast.Actor(i.Actor).ID + " " + i.Office.ID + " " + i.For
			if i.Acting {
				one += " acting"
			}
			got = append(got, one)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s\n%s", tt.text, diff)
		}
	}
}

// TestIncumbentsOfTables leaves out the offices whose holders the tables know.
func TestIncumbentsOfTables(t *testing.T) {
	_, cast := link(t, "2024-05-14", "French President Una Vale said the harbour was safe. French Prime Minister Gabriel Attal left.")
	if len(cast.Incumbents()) > 0 || len(cast.Open()) > 0 {
		t.Errorf("%+v %+v", cast.Incumbents(), cast.Open())
	}
}

// TestLearnedHolder links what a report calls by an office alone to whom other reports
// name in it.
func TestLearnedHolder(t *testing.T) {
	una := rapporteur.Incumbent{Office: "head-of-government", Title: "Prime Minister", For: "ISL", Person: "~una-vale", Name: "Una Vale", Date: "2041-05-01"}
	for _, tt := range []struct{ text, words, want string }{
		{"The prime minister of Iceland said the harbour was safe.", "prime minister", "~una-vale"},
		{"Icelandic Prime Minister Vale said the harbour was safe.", "Vale", "~una-vale"},
		{"Iceland will dredge the harbour. The prime minister said so on Monday.", "prime minister", "~una-vale"},
		{"The former prime minister of Iceland said the harbour was safe.", "prime minister", ""},
		{"The prime minister of Denmark said the harbour was safe.", "prime minister", ""},
	} {
		doc, cast := linkKnowing(t, "2041-05-14", tt.text, func([]rapporteur.Post) []rapporteur.Incumbent { return []rapporteur.Incumbent{una} })
		if got := actorOf(doc, cast, tt.words); got != tt.want && (tt.want != "" || got == "~una-vale") {
			t.Errorf("%s: %q is %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
	_, cast := linkKnowing(t, "2041-05-14", "The prime minister of Iceland spoke.", func([]rapporteur.Post) []rapporteur.Incumbent { return []rapporteur.Incumbent{una} })
	want := []rapporteur.OpenPost{{Post: rapporteur.Post{Office: "head-of-government", For: "ISL"}, Holder: "~una-vale"}}
	if diff := cmp.Diff(want, cast.Open()); diff != "" {
		t.Error(diff)
	}
	for n := range cast.Actors() {
		if a := cast.Actor(n); a.ID == una.Person && (len(a.Roles) != 1 || !a.Roles[0].Learned || a.For != "ISL") {
			t.Errorf("%+v", a)
		}
	}
}

// TestTablesBeforeLearned prefers what the tables say, those of the user included.
func TestTablesBeforeLearned(t *testing.T) {
	base, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	if last := base.Terms().LastHolder("head-of-government", "FRA", "2024-05-14"); last == nil || last.ID != "gabriel-attal" {
		t.Errorf("%+v", last)
	}
	if !base.Terms().Followed("head-of-government", "FRA", "2023-12-01", "2024-05-14") || base.Terms().Followed("head-of-government", "FRA", "2024-02-01", "2024-05-14") {
		t.Error("who came to office between two days is not told")
	}
}

package service_test

import (
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

// TestPageHasWhatTwoReadersFind: what the model alone finds, or a rule of deeds alone, is
// for a long brief, however sure it is; what both find is for the page.
func TestPageHasWhatTwoReadersFind(t *testing.T) {
	s := tale("a", "2027-03-10", rapporteur.News)
	said := func(id, sentence, rule string) rapporteur.Basis {
		b := s.says(id, sentence)
		b.Rule = rule
		return b
	}
	s.does(said("1", "Kenya urged Uganda to open the dam.", "learned and frame of verb"), "REQUEST", "UGA", nil)
	s.does(said("2", "Kenya is told to have urged herders to move.", "learned"), "REQUEST", "~herders", nil)
	s.does(said("3", "Kenya asked Tanzania for talks about fish.", "frame of verb"), "REQUEST", "TZA", nil)
	s.does(said("4", "Kenya had initially urged Tanzania to pay its toll.", "learned and frame of verb"), "REQUEST", "TZA", nil)
	s.wants(said("5", "Kenya wants a share of the northern lakes.", "learned and tree"), "a share of the northern lakes", rapporteur.Supports)
	s.wants(said("6", "Its critics want the bridges of Busia closed.", "learned"), "the bridges of Busia closed", rapporteur.Supports).Issue = &rapporteur.Issue{ID: "trade", Label: "Trade and tariffs"}
	long := march
	long.Long = true
	page, all := briefOf(t, march, s), briefOf(t, long, s)
	if d := cmp.Diff([]string{"Kenya: Kenya urged Uganda to open the dam."}, section(page, service.Demanded)); d != "" {
		t.Errorf("demanded (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"Kenya: a share of the northern lakes"}, section(page, service.Wants)); d != "" {
		t.Errorf("wanted (-want +got):\n%s", d)
	}
	if got := len(section(all, service.Demanded)); got != 4 {
		t.Errorf("a long brief has %d demands", got)
	}
	if got := section(all, service.Wants); !slices.Contains(got, "Kenya: the bridges of Busia closed") {
		t.Errorf("a long brief has the wishes %q", got)
	}
}

// TestWishStandsAlone: on a page a wish has all of its words, and who is to fulfil it; what
// cannot be understood alone, what others say of the party and what was so once is left
// out.
func TestWishStandsAlone(t *testing.T) {
	for _, test := range []struct{ sentence, proposal, want string }{
		{"Kenya demands a full withdrawal from the islands, officials say.", "a full withdrawal", "a full withdrawal from the islands"},
		{"Kenya urged Uganda to show “great restraint” on Monday.", "show “great restraint", "Uganda to show great restraint"},
		{"Kenya insists that Uganda should halt its patrols.", "halt its patrols", "Uganda should halt its patrols"},
		{"Kenya rejected a truce plan under which it would leave.", "a truce plan", "a truce plan"},
		{"Kenya wants an agreement to bring an end to it.", "an agreement to bring an end to it", ""},
		{"Kenya has agreed to open the northern dams.", "open the northern dams", ""},
		{"Kenya previously wanted the northern dams opened.", "the northern dams opened", ""},
		{"Kenya wants boats such as ferries.", "boats such as ferries", ""},
		{"Kenya is ready to open the northern dams.", "open the northern dams", "open the northern dams"},
		{"Kenya wants the dam of the long and winding river that is the border of the north between the hills of the east removed.", "the dam", ""},
		{"Kenya called for talks on the lakes and left.", "talks", "talks on the lakes"},
		{"Kenya called for a lake treaty on Monday.", "a lake treaty", "a lake treaty"},
		{"Kenya said Sunday that Uganda should halt its patrols.", "halt its patrols", "Uganda should halt its patrols"},
		{"Kenya rejected the proposal in a letter of the cabinet.", "the proposal in a letter of the cabinet", ""},
		{"Kenya wants the proposal of a fishing zone dropped.", "the proposal of a fishing zone", "the proposal of a fishing zone"},
		{"Kenya wants nothing of the kind.", "peace on the lakes", ""},
	} {
		s := tale("a", "2027-03-10", rapporteur.News)
		s.wants(s.says("1", test.sentence), test.proposal, rapporteur.Supports)
		want := []string{"Kenya: " + test.want}
		if test.want == "" {
			want = nil
		}
		if d := cmp.Diff(want, section(briefOf(t, march, s), service.Wants)); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.sentence, d)
		}
	}
}

// TestWishOfOthers: what the neighbour says that a party wants is no wish of the party, and
// a member of its parliament wants things himself.
func TestWishOfOthers(t *testing.T) {
	s := tale("a", "2027-03-10", rapporteur.News)
	b := s.says("1", "Kenya wants to close the northern lakes, Uganda said.")
	s.wants(b, "close the northern lakes", rapporteur.Supports)
	s.Statements = append(s.Statements, rapporteur.Statement{Basis: b, Speakers: []string{"UGA"}, For: "UGA", Mode: rapporteur.Indirect,
		Content: []rapporteur.Span{{Start: b.Evidence[0].Start, End: b.Evidence[0].Start + 39, Text: "Kenya wants to close the northern lakes"}}})
	s.Actors = append(s.Actors,
		rapporteur.Actor{ID: "amina-owino", Known: true, Name: "Amina Owino", Kind: rapporteur.Person, State: "KEN", Roles: []rapporteur.Role{{Office: "legislator", For: "KEN", Sector: "legislature"}}},
		rapporteur.Actor{ID: "joan-mosi", Known: true, Name: "Joan Mosi", Kind: rapporteur.Person, State: "KEN", Roles: []rapporteur.Role{{Office: "foreign-minister", For: "KEN", Sector: "government"}}})
	p := s.wants(s.says("2", "Amina Owino wants new patrol boats for Mombasa."), "new patrol boats for Mombasa", rapporteur.Supports)
	p.Actor, p.Issue = "amina-owino", &rapporteur.Issue{ID: "arms", Label: "Arms supplies and military aid"}
	p = s.wants(s.says("3", "Joan Mosi wants a joint fish market."), "a joint fish market", rapporteur.Supports)
	p.Actor, p.Issue = "joan-mosi", &rapporteur.Issue{ID: "trade", Label: "Trade and tariffs"}
	got := section(briefOf(t, march, s), service.Wants)
	slices.Sort(got)
	if d := cmp.Diff([]string{"Amina Owino: new patrol boats for Mombasa", "Kenya: a joint fish market"}, got); d != "" {
		t.Errorf("wishes (-want +got):\n%s", d)
	}
}

// TestBriefCountsWhoCame: of a meeting that several reports tell of, who came by one of
// them alone is not named on the page.
func TestBriefCountsWhoCame(t *testing.T) {
	day := func(m *rapporteur.Meeting) { m.Date = "2027-03-05" }
	r := recorded(t, meets("a", "2027-03-05", day), meets("b", "2027-03-06", day), meets("c", "2027-03-06", func(m *rapporteur.Meeting) {
		day(m)
		m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Present))
	}))
	b, err := service.BriefOn(t.Context(), r, march)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"Kenya", "Uganda"}, b.Sections[0].Lines[0].Who); d != "" {
		t.Errorf("who came (-want +got):\n%s", d)
	}
}

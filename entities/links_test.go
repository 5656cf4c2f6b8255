package entities_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLinksDoNotChange holds that whatever is done with what was asked for changes
// nothing for who asks later.
func TestLinksDoNotChange(t *testing.T) {
	doc, links := link(t, "2024-03-05", "Russian foreign minister Sergey Lavrow met Serbia and Kosovo in Bergen. Both sides praised the minister. A senior Norwegian official said that their talks had gone well.")
	before := links.List(map[string]bool{"NOR": true})
	for i := range links.Actors() {
		a := links.Actor(i)
		a.ID, a.For, a.Plural = "changed", "changed", !a.Plural
	}
	for i := range links.Mentions() {
		m := links.Mention(i)
		m.Actor, m.First = 0, 0
	}
	for i := range doc.Tokens {
		links.Pair(i)
		links.Referent(i)
		links.Territory(i)
	}
	for _, n := range links.Notices() {
		n.Message = "changed"
	}
	if diff := cmp.Diff(before, links.List(map[string]bool{"NOR": true})); diff != "" {
		t.Errorf("links have changed (-before +after)\n%s", diff)
	}
	if n := links.Notices(); len(n) != 1 || n[0].Message == "changed" {
		t.Errorf("notices are %v", n)
	}
}

// TestMentions holds that every mention lies around its head and covers tokens of its
// own, and that tokens outside of the text stand for nobody.
func TestMentions(t *testing.T) {
	doc, links := link(t, "2024-03-05", "Ada Berg met Carl Moe of Norway in Oslo. He thanked her. The mayor said that he would leave. Moe praised the retired mayor.")
	for i := range links.Mentions() {
		if m := links.Mention(i); m.First > m.Head || m.Head >= m.Last || m.Actor >= links.Actors() {
			t.Errorf("mention %d: %+v", i, m)
		}
	}
	for i := range doc.Tokens {
		at := links.MentionAt(i)
		if at < 0 {
			continue
		}
		if m := links.Mention(at); i < m.First || i >= m.Last || links.ActorAt(i) != m.Actor {
			t.Errorf("token %d is covered by %+v", i, m)
		}
	}
	for _, outside := range []int{-1, len(doc.Tokens), len(doc.Tokens) + 7} {
		if links.MentionAt(outside) >= 0 || links.Referent(outside) >= 0 || links.ActorAt(outside) >= 0 || links.Territory(outside) >= 0 || links.Location(outside) >= 0 {
			t.Errorf("token %d stands for somebody", outside)
		}
	}
}

// TestIntroduced holds where an actor is mentioned first by more than a pronoun.
func TestIntroduced(t *testing.T) {
	doc, links := link(t, "2024-03-05", "“I will not sign it,” Sergei Lavrov said. Lavrov left.")
	for i := range links.Actors() {
		if links.Actor(i).ID != "sergei-lavrov" {
			continue
		}
		if head := links.Introduced(i); head < 0 || doc.Tokens[head].Form != "Sergei" && doc.Tokens[head].Form != "Lavrov" {
			t.Errorf("introduced at %d", head)
		}
		return
	}
	t.Error("nobody of that name")
}

// TestListKeepsWhatIsUsed holds that who only a description or a place stands for is
// listed where an entry uses it.
func TestListKeepsWhatIsUsed(t *testing.T) {
	_, links := link(t, "2024-03-05", "Sergei Lavrov thanked a retired mayor. The ships left Bergen.")
	ids := func(used ...string) map[string]bool {
		all := map[string]bool{}
		for _, id := range used {
			all[id] = true
		}
		found := map[string]bool{}
		for _, a := range links.List(all) {
			found[a.ID] = len(a.Mentions) > 0
		}
		return found
	}
	if diff := cmp.Diff(map[string]bool{"sergei-lavrov": true}, ids()); diff != "" {
		t.Errorf("nothing used (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(map[string]bool{"sergei-lavrov": true, "NOR": true, "~retired-mayor": true}, ids("NOR", "~retired-mayor")); diff != "" {
		t.Errorf("two used (-want +got)\n%s", diff)
	}
}

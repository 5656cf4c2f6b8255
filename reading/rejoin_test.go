package reading

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/source"
)

// TestRejoin: mentions of one meeting that were kept apart while they were read are one
// once all are known, and what tells them apart keeps them so.
func TestRejoin(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	text := "Kenya and Uganda held talks on the border. The talks of Kenya and Uganda lasted four hours. Kenya and Tanzania held talks as well."
	report, err := source.Parse("rejoin.txt", []byte(text), source.Options{Published: "2027-03-08"})
	if err != nil {
		t.Fatal(err)
	}
	read, err := reader.begin(t.Context(), report, language.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		change func(second *meetingMention)
		want   int
	}{
		{"the same sides", func(*meetingMention) {}, 2},
		{"another day", func(e *meetingMention) { e.date = "2027-02-01" }, 3},
		{"a call", func(e *meetingMention) { e.kind = "call" }, 3},
		{"another place", func(e *meetingMention) { e.place = &rapporteur.Place{Name: "Gulu", Country: "UGA"} }, 3},
	} {
		mentions := threeMentions(read, text)
		if len(mentions) != 3 {
			t.Fatalf("%d mentions", len(mentions))
		}
		mentions[0].date, mentions[0].place = "2027-03-05", &rapporteur.Place{Name: "Nairobi", Country: "KEN"}
		test.change(&mentions[1])
		var all []cluster
		for _, e := range mentions {
			all = append(all, cluster{mentions: []meetingMention{e}, lead: e})
		}
		if got := reader.together.rejoin(read.links, all); len(got) != test.want {
			t.Errorf("%s: %d meetings, want %d", test.name, len(got), test.want)
		}
	}
}

// threeMentions are those of the three sentences of a text, as an annotator has them.
func threeMentions(read *reading, text string) []meetingMention {
	words := func(sentence int, w string) span {
		from := 0
		for range sentence {
			from += strings.Index(text[from:], ".") + 1
		}
		start := from + strings.Index(text[from:], w)
		return span{start, start + len(w)}
	}
	type mention = struct {
		Trigger        span
		Participants   []span
		Host, Mediator *span
		Place, Date    *span
	}
	var all []annotatedMeeting
	for i, other := range []string{"Uganda", "Uganda", "Tanzania"} {
		m := annotatedMeeting{Kind: "talks", Status: "held"}
		m.Mentions = append(m.Mentions, mention{Trigger: words(i, "talks"), Participants: []span{words(i, "Kenya"), words(i, other)}})
		all = append(all, m)
	}
	out, _ := annotatedMentions(read, all, rand.New(rand.NewPCG(3, 4)))
	for i := range out { // no error of a reader here
		out[i].kind, out[i].status = "talks", rapporteur.Held
	}
	return out
}

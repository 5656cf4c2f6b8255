package segment_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"rapporteur/language/segment"
)

// divide gives the sentences of a paragraph, its words separated by spaces; a
// word that is written as one with the word before has a plus sign.
func divide(text string) []string {
	var s segment.Sentences
	segment.Split(text, 0, len(text), &s)
	var all []string
	first := 0
	for _, end := range s.Ends {
		var b strings.Builder
		for i, t := range s.Tokens[first:end] {
			if t.Joined {
				b.WriteString("+")
			} else if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(text[t.Start:t.End])
		}
		all = append(all, b.String())
		first = end
	}
	return all
}

func TestWords(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"They don't and cannot.", "They do+n't and can+not ."},
		{"Russia's envoys' plan", "Russia+'s envoys+' plan"},
		{"Russia’s envoys’ plan isn’t", "Russia+’s envoys+’ plan is+n’t"},
		{"I'm sure we'll win; they've lost", "I+'m sure we+'ll win ; they+'ve lost"},
		{"It's gonna end", "It+'s gon+na end"},
		{"O'Connor of Qa'im's town", "O'Connor of Qa'im+'s town"},
		{"US-led, anti-Western, co-chair, Secretary-General", "US - led , anti-Western , co-chair , Secretary - General"},
		{"al-Qaeda and Jamaat-e-Islami", "al - Qaeda and Jamaat - e - Islami"},
		{"a 15-year, 2019-2020 deal", "a 15 - year , 2019 - 2020 deal"},
		{"call 1-800-555-0100", "call 1-800-555-0100"},
		{"worth $4.2bn or US$300m, €5 and 12,500 rials", "worth $ 4.2 bn or US$ 300 m , € 5 and 12,500 rials"},
		{"up 3.5% at 10:30am", "up 3.5 % at 10:30 am"},
		{"on 9/11, either/or", "on 9/11 , either / or"},
		{"since the 1990s or 1980's", "since the 1990s or 1980's"},
		{"see www.un.org, https://un.org/a?b=c#d.", "see www.un.org , https://un.org/a?b=c#d ."},
		{"(press@mfa.example.org) says", "( press@mfa.example.org ) says"},
		{"Amazon.com's AT&T deal", "Amazon.com+'s AT&T deal"},
		{"“Talks”, ‘talks’ and \"talks\"", "“ Talks ” , ‘ talks ’ and \" talks \""},
		{"wait... no… yes -- and – or", "wait ... no … yes -- and – or"},
		{"the U.S.'s No. 10", "the U.S.+'s No. 10"},
		{"at 5 p.m. EST", "at 5 p.m. EST"},
		{"J. R. Smith Jr. of Acme Inc. said", "J. R. Smith Jr. of Acme Inc. said"},
		{"@envoy #peace :)", "@envoy #peace :)"},
		{"the '90s and ’72", "the '90s and ’72"},
		{"Łódź a\u00a0b", "Łódź a b"},
	} {
		if diff := cmp.Diff([]string{tc.want}, divide(tc.text)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"two", "Talks ended. Nobody spoke.", "Talks ended . | Nobody spoke ."},
		{"rank", "He met Lt Gen. Ali. Then Col. Bo left.", "He met Lt Gen. Ali . | Then Col. Bo left ."},
		{"country", "He left the U.S. on Monday.", "He left the U.S. on Monday ."},
		{"country at the end", "He left the U.S. The talks go on.", "He left the U.S. | The talks go on ."},
		{"country and name", "U.S. President Doe spoke.", "U.S. President Doe spoke ."},
		{"street", "No. 10 said no. It would wait.", "No. 10 said no . | It would wait ."},
		{"initials", "George W. Bush and J.K. Doe met.", "George W. Bush and J.K. Doe met ."},
		{"letter", "There is no plan B. The talks failed.", "There is no plan B . | The talks failed ."},
		{"company", "It hit Acme Inc. and Foo Ltd. It hurt.", "It hit Acme Inc. and Foo Ltd . | It hurt ."},
		{"question goes on", "“Who left the table!” he said. “Not us.”", "“ Who left the table ! ” he said . | “ Not us . ”"},
		{"question and speaker", "\"Why now?\" Foreign Minister Ana Doe asked. Silence.", "\" Why now ? \" Foreign Minister Ana Doe asked . | Silence ."},
		{"question ends", "\"Why now?\" The envoys left.", "\" Why now ? \" | The envoys left ."},
		{"quotation ends", "He said: \"We agree.\" Then he left.", "He said : \" We agree . \" | Then he left ."},
		{"quotation goes on", "\"We agree,\" he said. \"Now go.\"", "\" We agree , \" he said . | \" Now go . \""},
		{"marks apart", "\" We agree . \" Then \" Now go . \" He left .", "\" We agree . \" | Then \" Now go . \" | He left ."},
		{"directed marks apart", "`` We agree . '' He left . ( In May . ) It rained .", "`` We agree . '' | He left . | ( In May . ) | It rained ."},
		{"an opening mark apart", "He left . \" We agree , \" she said .", "He left . | \" We agree , \" she said ."},
		{"ellipsis", "He paused... and left.", "He paused ... and left ."},
		{"ellipsis ends", "He paused ... Then he left.", "He paused ... | Then he left ."},
		{"bracket", "They met (in May.) They left.", "They met ( in May . ) | They left ."},
		{"no stop", "Envoys meet in Bern", "Envoys meet in Bern"},
		{"dateline", "SEOUL (Reuters) – The North fired.", "SEOUL ( Reuters ) – | The North fired ."},
		{"long dateline", "KABUL, Afghanistan (AP) — Guns fell silent.", "KABUL , Afghanistan ( AP ) — | Guns fell silent ."},
		{"dated dateline", "GENEVA, Nov. 3 (Xinhua) -- Talks resumed.", "GENEVA , Nov. 3 ( Xinhua ) -- | Talks resumed ."},
		{"bare dateline", "MOSCOW — Talks resumed.", "MOSCOW — | Talks resumed ."},
		{"no dateline", "Peace — a word — is far.", "Peace — a word — is far ."},
		{"headline", "Talks fail\nThe envoys left the hall on Sunday.", "Talks fail | The envoys left the hall on Sunday ."},
		{"wrapped", "The envoys of both sides left the\nHall of Mirrors on Sunday.", "The envoys of both sides left the Hall of Mirrors on Sunday ."},
		{"list", "They want:\n- a truce\n- a summit", "They want : | - a truce | - a summit"},
		{"numbers", "1. A truce. 2. A summit.", "1 . A truce . | 2 . A summit ."},
		{"glued", "They left.Nobody spoke.", "They left . | Nobody spoke ."},
		{"example", "Some (e.g. The Hague) agreed.", "Some ( e.g. The Hague ) agreed ."},
		{"company on the web", "Amazon.com Inc. fell.", "Amazon.com Inc. fell ."},
		{"address and capital", "See https://un.org/a Talks go on.", "See https://un.org/a | Talks go on ."},
		{"mail stamp", "Ana Doe 05/17/99 01:47 PM Talks go on.", "Ana Doe | 05/17/99 01:47 PM | Talks go on ."},
		{"months", "They met on Sept. 5 and Oct. 7.", "They met on Sept. 5 and Oct. 7 ."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, strings.Join(divide(tc.text), " | ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSplitAddsAndReuses(t *testing.T) {
	text := "One went. Two stayed.\n\nThree."
	var s segment.Sentences
	segment.Split(text, 0, 21, &s)
	segment.Split(text, 23, len(text), &s)
	if diff := cmp.Diff([]int{3, 6, 8}, s.Ends); diff != "" {
		t.Error(diff)
	}
	if got := text[s.Tokens[6].Start:s.Tokens[6].End]; got != "Three" {
		t.Errorf("token %q", got)
	}
	allocations := testing.AllocsPerRun(10, func() {
		s.Reset()
		segment.Split(text, 0, len(text), &s)
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

// FuzzSplit holds the promise of the package: tokens in order, inside the text,
// and nothing but white space between them.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"They don't.", "“…!” he said — U.S. '90s n't ''", "a\xffb 'n't .5 US$ 1-2", "\u200b\u00a0x’s"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s segment.Sentences
		segment.Split(text, 0, len(text), &s)
		at := 0
		for i, token := range s.Tokens {
			blank(t, text[at:token.Start])
			if token.End <= token.Start || token.Joined && token.Start != at {
				t.Fatalf("token %d is %+v of %q", i, token, text)
			}
			at = token.End
		}
		blank(t, text[at:])
		last := 0
		for _, end := range s.Ends {
			if end <= last {
				t.Fatalf("ends %v of %q", s.Ends, text)
			}
			last = end
		}
		if last != len(s.Tokens) {
			t.Fatalf("ends %v of %d tokens", s.Ends, len(s.Tokens))
		}
	})
}

func blank(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if !unicode.IsSpace(r) && !strings.ContainsRune("\u200b\ufeff\u2060", r) {
			t.Fatalf("%q stands between tokens", gap)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	paragraph := strings.Repeat("“We won't accept pre-conditions,” Lt Gen. Ana Doe, the U.S.-based envoy of "+
		"Ruritania's government, told reporters in Bern on Tuesday. The talks, worth $4.2bn, would go on. ", 20)
	var s segment.Sentences
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		s.Reset()
		segment.Split(paragraph, 0, len(paragraph), &s)
		tokens += len(s.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

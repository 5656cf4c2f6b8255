package lexeme_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur/store/lexeme"
)

// found says whether a text has every phrase of a question.
func found(text, question string) bool {
	words := " " + strings.Join(lexeme.Words(text), " ") + " "
	return !slices.ContainsFunc(lexeme.Phrases(question), func(phrase []string) bool {
		return !strings.Contains(words, " "+strings.Join(phrase, " ")+" ")
	})
}

// TestApart finds words inside a run of text, and no others.
func TestApart(t *testing.T) {
	const (
		chinese  = "两国外长定于六月三日在河内就渔业协定举行第2轮会谈。"
		japanese = "両国の外相はハノイで漁業協定について会談し、コーヒーの関税も話し合った。"
		thai     = "รัฐมนตรีต่างประเทศจะประชุมที่กรุงฮานอยเรื่องข้อตกลงประมง"
		korean   = "외교장관은 하노이에서 어업협정을 논의했다."
	)
	for _, c := range []struct {
		text, question string
		want           bool
	}{
		{chinese, "会谈", true}, {chinese, "渔业协定", true}, {chinese, "河内 会谈", true}, {chinese, "谈会", false}, {chinese, `"第2轮"`, true}, {chinese, "长", true},
		{japanese, "会談", true}, {japanese, "関税", true}, {japanese, "コーヒー", true}, {japanese, "コーヒ豆", false}, {japanese, "ハノイ 漁業", true},
		{thai, "ประชุม", true}, {thai, "ข้อตกลง", true}, {thai, "ประมง", true}, {thai, "ประชัม", false}, {thai, "ชุมประ", false},
		{korean, "하노이", true}, {korean, "어업협정", true}, {korean, "노하", false},
	} {
		if got := found(c.text, c.question); got != c.want {
			t.Errorf("%q in %q: %t", c.question, c.text, got)
		}
	}
	for _, text := range []string{"", "Ferries — “late” again…", "Zürich, Москва, Ελλάδα", "हिन्दी", "tide\xff"} {
		if got := lexeme.Apart(text); got != text || lexeme.IsApart(text) {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	if !lexeme.IsApart("the 会") {
		t.Error("a text in Chinese is taken for one with blanks")
	}
}

// BenchmarkApart writes an English text as it is.
func BenchmarkApart(b *testing.B) {
	text := strings.Repeat("The ministers — “both of them” — met again on Tuesday to talk about ferries. ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		lexeme.Apart(text)
	}
}

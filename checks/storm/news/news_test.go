package news_test

import (
	"testing"

	"rapporteur"
	"rapporteur/checks/storm/news"

	"github.com/google/go-cmp/cmp"
)

// TestNews: the same number is the same report, two of three have one text, and poison
// cannot be read.
func TestNews(t *testing.T) {
	texts := map[string]int{}
	for n := range 300 {
		if d := cmp.Diff(news.Report(n), news.Report(n)); d != "" {
			t.Error(d)
		}
		texts[news.Report(n).Text]++
		r, err := news.Read(t.Context(), news.Report(n))
		if err != nil || len(r.Meetings) != 1 || len(r.Actors) != 2 || r.Meetings[0].Date != news.Report(n).Published {
			t.Errorf("%d: %+v %v", n, r, err)
		}
	}
	if len(texts) != 200 {
		t.Errorf("%d texts of 300 reports", len(texts))
	}
	if _, err := news.Read(t.Context(), news.Poison(1)); rapporteur.CodeOf(err) != rapporteur.Unsupported {
		t.Errorf("%v", err)
	}
}

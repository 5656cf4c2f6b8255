package entities_test

import (
	"strings"
	"sync"
	"testing"

	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

// steps are what linking needs, loaded once for all tests.
var steps = sync.OnceValues(func() (*linking, error) {
	engine, err := language.Load()
	if err != nil {
		return nil, err
	}
	finder, err := attribution.Load()
	if err != nil {
		return nil, err
	}
	linker, err := entities.Load()
	return &linking{engine, finder, linker}, err
})

type linking struct {
	engine *language.Engine
	finder *attribution.Reader
	linker *entities.Linker
}

func link(t *testing.T, date, text string) (*language.Document, *entities.Links) {
	t.Helper()
	return linkKnowing(t, date, text, nil)
}

func linkKnowing(t *testing.T, date, text string, tell rapporteur.Learned) (*language.Document, *entities.Links) {
	t.Helper()
	s, err := steps()
	if err != nil {
		t.Fatal(err)
	}
	report, err := source.Parse("case", []byte(text), source.Options{Published: rapporteur.Date(date)})
	if err != nil {
		t.Fatal(err)
	}
	doc := s.engine.Analyze(report)
	said := s.finder.Statements(doc)
	links, err := s.linker.LinkContext(t.Context(), doc, said, tell)
	if err != nil {
		t.Fatal(err)
	}
	return doc, links
}

// actorOf gives the id of the actor that words of a text stand for. With
// "words#2" it is the second place where they stand.
func actorOf(doc *language.Document, links *entities.Links, words string) string {
	words, nth, _ := strings.Cut(words, "#")
	at, seen := 0, 1
	if nth != "" {
		seen = int(nth[0] - '0')
	}
	for range seen {
		next := strings.Index(doc.Text[at:], words)
		if next < 0 {
			return "not in the text"
		}
		at += next + len(words)
	}
	var mentioned *entities.Mention
	for i, token := range doc.Tokens {
		if token.Start >= at-len(words) && token.End <= at {
			at := links.MentionAt(i)
			if at < 0 {
				continue
			}
			if m := links.Mention(at); (m.Actor >= 0 || m.Pair != nil) && (mentioned == nil || m.Head == i) {
				mentioned = &m
			}
		}
	}
	switch {
	case mentioned == nil:
		return "nobody"
	case mentioned.Pair != nil:
		return links.Actor(mentioned.Pair[0]).ID + " and " + links.Actor(mentioned.Pair[1]).ID
	}
	return links.Actor(mentioned.Actor).ID
}

// linkCase is a text and the actors that words of it stand for.
type linkCase struct {
	name, date, text string
	want             []string // words, then the actor they stand for
}

// checkLinks links each text and holds who is meant, as a function tells it.
func checkLinks(t *testing.T, cases []linkCase, meant func(*language.Document, *entities.Links, string) string) {
	t.Helper()
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			doc, links := link(t, tt.date, tt.text)
			for i := 0; i < len(tt.want); i += 2 {
				if got := meant(doc, links, tt.want[i]); got != tt.want[i+1] {
					t.Errorf("%q is %s, want %s", tt.want[i], got, tt.want[i+1])
				}
			}
		})
	}
}

// TestLink holds who is meant by which words of a text.
func TestLink(t *testing.T) {
	checkLinks(t, []linkCase{
		{"a full name and a surname", "2024-03-05", "Sergei Lavrov flew to Ankara on Monday. Lavrov will see his hosts on Tuesday.",
			[]string{"Sergei Lavrov", "sergei-lavrov", "Lavrov#2", "sergei-lavrov", "his", "sergei-lavrov"}},
		{"a title before a surname", "2024-03-05", "Mr Lavrov arrived late. Mrs Merkel, who left politics, was not asked.",
			[]string{"Lavrov", "sergei-lavrov", "Merkel", "angela-merkel"}},
		{"a title tells namesakes apart", "2012-03-05", "Mrs Clinton arrived late.", []string{"Clinton", "hillary-clinton"}},
		{"a rare family name", "2014-03-05", "Peskov arrived late.", []string{"Peskov", "dmitry-peskov"}},
		{"a common family name", "2014-03-05", "Smith arrived late.", []string{"Smith", "~smith"}},
		{"the president again", "2018-03-05", "Emmanuel Macron met Xi Jinping in Berlin. Macron smiled. The guests thanked the president.", []string{"the president", "emmanuel-macron"}},
		{"a king of no state", "2018-03-05", "The king arrived late.", []string{"king", "nobody"}},
		{"Sir and a given name", "2025-02-17", "Sir Keir Starmer spoke in London. Later Sir Keir met farmers.",
			[]string{"Keir Starmer", "keir-starmer", "Sir Keir#2", "keir-starmer"}},
		{"an office in 2012", "2012-05-01", "The British prime minister said that the talks had gone well.",
			[]string{"prime minister", "david-cameron"}},
		{"an office in 2023", "2023-05-01", "The British prime minister said that the talks had gone well.",
			[]string{"prime minister", "rishi-sunak"}},
		{"the secretary of state", "2014-03-05", "The US secretary of state said that the talks had gone well.",
			[]string{"secretary of state", "john-kerry"}},
		{"an office after the tables end", "2039-05-01", "The British prime minister said that the talks had gone well.",
			[]string{"prime minister", "~british-prime-minister"}},
		{"transliterations", "2023-05-01", "Volodymyr Zelenskiy thanked his guests. Zelensky then left. Zelenskyy will be back on Monday.",
			[]string{"Volodymyr Zelenskiy", "volodymyr-zelensky", "Zelensky ", "volodymyr-zelensky", "Zelenskyy", "volodymyr-zelensky"}},
		{"a misspelling", "2024-03-05", "Russian foreign minister Sergey Lavrow said that the talks had gone well.",
			[]string{"Lavrow", "sergei-lavrov"}},
		{"an unknown person with an office", "2024-03-05", "Norwegian deputy trade minister Ola Fjordheim said that the talks had gone well. Fjordheim will travel on.",
			[]string{"Ola Fjordheim", "~ola-fjordheim", "Fjordheim#2", "~ola-fjordheim"}},
		{"a state and a role are no person", "2024-03-05", "A senior Iranian official said that the talks had gone well.",
			[]string{"official", "~senior-iranian-official"}},
		{"pronouns by gender", "2023-05-01", "Annalena Baerbock received Antony Blinken in Berlin. She said that the talks had gone well. He left for Paris.",
			[]string{"She", "annalena-baerbock", "He ", "antony-blinken"}},
		{"both sides", "2024-03-05", "Serbia and Kosovo met in Brussels. Both sides said that the talks had gone well.",
			[]string{"Both sides", "SRB and XKX"}},
		{"his country", "2024-03-05", "Sergei Lavrov spoke in Ankara. He said that his country was ready for talks.",
			[]string{"his country", "RUS"}},
		{"I and we in quotations", "2024-03-05", "\"I will sign it because we want peace,\" Sergei Lavrov said.",
			[]string{"I ", "sergei-lavrov", "we ", "RUS"}},
		{"you in quotations", "2024-03-05", "\"You can count on us,\" Emmanuel Macron told Volodymyr Zelensky.",
			[]string{"You", "volodymyr-zelensky", "us", "FRA"}},
		{"a capital as a government and as a city", "2024-03-05", "Moscow rejected the plan. The envoys met in Moscow.",
			[]string{"Moscow", "RUS", "Moscow#2", "nobody"}},
		{"a seat of power", "2024-03-05", "The Kremlin said that the talks had gone well.",
			[]string{"Kremlin", "RUS"}},
		{"a body and what takes it up", "2024-03-05", "NATO will meet in Brussels. The alliance said that it was united.",
			[]string{"NATO", "NATO", "alliance", "NATO", "it ", "NATO"}},
		{"namesakes by office", "2013-12-01", "Libyan foreign minister Mohamed Abdelaziz said that the talks had gone well.",
			[]string{"Mohamed Abdelaziz", "mohamed-abdelaziz"}},
		{"the president rather than his wife", "2019-03-05", "President Trump landed on Sunday. First lady Melania Trump stayed behind. On Monday Trump met farmers.",
			[]string{"Trump", "donald-trump", "Melania Trump", "melania-trump", "Trump met", "donald-trump"}},
		{"a son of the same name", "2019-03-05", "Donald Trump Jr. arrived on Sunday. Trump stayed behind.",
			[]string{"Donald Trump Jr.", "~donald-trump-jr", "Trump#2", "donald-trump"}},
		{"a speaker is not forgotten while he speaks", "2024-03-05", "Emmanuel Macron spoke in Paris. \"It is late,\" Sergei Lavrov said. \"Time flies. Nobody knows why. The clock is ticking. Spring is near. The roads are dry.\" He added: \"Let us go.\"",
			[]string{"He ", "sergei-lavrov"}},
		{"the two leaders as they", "2024-03-05", "Emmanuel Macron met Olaf Scholz in Berlin. The two leaders walked along the river. They said that the talks had gone well.",
			[]string{"They", "emmanuel-macron and olaf-scholz"}},
		{"it that is nobody", "2024-03-05", "France is far away. It is clear that the shop has closed.", []string{"It ", "nobody"}},
		{"the minister again", "2024-03-05", "Russian foreign minister Sergei Lavrov came first. The minister said that the talks had gone well.",
			[]string{"The minister", "sergei-lavrov"}},
	}, actorOf)
}

// TestRoles holds what the links says of persons.
func TestRoles(t *testing.T) {
	_, links := link(t, "2024-03-05", "Norwegian deputy trade minister Ola Fjordheim said that the talks had gone well.")
	for _, a := range links.List(nil) {
		if a.ID == "~ola-fjordheim" {
			if a.State != "NOR" || len(a.Roles) != 1 || a.Roles[0].For != "NOR" || a.Roles[0].Sector != "government" {
				t.Errorf("got %+v", a)
			}
			return
		}
	}
	t.Error("nobody of that name")
}

// TestNotices holds what is odd in a report and what only looks so.
func TestNotices(t *testing.T) {
	for _, tt := range []struct {
		name, date, text string
		want             []string // kind: words of the evidence
	}{
		{"an article written in another way", "2024-03-05", "The envoy met Abdel-Fattah al-Sissi, the president of Egypt, in Cairo on Tuesday.", nil},
		{"a misspelt name", "2024-03-05", "Russian foreign minister Sergei Lavrow said that the talks had gone well.",
			[]string{"misspelt-name: foreign minister Sergei Lavrow"}},
		{"a transliteration is no misspelling", "2024-03-05", "Sergey Lavrov said that the talks had gone well.", nil},
		{"namesakes but for a letter", "2024-03-05", "Mark Miller, a farmer, said that the talks had gone well.", nil},
		{"a long family name misspelt", "2024-03-05", "Benjamin Netanyanu said that the talks had gone well.",
			[]string{"misspelt-name: Benjamin Netanyanu"}},
		{"an office not held", "2012-05-01", "British foreign secretary Boris Johnson said on Tuesday that the talks had gone well.",
			[]string{"office-not-held: foreign secretary Boris Johnson"}},
		{"an office no longer held", "2023-05-01", "British prime minister David Cameron said on Monday that the talks had gone well.",
			[]string{"office-not-held: prime minister David Cameron"}},
		{"an office held", "2012-05-01", "British foreign secretary William Hague said on Tuesday that the talks had gone well.", nil},
		{"a former holder", "2023-05-01", "Former British prime minister David Cameron said on Monday that the talks had gone well.", nil},
		{"then", "2023-05-01", "The then British prime minister David Cameron said that the talks had gone well.", nil},
		{"in hindsight", "2023-05-01", "The deal was struck under British prime minister David Cameron.", nil},
		{"elect", "2024-12-20", "US president-elect Donald Trump said that the talks had gone well.", nil},
		{"within a month of a change", "2024-07-20", "British prime minister Rishi Sunak said that the talks had gone well.", nil},
		{"after the tables end", "2039-05-01", "British prime minister David Cameron said that the talks had gone well.", nil},
		{"in a quotation", "2023-05-01", "\"British prime minister David Cameron said it,\" Sergei Lavrov recalled.", nil},
		{"another time", "2023-05-01", "British prime minister David Cameron said in May 2012 that the talks had gone well.", nil},
		{"one office under two names", "2024-03-05", "The president of the United Arab Emirates, Mohammed bin Zayed, will host the talks. The UAE president Mohammed Karim said that the guests were welcome.",
			[]string{"inconsistent-name: president of the United Arab Emirates, Mohammed bin Zayed | president Mohammed Karim"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, links := link(t, tt.date, tt.text)
			var got []string
			for _, n := range links.Notices() {
				var words []string
				for _, e := range n.Evidence {
					words = append(words, doc.Words(e))
				}
				got = append(got, n.Kind+": "+strings.Join(words, " | "))
			}
			want(t, tt.name, got, tt.want...)
		})
	}
}

func want(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", what, diff)
	}
}

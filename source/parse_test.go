package source_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"rapporteur"
	"rapporteur/source"

	"github.com/google/go-cmp/cmp"
)

// kinds writes a report one paragraph a line: its kind, and its words.
func kinds(r *rapporteur.Report) string {
	var out strings.Builder
	text := []rune(r.Text)
	for _, p := range r.Paragraphs {
		out.WriteString(string(p.Kind) + "\t" + strings.ReplaceAll(string(text[p.Start:p.End]), "\n", "⏎") + "\n")
	}
	return out.String()
}

func parse(t *testing.T, text string) *rapporteur.Report {
	t.Helper()
	r, err := source.Parse("test", []byte(text), source.Options{})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	checkReport(t, r)
	return r
}

const said = "The two sides met for an hour on Monday and will meet again, the hosts said."

func TestParagraphs(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"date and title", "date 2024-04-16\n\nTalks open in Geneva\n\n" + said,
			"boilerplate\tdate 2024-04-16\ntitle\tTalks open in Geneva\nbody\t" + said + "\n"},
		{"appeal glued to the date", " date 2024-04-16 Your support makes all the difference. Read more\n\n" + said,
			"boilerplate\tdate 2024-04-16\nboilerplate\tYour support makes all the difference. Read more\nbody\t" + said + "\n"},
		{"report glued to the appeal", "date 2024-04-16 Please donate today to keep us going. " + said + "\n\nNo more was said.",
			"boilerplate\tdate 2024-04-16\nboilerplate\tPlease donate today to keep us going.\nbody\t" + said + "\nbody\tNo more was said.\n"},
		{"appeal in somebody's mouth", `“Please donate today,” the mayor told a crowd on the bridge, and many of them did.`,
			"body\t“Please donate today,” the mayor told a crowd on the bridge, and many of them did.\n"},
		{"wrapped lines", "The delegations of Valdoria and Lesmark sat down in Geneva on Tuesday\nmorning for the first time since the border between the two states was\nclosed in March.\n\nNobody spoke to the press.",
			"body\tThe delegations of Valdoria and Lesmark sat down in Geneva on Tuesday⏎morning for the first time since the border between the two states was⏎closed in March.\nbody\tNobody spoke to the press.\n"},
		{"a paragraph a line", said + "\nA second round, which both of them want, is planned for the end of May in a town on the lake that they have not named.\nNobody spoke to the press.",
			"body\t" + said + "\nbody\tA second round, which both of them want, is planned for the end of May in a town on the lake that they have not named.\nbody\tNobody spoke to the press.\n"},
		{"headings and links", said + "\n\nA road and two maps\n\n" + said[:20] + ".\n\nMore:Guards wait at the border\n\nWhat the road means for farmers\n\nNobody spoke to the press.",
			"body\t" + said + "\nheading\tA road and two maps\nbody\t" + said[:20] + ".\nboilerplate\tMore:Guards wait at the border\nboilerplate\tWhat the road means for farmers\nbody\tNobody spoke to the press.\n"},
		{"captions", said + "\n\nAna Petrescu, left, meets with the mayor of the town on the lake on Tuesday\n\nThe mayor speaks at a bridge in Geneva, Switzerland, April 16, 2024. REUTERS/Mira Holt\n\nNobody spoke to the press.",
			"body\t" + said + "\ncaption\tAna Petrescu, left, meets with the mayor of the town on the lake on Tuesday\ncaption\tThe mayor speaks at a bridge in Geneva, Switzerland, April 16, 2024. REUTERS/Mira Holt\nbody\tNobody spoke to the press.\n"},
		{"a label before a caption", "CLOSE The mayor opens the bridge. Video provided by Lakeside\n\nClose allies of the mayor stayed away.\n\n" + said,
			"boilerplate\tCLOSE\ncaption\tThe mayor opens the bridge. Video provided by Lakeside\nbody\tClose allies of the mayor stayed away.\nbody\t" + said + "\n"},
		{"share bar, player, newsletter, agency", said + "\n\nFacebook Twitter Pinterest The bridge at dawn. Photograph: Mira Holt\n\nJUST WATCHED The bridge Replay More Videos ... MUST WATCH The bridge 01:02\n\nSign up for our letter, delivered to your inbox each day.\n\nWe use cookies to make this better.\n\nThe Associated Press contributed to this report.\n\n© 2024 The Courier. All rights reserved.",
			"body\t" + said + "\nboilerplate\tFacebook Twitter Pinterest\ncaption\tThe bridge at dawn. Photograph: Mira Holt\nboilerplate\tJUST WATCHED The bridge Replay More Videos ... MUST WATCH The bridge 01:02\nboilerplate\tSign up for our letter, delivered to your inbox each day.\nboilerplate\tWe use cookies to make this better.\nboilerplate\tThe Associated Press contributed to this report.\nboilerplate\t© 2024 The Courier. All rights reserved.\n"},
		{"summary", "Talks open\n\nStory highlights The mayor backs the road\n\nLesmark does not say what it wants\n\n" + said,
			"title\tTalks open\nheading\tStory highlights\nbody\tThe mayor backs the road\nbody\tLesmark does not say what it wants\nbody\t" + said + "\n"},
		{"a list", "They agreed on three things:\n\nThe bridge opens in May\n\nNo toll is asked from those who live on either bank of the river\n\nA clock is put up\n\n" + said + "\n\n[Read: the bridge in pictures]",
			"body\tThey agreed on three things:\nbody\tThe bridge opens in May\nbody\tNo toll is asked from those who live on either bank of the river\nbody\tA clock is put up\nbody\t" + said + "\nboilerplate\t[Read: the bridge in pictures]\n"},
		{"twice the same", "Talks open in Geneva\n\nTalks open in Geneva\n\n" + said,
			"title\tTalks open in Geneva\nboilerplate\tTalks open in Geneva\nbody\t" + said + "\n"},
		{"a post", said + "\n\nThe bridge will open. I promise. — Ana Petrescu (@anap) April 16, 2024",
			"body\t" + said + "\nbody\tThe bridge will open. I promise. — Ana Petrescu (@anap) April 16, 2024\n"},
		{"words of boilerplate in somebody's mouth", "The company does not sell names, its director said. “Read our privacy policy, it is all in there.”",
			"body\tThe company does not sell names, its director said. “Read our privacy policy, it is all in there.”\n"},
		{"agency's credit at the end", said + " (Reporting by Jo Marsh; Editing by Paul Eder)",
			"body\t" + said + "\nboilerplate\t(Reporting by Jo Marsh; Editing by Paul Eder)\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, kinds(parse(t, tt.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHead(t *testing.T) {
	for _, tt := range []struct{ name, text, published, title, byline, outlet string }{
		{"date line", "date 2024-04-16\n\nTalks open\n\n" + said, "2024-04-16", "Talks open", "", ""},
		{"no such day", "date 2024-02-30\n\nTalks open\n\n" + said, "", "Talks open", "", ""},
		{"a day in words", "Talks open\n\nPublished 16 April 2024\n\n" + said, "2024-04-16", "Talks open", "", ""},
		{"a day the American way", "Talks open\n\nUpdated Apr. 16, 2024, 10:15 GMT\n\n" + said, "2024-04-16", "Talks open", "", ""},
		{"the day of an update", "Talks open\n\nUpdated 2024-04-17\n\nPublished 2024-04-16\n\n" + said, "2024-04-16", "Talks open", "", ""},
		{"two days", "Talks open\n\n16 April 2024\n\n17 April 2024\n\n" + said, "", "Talks open", "", ""},
		{"a day in numbers", "Talks open\n\n16/04/2024\n\n" + said, "2024-04-16", "Talks open", "", ""},
		{"a day in numbers, two ways to read it", "Talks open\n\n04/05/2024\n\n" + said, "", "Talks open", "", ""},
		{"dateline", "GENEVA, April 16, 2024 (Agency) — " + said + " " + said, "2024-04-16", "", "", ""},
		{"no dateline", "On March 1, 2024, the border was closed. " + said + " " + said, "", "", "", ""},
		{"title with a stop, like a headline", "Border Talks Between Neighbours Open.\n\n" + said, "", "Border Talks Between Neighbours Open.", "", ""},
		{"no day", "Talks open\n\n" + said, "", "Talks open", "", ""},
		{"a day in the report", said + " The border was closed on 1 March 2024 after a quarrel about a bridge in the north.", "", "", "", ""},
		{"by", "Talks open\n\nBy Jo Marsh and Paul Eder\n\n" + said, "", "Talks open", "Jo Marsh and Paul Eder", ""},
		{"bare names", "Talks open\n\nJo Marsh\n\nVALLEY COURIER\n\n" + said, "", "Talks open", "Jo Marsh", "VALLEY COURIER"},
		{"a title with a stop", "Talks open. Few are glad.\n\nJo Marsh\n\n" + said, "", "Talks open. Few are glad.", "Jo Marsh", ""},
	} {
		r := parse(t, tt.text)
		got := []string{string(r.Published), string(r.Title), string(r.Byline), string(r.Outlet)}
		if diff := cmp.Diff([]string{tt.published, tt.title, tt.byline, tt.outlet}, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// arguing is what somebody thinks, in the first person of all of us.
const arguing = "Lesmark has waited nine winters for a crossing that every child on the quay can draw.\n\nWe were promised it twice, and twice the money went into a harbour wall.\n\n" +
	"The council must stop hiding behind the tide tables.\n\nWho would build a wall before a road?\n\nValdoria finished its own bridge in two summers.\n\nLet us finish our half before theirs rusts."

func TestGenre(t *testing.T) {
	for _, tt := range []struct {
		text string
		want rapporteur.Genre
	}{
		{"Talks open\n\n" + said, rapporteur.News},
		{"Opinion: open the bridge\n\n" + said, rapporteur.Opinion},
		{"Open the bridge\n\nJo Marsh\n\nOpinion contributor\n\n" + said, rapporteur.Opinion},
		{"Open the bridge\n\n" + said + "\n\nPaul Eder is a lecturer in history at the University of Lesmark.", rapporteur.Opinion},
		{"Open the bridge\n\nI know that road.\n\nI drove it for years, and my sister did.\n\nNobody asked me.", rapporteur.Opinion},
		{"The bridge and us\n\nANALYSIS/OPINION:\n\n" + said, rapporteur.Opinion},
		{"News analysis: what the bridge means\n\n" + said, rapporteur.Opinion},
		{"What the bridge means | Opinion\n\n" + said, rapporteur.Opinion},
		{"The ministry defends its opinion\n\n" + said, rapporteur.News},
		{"Lesmark analysis finds lead in water\n\n" + said, rapporteur.News},
		{"A bridge too late\n\n" + arguing, rapporteur.Opinion},
		{"A bridge too late\n\n" + strings.ReplaceAll(arguing, ".", ", the mayor said."), rapporteur.News},
		{"A bridge too late\n\n" + strings.ReplaceAll(strings.ReplaceAll(arguing, "We ", "They "), "our", "their"), rapporteur.News},
		{"Talks open\n\n“I know that road,” he said.\n\n“My sister drove it,” she said.\n\n“Nobody asked me,” he said.", rapporteur.News},
		{"Talks open\n\n''I know that road,'' he said.\n\n''My sister drove it,'' she said.\n\n''Nobody asked me,'' he said.", rapporteur.News},
		{"Talks open\n\n" + said + "\n\nPaul Eder, a lecturer in history, said: “I know that road, and I know why it was closed.”", rapporteur.News},
		{"Talks open\n\nQ: Why now?\n\nA: Because of the winter.\n\nQ: Who was missing?\n\nA: The council.", rapporteur.Interview},
		{"Talks open\n\n14:05 The doors open.\n\n13:50 A car arrives.\n\n13.20 Nobody is there.\n\n12:00 The day begins.", rapporteur.Live},
		{"Border talks: as it happened\n\n" + said, rapporteur.News},
		{"Live updates: border talks\n\n" + said, rapporteur.Live},
		{"Press release\n\nLesmark opens a road\n\n" + said, rapporteur.Communique},
		{"Joint statement by Valdoria and Lesmark on the road\n\n" + said, rapporteur.Communique},
		{"Talks end without a joint statement\n\n" + said, rapporteur.News},
	} {
		if got := parse(t, tt.text).Genre; got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	const text = "Talks open\n\n“No,” the minister – Čapek – said in Genève."
	units := utf16.Encode([]rune(text))
	var little, big []byte
	for _, u := range units {
		little = binary.LittleEndian.AppendUint16(little, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	for name, data := range map[string]string{
		"UTF-8": text, "UTF-8 with a mark": "\xef\xbb\xbf" + text,
		"UTF-16 LE": "\xff\xfe" + string(little), "UTF-16 BE": "\xfe\xff" + string(big),
		"UTF-16 LE without a mark": string(little), "UTF-16 BE without a mark": string(big),
		"decomposed":               strings.ReplaceAll(strings.ReplaceAll(text, "Č", "C\u030c"), "è", "e\u0300"),
		"carriage returns":         strings.ReplaceAll(text, "\n", "\r\n"),
		"old carriage returns":     strings.ReplaceAll(text, "\n", "\r"),
		"separators":               strings.ReplaceAll(text, "\n\n", "\u2029"),
		"no-break and thin spaces": strings.ReplaceAll(strings.ReplaceAll(text, "the ", "the\u00a0"), "said ", "said\u2009"),
		"invisible":                strings.ReplaceAll(text, "minister", "min\u200bis\u00adter\u200e\ufeff"),
	} {
		if got := parse(t, data).Text; got != text {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := parse(t, said[:20]+"\x01"+said[20:]+said+said).Text; got != said+said+said {
		t.Errorf("control characters: got %q", got)
	}
	if got := parse(t, "Talks open\n\n\x93No,\x94 the minister \x96 M\xfcller \x96 said.").Text; got != "Talks open\n\n“No,” the minister – Müller – said." {
		t.Errorf("Windows-1252: got %q", got)
	}
	if got := parse(t, "“No,” the minister said – twice.\xe2\x80").Text; got != "“No,” the minister said – twice.\uFFFD" {
		t.Errorf("cut off: got %q", got)
	}
}

func TestSameBytes(t *testing.T) {
	const text = " date 2024-04-16  \n\n\n Talks  open\n\nHe said  “no”.  \n"
	r := parse(t, text)
	if r.Text != text {
		t.Errorf("the text of a clean file changed: %q", r.Text)
	}
	if len(r.ID) != 16 || r.ID != parse(t, text).ID || r.ID == parse(t, text+"!").ID {
		t.Errorf("the identity %q is no hash of the text", r.ID)
	}
}

func TestOptions(t *testing.T) {
	r, err := source.Parse("test", []byte("date 2024-04-16\n\nTalks open\n\n"+said),
		source.Options{Published: "2024-05-01", Outlet: "Courier", Title: "Another", URL: "https://courier.example/1"})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{string(r.Published), string(r.Outlet), string(r.Title), string(r.URL), string(r.Language)}
	if diff := cmp.Diff([]string{"2024-05-01", "Courier", "Another", "https://courier.example/1", "en"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		opts       source.Options
		code       rapporteur.Code
		want       string
	}{
		{"talks.pdf", "%PDF-1.7\n1 0 obj\n", source.Options{}, rapporteur.Unsupported, "read talks.pdf: a PDF file that is broken; print it anew, or save its text"},
		{"talks.txt", "PK\x03\x04\x14\x00\x06\x00", source.Options{}, rapporteur.Unsupported, "unpack it first"},
		{"talks.png", "\x89PNG\r\n\x1a\n\x00\x00", source.Options{}, rapporteur.Unsupported, "not a text"},
		{"talks.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", source.Options{}, rapporteur.Unsupported, "save it as DOCX"},
		{"talks.xml", "<?xml version=\"1.0\"?>\n<!-- made <by> hand -->\n<rss version=\"2.0\"><channel></channel></rss>", source.Options{}, rapporteur.Unsupported, "rapporteur follow add"},
		{"talks.atom", "\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry/></feed>", source.Options{}, rapporteur.Unsupported, "rapporteur follow add"},
		{"talks.svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", source.Options{}, rapporteur.Unsupported, "not a text"},
		{"talks.json", `{"title": "Talks open", "text": "They met."}`, source.Options{}, rapporteur.Unsupported, "not a text"},
		{"zero", "Talks\x00open", source.Options{}, rapporteur.Unsupported, "not a text"},
		{"nothing", "", source.Options{}, rapporteur.Empty, "no words in it"},
		{"blanks", " \n\u00a0\t\r\n", source.Options{}, rapporteur.Empty, "no words in it"},
		{"signs", "*** --- ***", source.Options{}, rapporteur.Empty, "no words in it"},
		{"no article", "<html><body><script>1</script></body></html>", source.Options{}, rapporteur.Empty, "no words in it"},
		{"a bad day", said, source.Options{Published: "16 April"}, rapporteur.Invalid, `"16 April" is no day; write it as YYYY-MM-DD`},
	} {
		_, err := source.Parse(tt.name, []byte(tt.data), tt.opts)
		if rapporteur.CodeOf(err) != tt.code || err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "read "+tt.name) {
			t.Errorf("%s: got %v (%s)", tt.name, err, rapporteur.CodeOf(err))
		}
	}
}

func TestShortTextsAreNotRefused(t *testing.T) {
	for _, text := range []string{"Talks open", "Macron, Scholz meet Zelensky", "Lavrov–Rubio, Riyadh", "Le Monde interviews Sarkozy"} {
		parse(t, text)
	}
}

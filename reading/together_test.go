package reading

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/source"
)

// span is words of an annotated report, null for none.
type span struct{ Start, End int }

// annotatedMeeting is a meeting as annotators write it down, with its mentions.
type annotatedMeeting struct {
	Kind, Status string
	Mentions     []struct {
		Trigger        span
		Participants   []span
		Host, Mediator *span
		Place, Date    *span
	}
}

// TestWritePairs writes the pairs of mentions from which training/together.py learns
// whether two are of one meeting: PAIRS names the file, ANNOTATED a folder of annotated
// reports. A line has the features of a pair and whether it is one meeting. A third of
// the kinds and statuses are blurred, since a reader of reports errs about as often.
func TestWritePairs(t *testing.T) {
	out, dir := os.Getenv("PAIRS"), os.Getenv("ANNOTATED")
	if out == "" || dir == "" {
		t.Skip("training/together.py sets PAIRS and ANNOTATED")
	}
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	lines, blur := json.NewEncoder(file), rand.New(rand.NewPCG(1, 2))
	records, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(records) == 0 {
		t.Fatal("no annotated reports in", dir, err)
	}
	for _, record := range records {
		for _, p := range pairsIn(t, reader, record, blur) {
			if err := lines.Encode(p); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// annotatedPair is one line for the learner.
type annotatedPair struct {
	Same bool   `json:"same"`
	X    []bool `json:"x"`
}

// pairsIn gives the pairs of mentions of one report.
func pairsIn(t *testing.T, reader *Reader, record string, blur *rand.Rand) []annotatedPair {
	t.Helper()
	var gold struct {
		Date     string
		Meetings []annotatedMeeting
	}
	data, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(record, err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(record, ".json") + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	report, err := source.Parse(filepath.Base(record), text, source.Options{Published: rapporteur.Date(gold.Date[:min(10, len(gold.Date))])})
	if err != nil {
		return nil
	}
	read, err := reader.begin(t.Context(), report, language.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	mentions, of := annotatedMentions(read, gold.Meetings, blur)
	var out []annotatedPair
	for i := range mentions {
		for j := range i {
			p := pairOf(read.links, &mentions[j], &mentions[i])
			line := annotatedPair{Same: of[i] == of[j]}
			for _, f := range pairFeatures {
				line.X = append(line.X, f.has(&p))
			}
			out = append(out, line)
		}
	}
	return out
}

// annotatedMentions gives the mentions of a report's meetings in the order of the text,
// and the number of the meeting that each is of.
func annotatedMentions(read *reading, meetings []annotatedMeeting, blur *rand.Rand) (mentions []meetingMention, of []int) {
	var all []frames.Frame
	meetingAt := map[int]int{}
	at := rapporteur.NewIndex(read.doc.Text).Offset
	head := func(s span) int {
		first, last := syntax.TokensIn(read.doc, language.Range{Start: at(s.Start), End: at(s.End)})
		if first >= last {
			return -1
		}
		return syntax.SpanHead(read.doc, first, last)
	}
	for n, m := range meetings {
		for _, x := range m.Mentions {
			f := frames.Frame{Kind: frames.Meeting, Type: m.Kind, Trigger: head(x.Trigger), Probability: 1, Maker: "annotator"}
			if f.Trigger < 0 {
				continue
			}
			if m.Status != "held" {
				f.Set(frames.Status, strings.ReplaceAll(m.Status, " ", "-"))
			}
			for _, p := range x.Participants {
				fill(&f, frames.Participant, head(p))
			}
			for role, s := range map[frames.Role]*span{frames.Host: x.Host, frames.Mediator: x.Mediator, frames.Place: x.Place, frames.Date: x.Date} {
				if s != nil {
					fill(&f, role, head(*s))
				}
			}
			if syntax.Nominal(read.doc.Tokens[f.Trigger]) && syntax.Definite(read.doc, f.Trigger) {
				f.Set(frames.Definite, "yes")
			}
			meetingAt[f.Trigger] = n
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b frames.Frame) int { return a.Trigger - b.Trigger })
	all = read.rules.Resolve(read.doc, all, read.said, read.links)
	for i := range all {
		blurred(&all[i], blur)
		mentions = append(mentions, mentionOf(read.links, &all[i], presences{}))
		of = append(of, meetingAt[all[i].Trigger])
	}
	return mentions, of
}

func fill(f *frames.Frame, role frames.Role, head int) {
	if head >= 0 {
		f.Fillers = append(f.Fillers, frames.Pointer(role, head))
	}
}

// blurred gives some meetings another status and kind.
func blurred(f *frames.Frame, blur *rand.Rand) {
	statuses := []string{"", "", "", "planned", "planned", "under-way", "proposed", "refused"}
	kinds := []string{"meeting", "talks", "visit", "summit", "talks", "meeting"}
	if blur.Float64() < 0.33 {
		f.Set(frames.Status, statuses[blur.IntN(len(statuses))])
	}
	if blur.Float64() < 0.15 {
		f.Type = kinds[blur.IntN(len(kinds))]
	}
}

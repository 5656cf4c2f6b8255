package rules

import (
	"embed"

	"rapporteur"
	"rapporteur/ontology"
	"rapporteur/table"
)

//go:embed tables/*.tsv
var files embed.FS

// lexicon are what the rules know of words.
type lexicon struct {
	// verbs and nouns of mentions by lemma.
	verbs, nouns map[string]meetingWord
	// sightings are verbs of perception that may stand for a meeting.
	sightings map[string]meetingWord
	// redLines are words by which a party says that it will not move.
	redLines [][]string
	// polarities are what words do to the things that they govern.
	polarities   map[string]polarity
	meetingVerbs map[string][]meetingVerb
	exclusions   map[string][]exclusionWord
	// occasions are nouns for what people come together for beside meetings.
	occasions  map[string][]string
	governors  map[string]rapporteur.Modality
	stances    map[string][]stanceWord
	conditions map[string]bool
	controls   map[string]bool
	more       []string
	// claims are nouns for what is told.
	claims map[string]bool
	// denials are words that say of what is told that it is not so.
	denials  map[string]denial
	outcomes map[string][]outcomeForm
	eventLexicon
}

type meetingWord struct {
	kind                  string
	subject, object, with rapporteur.Text
	// to is the role of the state that a journey leads to.
	to             rapporteur.Text
	persons, alone bool
	needs          []string
}

// meetingVerb is a verb with a meeting for its object; rest are its particles.
type meetingVerb struct {
	rest     []string
	role     rapporteur.Text
	presence rapporteur.Presence
	status   rapporteur.Status
	// attends is set for taking part in what others hold.
	attends bool
}

// exclusionWord is a word of leaving out; exclusions.tsv explains what it says.
type exclusionWord struct {
	rest             []string
	pos              string
	left, from       []string
	negated, refusal bool
	presence         rapporteur.Presence
	// near words may hang on a word for a meeting, alone words need not say of what.
	near, alone bool
	needs       string
}

func loadLexicon(codes *ontology.Ontology) (*lexicon, error) {
	t := &lexicon{verbs: map[string]meetingWord{}, nouns: map[string]meetingWord{}, sightings: map[string]meetingWord{}, meetingVerbs: map[string][]meetingVerb{}, exclusions: map[string][]exclusionWord{}, occasions: map[string][]string{}, polarities: map[string]polarity{}, governors: map[string]rapporteur.Modality{}, stances: map[string][]stanceWord{}, conditions: map[string]bool{}, controls: map[string]bool{}, outcomes: map[string][]outcomeForm{}, claims: map[string]bool{}, denials: map[string]denial{}, eventLexicon: newEventLexicon(codes)}
	for _, f := range []struct {
		name string
		add  func(table.Row)
	}{
		{"encounters.tsv", t.addEncounter},
		{"meeting_verbs.tsv", t.addMeetingVerb},
		{"exclusions.tsv", t.addExclusion},
		{"occasions.tsv", t.addOccasion},
		{"governors.tsv", func(r table.Row) { t.governors[r.Get("word")] = rapporteur.Modality(r.Get("modality")) }},
		{"stances.tsv", t.addStance},
		{"controls.tsv", func(r table.Row) { t.controls[r.Get("word")] = true }},
		{"claims.tsv", func(r table.Row) { t.claims[r.Get("word")] = true }},
		{"further.tsv", func(r table.Row) { t.more = append(t.more, r.Get("word")) }},
		{"outcomes.tsv", func(r table.Row) {
			t.outcomes[r.Get("word")] = append(t.outcomes[r.Get("word")], outcomeForm(r.Get("form")))
		}},
		{"denials.tsv", t.addDenial},
		{"red_lines.tsv", t.addRedLine},
		{"polarities.tsv", t.addPolarity},
		{"conditions.tsv", func(r table.Row) { t.conditions[r.Get("word")] = true }},
		{"event_types.tsv", t.addType},
		{"context_words.tsv", t.addContext},
		{"frames.tsv", t.addFrame},
		{"frame_classes.tsv", t.addClass},
		{"light_verbs.tsv", t.addLight},
		{"acts.tsv", t.addAct},
		{"utterances.tsv", t.addUtterance},
		{"moods.tsv", func(r table.Row) { t.moods[r.Get("word")] = rapporteur.Modality(r.Get("modality")) }},
		{"openers.tsv", func(r table.Row) { t.openers[r.Get("word")] = true }},
		{"hedges.tsv", func(r table.Row) { t.hedges[r.Get("word")] = true }},
	} {
		data, err := files.ReadFile("tables/" + f.name)
		if err != nil {
			return nil, err
		}
		parsed, err := table.Parse(f.name, data)
		if err != nil {
			return nil, err
		}
		for _, row := range parsed.Rows {
			f.add(row)
		}
	}
	return t, nil
}

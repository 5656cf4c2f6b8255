package service

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rapporteur/record"
)

// doubtOf weighs an entry; nil where a person has judged it.
func doubtOf(e *record.Entry) *Doubt {
	if judged(e) {
		return nil
	}
	d := &Doubt{Kind: OfEntry, Entries: []record.Entry{*e}, Verdicts: []Verdict{Accepted, Mended, Rejected, Merged}}
	d.uncertain(e)
	d.Consequence, d.Matters = consequence(e)
	d.Part = minority(e)
	if len(d.Part) > 0 {
		d.Verdicts = append(d.Verdicts, SplitOff)
	}
	d.weigh()
	return d
}

// weigh multiplies, to three places.
func (d *Doubt) weigh() {
	thousandth := func(x float64) float64 { return math.Round(1000*min(1, x)) / 1000 }
	d.Uncertainty, d.Consequence = thousandth(d.Uncertainty), thousandth(d.Consequence)
	d.Weight = thousandth(d.Uncertainty * d.Consequence)
}

// judged reports whether a person has looked at an entry as it is: found it right, or put
// something of it right. One that further reports have made disputed since is asked again.
func judged(e *record.Entry) bool {
	for _, c := range e.Corrected {
		switch c.Action {
		case record.Accept, record.Set, record.Include, record.Drop, record.Missed:
			if len(e.Disputes) == 0 || len(c.Targets) >= len(e.Members) {
				return true
			}
		}
	}
	return false
}

// uncertain says how likely a person finds an entry otherwise. What rests on one report
// is most uncertain halfway between right and wrong; each further source that says the
// same makes it surer. Reports that disagree are the less certain the more balanced.
func (d *Doubt) uncertain(e *record.Entry) {
	p := confidenceOf(e)
	right := 1 - math.Pow(1-p, float64(max(1, e.Sources)))
	d.Uncertainty = 4 * right * (1 - right)
	switch {
	case e.OpinionOnly():
		d.Because = append(d.Because, fmt.Sprintf("rests on opinion pieces alone, %.2f sure", p))
	case e.Sources < 2:
		d.Because = append(d.Because, fmt.Sprintf("rests on one report, %.2f sure", p))
	default:
		d.Because = append(d.Because, fmt.Sprintf("%d sources, each %.2f sure", e.Sources, p))
	}
	for i := range e.Disputes {
		v := e.Disputes[i].Versions
		if len(versionsOf(e, &e.Disputes[i])) == 0 {
			continue
		}
		balance := float64(v[len(v)-1].Sources) / float64(max(1, v[0].Sources))
		d.Uncertainty = max(d.Uncertainty, 0.6+0.4*balance)
		field, _, _ := strings.Cut(e.Disputes[i].Field, ":")
		d.Because = append(d.Because, "reports disagree on "+field)
	}
	if by := claimedBy(e); by != "" {
		d.Uncertainty += (1 - d.Uncertainty) / 4
		d.Because = append(d.Because, "on the word of "+e.Called(by)+" alone")
	}
	if e.Event != nil && e.Event.Hedge != "" {
		d.Uncertainty += (1 - d.Uncertainty) / 4
		d.Because = append(d.Because, "hedged: "+string(e.Event.Hedge))
	}
}

// confidenceOf is how sure an entry is by the report that says most.
func confidenceOf(e *record.Entry) float64 {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Confidence
	case e.Event != nil:
		return e.Event.Confidence
	case e.Position != nil:
		return e.Position.Confidence
	case e.Statement != nil:
		return e.Statement.Confidence
	}
	return 1
}

func claimedBy(e *record.Entry) string {
	switch {
	case e.Meeting != nil:
		return string(e.Meeting.ClaimedBy)
	case e.Event != nil:
		return string(e.Event.ClaimedBy)
	case e.Position != nil:
		return string(e.Position.ClaimedBy)
	}
	return ""
}

// The consequence of an entry by its kind: meetings and what is agreed or threatened are
// what a record is for, a statement more or less changes little.
var weights = map[SectionID]float64{Agreed: 0.8, Threatened: 0.7, Refused: 0.6, Next: 0.6, Done: 0.6, Demanded: 0.5, "": 0.3}

const meetingWeighs, positionWeighs, statementWeighs = 0.8, 0.5, 0.15

// consequence says what hangs on an entry: its kind, whether named parties are in it,
// whether a report is about it and how many tell of it.
func consequence(e *record.Entry) (float64, []string) {
	weight, matters := statementWeighs, []string{string(e.Kind)}
	switch {
	case e.Meeting != nil:
		weight = meetingWeighs
		if len(leftOut(e)) > 0 {
			weight, matters = weight+0.2, append(matters, "somebody is left out")
		}
	case e.Event != nil:
		section := sectionOf(e.Event)
		weight = weights[section]
		if section != "" {
			matters[0] = "what was " + string(section)
			if section == Next {
				matters[0] = "what is to come"
			}
		}
	case e.Position != nil:
		weight = positionWeighs
	}
	if !slices.ContainsFunc(principals(e), e.IsNamed) {
		weight, matters = weight/2, append(matters, "nobody in it has a name")
	}
	if begins(e, headLength) {
		matters = append(matters, "a report begins with it")
	} else {
		weight *= 0.7
	}
	if e.Sources > 1 {
		weight, matters = weight*(1+0.1*float64(min(5, e.Sources)-1)), append(matters, fmt.Sprintf("%d sources tell of it", e.Sources))
	}
	return min(1, weight), matters
}

// principals are those who meet, do, want or say it.
func principals(e *record.Entry) []string {
	switch {
	case e.Meeting != nil:
		var out []string
		for i := range e.Meeting.Attendance {
			out = append(out, e.Meeting.Attendance[i].Actor, sideOf(&e.Meeting.Attendance[i]))
		}
		return out
	case e.Event != nil:
		return e.Event.Actors
	case e.Position != nil:
		return []string{e.Position.Actor, string(e.Position.For)}
	case e.Statement != nil:
		return append(slices.Clone(e.Statement.Speakers), string(e.Statement.For))
	}
	return nil
}

// minority are the reports that tell of another day or place than most: perhaps of
// another meeting or deed.
func minority(e *record.Entry) []string {
	if e.Meeting == nil && e.Event == nil {
		return nil
	}
	for i := range e.Disputes {
		d := &e.Disputes[i]
		if d.Field != "date" && d.Field != "place" || len(versionsOf(e, d)) == 0 {
			continue
		}
		var off []string
		for _, v := range d.Versions[1:] {
			for _, report := range v.Reports {
				if !slices.Contains(off, report) && !slices.Contains(d.Versions[0].Reports, report) {
					off = append(off, report)
				}
			}
		}
		others := slices.ContainsFunc(e.Members, func(m record.Member) bool { return !slices.Contains(off, m.Report) })
		if len(off) > 0 && others {
			return off
		}
	}
	return nil
}

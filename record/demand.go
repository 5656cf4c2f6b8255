package record

import (
	"rapporteur"
	"slices"
	"strings"
	"time"
)

// Demand is a correction that a person asks for.
type Demand struct {
	// Entry is the id of the entry, one that was superseded stands for its successor;
	// or of a report, for Missed and to Set one of ReportFields.
	Entry  string
	Action Action
	// Field and Value belong to Set: actor:OLD and the id of another actor, or one
	// of Fields; Actor is who the new id means. Undo has the number of the
	// correction in Value.
	Field, Value string
	Actor        *rapporteur.Actor
	// Others are ids: of entries for Merge and Distinct, of reports for Split.
	Others []string
	// Kind, Nth and With belong to Missed, whose Value is words: what was missed, which
	// of the places at which the words stand (0 if there is but one), and its fields.
	Kind Kind
	Nth  int
	With []Setting
	// Reading is one of the report as it is with the demand, where that gives it another
	// date; see Redated.
	Reading  *rapporteur.Reading
	By, Note string
}

// check refuses what cannot be carried out.
func (d Demand) check(kind Kind, pieces []*piece) error {
	op := "correct " + d.Entry
	switch {
	case d.By == "":
		return invalid(op, "say who corrects it")
	case len(pieces) == 0:
		return invalid(op, "no report supports this entry any more")
	case d.Action != Set && d.Action != Include && d.Action != Drop:
		return nil
	case !d.settable(kind):
		return invalid(op, "a "+string(kind)+" has no field "+d.Field+" that can be changed so; --set takes "+strings.Join(Fields(kind), ", "))
	case d.concerned() != "" && !d.concerns(pieces):
		return invalid(op, "nobody in it is "+d.concerned()+"; rapporteur why "+d.Entry+" --format json gives the ids")
	case d.Value == "":
		return invalid(op, "give a value: "+d.Field+"=…")
	case d.Value == none && clearable(d.Field):
		return nil
	case d.Action != Drop && d.Actor == nil && (IsActor(d.Field) || strings.HasPrefix(d.Field, "actor:")):
		return invalid(op, "say who "+d.Value+" is")
	case d.Action == Set && len(values(kind, d.Field)) > 0 && !slices.Contains(values(kind, d.Field), d.Value):
		return invalid(op, d.Value+" is no "+d.Field+" of a "+string(kind)+"; it is one of "+strings.Join(values(kind, d.Field), ", "))
	case d.Action == Set && d.Field == "date":
		if _, ok := daysOf(rapporteur.Date(d.Value)); !ok {
			return invalid(op, d.Value+" is no date; write 2025-02-18, 2025-02 or 2025-02-18/2025-02-19")
		}
	}
	return nil
}

// concerns reports whether the actor that is to be replaced has a part in an entry.
func (d Demand) concerns(pieces []*piece) bool {
	return slices.ContainsFunc(pieces, func(p *piece) bool {
		return slices.Contains(p.fixed.actors(), d.concerned())
	})
}

// settable reports whether a demand names something of an entry that can be changed
// in this way.
func (d Demand) settable(kind Kind) bool {
	field, who, seat := strings.Cut(d.Field, ":")
	switch {
	case d.Action != Set:
		return slices.Contains(Lists(kind), d.Field)
	case seat:
		return who != "" && (field == "actor" || kind == Meeting && (field == "role" || field == "presence"))
	}
	return slices.Contains(Fields(kind), field)
}

// concerned is the actor that must have a part in the entry, empty for none.
func (d Demand) concerned() string {
	if _, who, seat := strings.Cut(d.Field, ":"); seat {
		return who
	}
	if d.Action == Drop {
		return d.Value
	}
	return ""
}

// checkReport refuses a value that a field of a report cannot have.
func (d Demand) checkReport() error {
	op := "correct " + d.Entry
	switch {
	case !slices.Contains(ReportFields(), d.Field):
		return invalid(op, "a report has no field "+d.Field+" that can be changed so; --set takes "+strings.Join(ReportFields(), ", "))
	case strings.TrimSpace(d.Value) == "":
		return invalid(op, "give a value: "+d.Field+"=… (none takes it away)")
	case d.Field == "date" && d.Value != none:
		if _, err := time.Parse(time.DateOnly, d.Value); err != nil {
			return invalid(op, d.Value+" is no day; write 2025-02-18")
		}
	}
	return nil
}

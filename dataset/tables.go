package dataset

import (
	"rapporteur/frames/schema"
	"rapporteur/ontology"
	"rapporteur/service"
)

// Tables are the flat tables with their columns, in the order in which they are written.
func Tables() ([]Table, error) {
	inventory, err := schema.Load()
	if err != nil {
		return nil, err
	}
	codes, err := ontology.Load()
	if err != nil {
		return nil, err
	}
	v := vocabulary{inventory, codes}
	entry := map[string]string{"report_id": reportTable}
	return []Table{
		{eventTable, "Who did what to whom.", join(v.event(), supported()), []string{"id"}, entry},
		{meetingTable, "Who met whom, or is to.", join(v.meeting(), supported()), []string{"id"}, entry},
		{participantTable, "Each seat of each meeting, taken or left empty; who is not mentioned has no row.", participantColumns(), []string{"meeting_id", "actor_id"},
			map[string]string{"meeting_id": meetingTable, "actor_id": actorTable}},
		{statementTable, "Who said what.", join(v.statement(), supported()), []string{"id"}, entry},
		{positionTable, "What a party wants.", join(v.position(), supported()), []string{"id"}, entry},
		{sourceTable, "Each report behind each entry of the other tables, with its words.", sourceColumns(), []string{"entry_id", "report_id", "reading_id"},
			map[string]string{"report_id": reportTable}},
		{actorTable, "Everybody whom the entries name.", actorColumns(), []string{"id"}, nil},
		{reportTable, "The reports that tell of the entries.", reportColumns(), []string{"id"}, nil},
	}, nil
}

// AboutTables gives what a question asks for that fills some tables alone: filters of
// one kind of entries need one.
func AboutTables(names []string) service.Subject {
	of := map[string]service.Subject{eventTable: service.Events, meetingTable: service.Meetings, participantTable: service.Meetings,
		statementTable: service.Statements, positionTable: service.Positions}
	about := service.Everything
	for i, name := range names {
		subject, ok := of[name]
		if !ok || i > 0 && about != subject {
			return service.Everything
		}
		about = subject
	}
	return about
}

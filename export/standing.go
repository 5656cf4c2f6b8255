package export

import "rapporteur/record"

// standing gives the date of a content and how it stands.
func standing(e *record.Content) (date, status string) {
	switch {
	case e.Meeting != nil:
		return string(e.Meeting.Date), string(e.Meeting.Status)
	case e.Event != nil:
		return string(e.Event.Date), string(e.Event.Modality)
	case e.Statement != nil:
		return string(e.Statement.Date), string(e.Statement.Act)
	case e.Position != nil:
		return string(e.Position.Date), string(e.Position.Stance)
	}
	return "", ""
}

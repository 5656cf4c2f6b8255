package export

import (
	"strings"

	"rapporteur"
	"rapporteur/record"
)

func called(e *record.Entry, id string) string { return e.Called(id) }

func names(e *record.Entry, ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = called(e, id)
	}
	return out
}

// list joins names as a sentence does.
func list(names []string) string {
	switch n := len(names); n {
	case 0:
		return ""
	case 1:
		return names[0]
	default:
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// titled quotes the title of a report, cut at a word if it is long.
func titled(t rapporteur.Text) string {
	title := []rune(oneLine(string(t)))
	if len(title) == 0 {
		return ""
	}
	if len(title) <= longTitle {
		return "“" + string(title) + "”"
	}
	cut := string(title[:longTitle])
	if at := strings.LastIndex(cut, " "); at > 0 {
		cut = cut[:at]
	}
	return "“" + strings.TrimRight(cut, ",;:-–— ") + " …”"
}

// source names the outlet of a member, or where that is not known its report, by its
// title if it has one.
func source(m *record.Member) string {
	return firstOf(string(m.Outlet), titled(m.Title), "report "+m.Report)
}

// longTitle is the number of letters after which a title is cut.
const longTitle = 60

package api

import (
	"net/http"
	"regexp"

	"rapporteur/access"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// deskForm is what the name of a desk is, in the document; the empty one is that of the
// shared record.
const deskForm = `^([a-z0-9]([a-z0-9._-]{0,38}[a-z0-9])?)?$`

// askedByDesks says in the document that every operation is asked in the name of a desk:
// by a parameter, or by a header where that is not given. What is before the interface
// reads them (gate), as it asks too what who asks may do at that desk.
func askedByDesks(paths map[string]*huma.PathItem) {
	const what = "The desk in whose name is asked: one at which who asks has a role. Its corrections, dossiers, tables and what it follows are its own; reports and readings are everybody's."
	params := []*huma.Param{
		{Name: access.NamespaceParameter, In: "query", Description: what + " Empty or left out, the shared record, or the first of one's desks where one has no role on that.", Schema: deskSchema()},
		{Name: access.NamespaceHeader, In: "header", Description: what + " The parameter goes before it.", Schema: deskSchema()},
	}
	for _, item := range paths {
		for _, op := range []*huma.Operation{item.Get, item.Put, item.Post, item.Delete, item.Patch} {
			if op != nil {
				op.Parameters = append(op.Parameters, params...)
			}
		}
	}
}

func deskSchema() *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Pattern: deskForm, Examples: []any{"north"}}
}

// deskNames is deskForm, compiled.
var deskNames = regexp.MustCompile(deskForm)

// atDesks refuses what is asked in the name of a desk that there is not, also where
// nothing of a desk is asked for.
func (s *server) atDesks(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, name := range []string{r.URL.Query().Get(access.NamespaceParameter), r.Header.Get(access.NamespaceHeader)} {
			if !deskNames.MatchString(name) {
				refused(w, http.StatusUnprocessableEntity, huma.NewError(http.StatusUnprocessableEntity, "namespace: it is no name of a desk, which has small letters and digits, with . _ - between them"))
				return
			}
		}
		if name := s.Record.Namespace(r.Context()); name != "" {
			_, err := s.Record.Desk(r.Context(), name)
			if err != nil {
				status, _ := service.StatusOf(err)
				refused(w, status, problem(err))
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

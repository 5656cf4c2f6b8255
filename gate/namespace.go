package gate

import (
	"context"
	"errors"
	"net/http"

	"rapporteur/access"
)

// NamespaceCookie is what the pages keep of the desk that was chosen.
const NamespaceCookie = "namespace"

// namespaceOf is the desk that a request names, and whether it does so itself and not by
// what a browser keeps.
func namespaceOf(r *http.Request) (name string, said bool) {
	if q := r.URL.Query(); q.Has(access.NamespaceParameter) {
		return q.Get(access.NamespaceParameter), true
	}
	if name := r.Header.Get(access.NamespaceHeader); name != "" {
		return name, true
	}
	if c, err := r.Cookie(NamespaceCookie); err == nil {
		return c.Value, false
	}
	return "", false
}

// at gives who asks with the role that they have at the desk that the request names. What
// a browser keeps may name a desk at which they have none any more.
func (d *Door) at(r *http.Request, who access.Who) (access.Who, error) {
	name, said := namespaceOf(r)
	out, err := d.Desk.At(r.Context(), who, name)
	if name != "" && !said && errors.Is(err, access.ErrForbidden) {
		return d.Desk.At(r.Context(), who, "")
	}
	return out, err
}

// atDesk has a face ask in the name of the desk at which whoever asks is.
func atDesk(next http.Handler, in func(context.Context, string) context.Context, shared []string) http.Handler {
	if in == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", access.NamespaceHeader)
		who, _ := access.From(r.Context())
		if who.Namespace == "" {
			next.ServeHTTP(w, r)
			return
		}
		if !harmless(r.Method) && within(r.URL.Path, shared) {
			refuse(w, r, http.StatusForbidden, "that is everybody's, and is not changed in the name of a desk; ask on the shared record")
			return
		}
		next.ServeHTTP(w, r.WithContext(in(r.Context(), who.Namespace)))
	})
}

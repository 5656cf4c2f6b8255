package api

import (
	"context"
	"net/http"
	"strings"

	"rapporteur/access"
	"rapporteur/cache"
)

// memory remembers answers as long as the record stands as it stood.
type memory struct {
	answers *cache.Cache[*held]
	// namespace is the desk in whose name is asked.
	namespace func(context.Context) string
}

// memoryOf is the memory of an interface, none where the record does not tell how it
// stands.
func memoryOf(o Options) *memory {
	if o.Revision == nil {
		return &memory{namespace: o.Record.Namespace}
	}
	return &memory{cache.New(cache.Usual(o.Revision, o.Makers), func(h *held) int64 { return int64(h.body.Len()) + 512 }), o.Record.Namespace}
}

// own are the paths whose answers depend on who asks, or tell of more than the record,
// and exports, which are large and seldom asked for.
var own = []string{Prefix + "/me", Prefix + "/trail", Prefix + "/exports/"}

// answer gives the answer to a request, that is to be read alone.
func (m *memory) answer(next http.Handler, r *http.Request) (*held, error) {
	if m.answers == nil || isOwn(r.URL.Path) {
		return hold(next, r), nil
	}
	who, _ := access.From(r.Context())
	key := strings.Join([]string{string(who.Role), m.namespace(r.Context()), r.Method, r.Header.Get("Accept"), r.URL.RequestURI()}, "\n")
	return m.answers.Get(r.Context(), key, func(ctx context.Context) (*held, bool, error) {
		h := hold(next, r.WithContext(ctx))
		return h, h.status == http.StatusOK, nil
	})
}

func isOwn(path string) bool {
	for _, one := range own {
		if path == one || strings.HasSuffix(one, "/") && strings.HasPrefix(path, one) {
			return true
		}
	}
	return false
}

package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// strict refuses numbers, yeses and words of a list that are given and empty, which the
// document allows no more than any other word in their place; and an empty first one of
// several, behind which the others would be overlooked.
func strict(a huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		address := ctx.URL()
		given := address.Query()
		for _, p := range ctx.Operation().Parameters {
			if p.In != "query" || p.Schema == nil {
				continue
			}
			if values, is := given[p.Name]; is && values[0] == "" && !mayBeEmpty(p.Schema, len(values)) {
				_ = huma.WriteErr(a, ctx, http.StatusUnprocessableEntity, p.Name+": it is empty; give a value, or leave it out") // who asked may be gone
				return
			}
		}
		next(ctx)
	}
}

// mayBeEmpty reports whether the first of some values of a parameter may be empty.
func mayBeEmpty(s *huma.Schema, values int) bool {
	switch s.Type {
	case huma.TypeString:
		return true
	case huma.TypeArray:
		return values == 1 && (s.Items == nil || len(s.Items.Enum) == 0)
	}
	return false
}

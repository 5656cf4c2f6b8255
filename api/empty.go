package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// strict refuses numbers and yeses that are given and empty, which the document allows
// no more than any other word in their place.
func strict(a huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		address := ctx.URL()
		given := address.Query()
		for _, p := range ctx.Operation().Parameters {
			if p.In != "query" || p.Schema == nil || p.Schema.Type == huma.TypeString || p.Schema.Type == huma.TypeArray {
				continue
			}
			if values, is := given[p.Name]; is && values[0] == "" {
				_ = huma.WriteErr(a, ctx, http.StatusUnprocessableEntity, p.Name+": it is empty; give a value, or leave it out") // who asked may be gone
				return
			}
		}
		next(ctx)
	}
}

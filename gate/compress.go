package gate

import (
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// compressed packs answers for who takes them so (RFC 9110, 8.4.1). No page and no answer
// holds a secret beside words that somebody else may choose, so their length tells nothing.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.EnableZstd(false), gzhttp.CompressionLevel(1), gzhttp.SuffixETag(packedTag), gzhttp.ContentTypeFilter(isText))
	if err != nil {
		panic(err) // the options are the program's own
	}
	return wrap(next)
}

// packedTag stands behind the ETag of an answer that is packed, as its bytes are others.
const packedTag = "-gzip"

// isText reports whether what is of a type is text: documents and tables of a machine's
// own are packed already.
func isText(kind string) bool {
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	switch kind = strings.TrimSpace(kind); kind {
	case "application/json", "application/x-ndjson", "application/javascript":
		return true
	}
	return strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "+json") || strings.HasSuffix(kind, "+xml")
}

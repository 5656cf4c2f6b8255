package api

import (
	"encoding/base64"
	"fmt"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// cursor is a place in a list: how many results came before, in the record as it
// stood when the first page was asked for, so that pages neither repeat nor skip.
type cursor struct {
	offset int
	asOf   time.Time
}

// String writes the cursor as an address takes it.
func (c cursor) String() string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d %d", c.offset, c.asOf.UnixMilli()))
}

// cursorOf reads what String wrote.
func cursorOf(text string) (cursor, error) {
	var c cursor
	var ms int64
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		_, err = fmt.Sscanf(string(data), "%d %d", &c.offset, &ms)
	}
	if err != nil || c.offset < 0 {
		return c, huma.Error422UnprocessableEntity("cursor: give the one that a page before gave as next")
	}
	c.asOf = time.UnixMilli(ms).UTC()
	return c, nil
}

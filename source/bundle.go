package source

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"

	"rapporteur"
	"rapporteur/source/document/mail"
)

// Part is one of the reports of a file that holds several.
type Part struct {
	Name string
	data []byte
	// day is that of the letter with which it came.
	day rapporteur.Date
}

// Open reads the report of a part.
func (p Part) Open(ctx context.Context, opts Options) (*rapporteur.Report, error) {
	r, err := ParseContext(ctx, p.Name, p.data, opts)
	if err == nil && r.Published == "" {
		r.Published = p.day
	}
	return r, err
}

// Received reads one report of bytes that somebody handed over, compressed with gzip or
// not. The name is used in errors alone.
func Received(ctx context.Context, name string, data []byte, opts Options) (*rapporteur.Report, error) {
	var o Opener
	return o.read(ctx, name, bytes.NewReader(data), opts)
}

// BundleHead is how many bytes of a file Bundled looks at.
const BundleHead = 16 << 10

// Bundled reports whether a file that begins so may hold several reports: a letter
// with what is attached to it, a box of letters.
func Bundled(head []byte) bool { return mail.IsBox(head) || mail.Is(head) || mail.IsCompound(head) }

// Bundle gives the reports of a file that is Bundled, as they are read. A letter that
// says nothing and has attachments is not one.
func Bundle(name string, r io.Reader) iter.Seq2[Part, error] {
	ctx := context.Background() // what is read is bounded; each part is opened with its own
	return func(yield func(Part, error) bool) {
		head := make([]byte, BundleHead)
		n, _ := io.ReadFull(r, head)
		whole := io.MultiReader(bytes.NewReader(head[:n]), r)
		if !mail.IsBox(head[:n]) {
			data, err := io.ReadAll(io.LimitReader(whole, inputLargest+1))
			switch {
			case err != nil:
				yield(Part{Name: name}, unreadable(name, err))
			case len(data) > inputLargest:
				yield(Part{Name: name}, failure("read "+name, errTooLong))
			default:
				letterParts(ctx, name, data, 0, yield)
			}
			return
		}
		number := 0
		for data, err := range mail.Letters(whole) {
			number++
			one := fmt.Sprintf("%s:%d", name, number)
			if err != nil {
				if !yield(Part{Name: one}, failure("read "+one, err)) {
					return
				}
			} else if !letterParts(ctx, one, data, 0, yield) {
				return
			}
		}
	}
}

// lettersMost is how deep letters are attached to letters.
const lettersMost = 4

// letterParts gives a letter, and each document that came with it. It says whether
// more are wanted.
func letterParts(ctx context.Context, name string, data []byte, depth int, yield func(Part, error) bool) bool {
	if mail.IsCompound(data) && !mail.Is(data) { // a document of an old office program
		return yield(Part{Name: name, data: data}, nil)
	}
	attached, err := mail.Attachments(ctx, data)
	if err != nil {
		return yield(Part{Name: name}, failure("read "+name, err))
	}
	if attached = readable(attached); depth > lettersMost {
		attached = nil
	}
	silent, day := false, rapporteur.Date("")
	if len(attached) > 0 {
		if d, err := mail.Read(ctx, data); err == nil {
			day, silent = d.Published, len(d.Blocks) == 0 && len(d.HTML) == 0
		}
	}
	if !silent && !yield(Part{name, data, ""}, nil) {
		return false
	}
	for _, a := range attached {
		more := false
		if one := name + ": " + a.Name; kindOf(a.Data) == letterKind {
			more = letterParts(ctx, one, a.Data, depth+1, yield)
		} else {
			more = yield(Part{one, a.Data, day}, nil)
		}
		if !more {
			return false
		}
	}
	return true
}

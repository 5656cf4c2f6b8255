package postgres

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
	"strconv"

	"rapporteur/record"
)

// claims is what an update that runs beside others has claimed. Until it ends nobody
// else who changes the record reads or changes it.
type claims struct{ held map[int32]bool }

// claimable is the number of rows of the table claims.
const claimable = 16384

// thing is what can be claimed.
type thing struct {
	kind  byte
	value string
}

func numbered(kind byte, numbers []int64) []thing {
	out := make([]thing, 0, len(numbers))
	for _, n := range numbers {
		if n != 0 {
			out = append(out, thing{kind, strconv.FormatInt(n, 36)})
		}
	}
	return out
}

func named(kind byte, names ...string) []thing {
	out := make([]thing, 0, len(names))
	for _, name := range names {
		out = append(out, thing{kind, name})
	}
	return out
}

func theReports(numbers ...int64) []thing { return numbered('R', numbers) }
func reportIDs(ids ...string) []thing     { return named('r', ids...) }
func theEntries(numbers ...int64) []thing { return numbered('E', numbers) }
func entryIDs(ids ...string) []thing      { return named('e', ids...) }

func theKeys(space record.Space, keys []uint64) []thing {
	out := make([]thing, 0, len(keys))
	for _, k := range keys {
		out = append(out, thing{space[0] ^ 'K', string(binary.LittleEndian.AppendUint64(nil, k))})
	}
	return out
}

func groups(of record.Grouping, names ...string) []thing {
	var out []thing
	for _, name := range names {
		if name != "" {
			out = append(out, thing{'G', string(of) + " " + name})
		}
	}
	return out
}

// lines are those of some terms that updates ask for.
func lines(terms []record.Term) []thing {
	var out []thing
	for _, t := range terms {
		if t.Name == record.Followed {
			out = append(out, thing{'L', t.Value})
		}
	}
	return out
}

// row is the row of the table that stands for a thing.
func (t thing) row() int32 {
	h := fnv.New64a()
	_, _ = h.Write([]byte{t.kind}) // a hash takes everything
	_, _ = h.Write([]byte(t.value))
	sum := h.Sum64()
	return int32((sum ^ sum>>32) % claimable)
}

// claim has things for this update alone, and says whether any was not yet. What is
// read before it may have changed since.
func (s *session) claim(things []thing) (bool, error) {
	if s.claims == nil {
		return false, nil
	}
	var wanted []int32
	for _, t := range things {
		if n := t.row(); !s.claims.held[n] {
			s.claims.held[n] = true
			wanted = append(wanted, n)
		}
	}
	if len(wanted) == 0 {
		return false, nil
	}
	slices.Sort(wanted)
	return true, s.lock(wanted)
}

// lock locks rows of the table claims, in the order of their numbers.
func (s *session) lock(sorted []int32) error {
	return s.do("SELECT n FROM claims WHERE n = ANY($1::int[]) ORDER BY n FOR UPDATE", sorted)
}

// claimed is claim for whoever has read nothing yet.
func (s *session) claimed(things []thing) error {
	_, err := s.claim(things)
	return err
}

// aloneOnly refuses what cannot be claimed to an update that is not alone.
func (s *session) aloneOnly() error {
	if s.claims != nil {
		return s.fails(errAlone)
	}
	return nil
}

// steady reads rows with what they stand in, until all of that is claimed.
func steady[T any](s *session, read func() ([]T, error), of func([]T) []thing) ([]T, error) {
	for {
		out, err := read()
		if err != nil || s.claims == nil {
			return out, err
		}
		if more, err := s.claim(of(out)); err != nil || !more {
			return out, err
		}
	}
}

package postgres

import (
	"fmt"

	"rapporteur/store/packed"
)

// chunk is the number of texts that are looked at at once.
const chunk = 200

// texts calls do for the texts of the record, so many at a time, by their reports.
func (s *session) texts(do func(numbers []int64, places []int64, words []string, damaged []int64) error) error {
	for last := int64(0); ; {
		var numbers, places, damaged []int64
		var words []string
		err := s.peek(func(r row) error {
			var data []byte
			if err := r.Scan(&last, &data); err != nil {
				return err
			}
			numbers = append(numbers, last)
			body, err := packed.ReadBody(data)
			if err == nil {
				var at []int64
				var of []string
				if at, of, err = indexed(last, body); err == nil {
					places, words = append(places, at...), append(words, of...)
				}
			}
			if err != nil {
				damaged = append(damaged, last)
			}
			return nil
		}, "SELECT report, body FROM bodies WHERE report > $1 ORDER BY report LIMIT $2", last, chunk)
		if err != nil || len(numbers) == 0 {
			return err
		}
		if err := do(numbers, places, words, damaged); err != nil {
			return err
		}
	}
}

// words compares the index of words with the texts.
func (c *checker) words() error {
	return c.texts(func(numbers, places []int64, words []string, damaged []int64) error {
		for _, n := range damaged {
			c.problem(fmt.Sprint("report ", n), "its text is not as it was written")
		}
		first, last := packed.Place(numbers[0], 0), packed.Place(numbers[len(numbers)-1], packed.NoSentence)
		return c.peek(func(r row) error {
			var report int64
			err := r.Scan(&report)
			c.problem(fmt.Sprint("report ", report), "the index of words does not have the words of its text")
			return err
		}, `SELECT DISTINCT coalesce(j.place, s.place) >> 12 FROM unnest($1::bigint[], $2::text[]) j(place, words)
FULL JOIN (SELECT place, words FROM sentences WHERE place BETWEEN $3 AND $4) s ON s.place = j.place
WHERE s.words IS DISTINCT FROM j.words::tsvector AND coalesce(j.place, s.place) >> 12 = ANY($5::bigint[])`, places, words, first, last, numbers)
	})
}

package postgres

import (
	"encoding/json"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// Corrections implements record.View.
func (s personTable) Corrections(after int64, most int) ([]record.Correction, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return s.corrections("WHERE n > $1 ORDER BY n LIMIT $2", after, limit(most))
}

// CorrectionsOf implements record.View. The table about has for each correction the
// one at its root, that it takes back or carries, or itself. Whoever writes a correction
// is alone.
func (s personTable) CorrectionsOf(things ...string) ([]record.Correction, error) {
	if len(things) == 0 {
		return nil, nil
	}
	if s.pending != nil {
		if none, err := s.pending.uncorrected(things); none || err != nil {
			return nil, err
		}
	}
	return s.corrections(`WHERE n IN (SELECT a.correction FROM about t JOIN about a ON a.root = t.root WHERE t.thing = ANY($1::text[])) ORDER BY n`, things)
}

func (s personTable) corrections(where string, args ...any) ([]record.Correction, error) {
	return packed.All(s.peek, packed.Correction, "SELECT n, at, body FROM corrections "+where, args...)
}

// fewCorrected is the number of things with corrections up to which an update keeps in mind
// which they are.
const fewCorrected = 500

// uncorrected says whether there are no corrections of any of some things. Nobody else
// writes any while the update lasts.
func (p *pending) uncorrected(things []string) (bool, error) {
	if p.corrected == nil && !p.manyCorrected {
		p.corrected = map[string]bool{}
		err := p.peek(func(r row) error {
			var thing string
			err := r.Scan(&thing)
			p.corrected[thing] = true
			return err
		}, "SELECT DISTINCT thing FROM about LIMIT $1", fewCorrected+1)
		if err != nil {
			return false, err
		}
		if len(p.corrected) > fewCorrected {
			p.corrected, p.manyCorrected = nil, true
		}
	}
	return !p.manyCorrected && !slices.ContainsFunc(things, func(t string) bool { return p.corrected[clean(t)] }), nil
}

// PutCorrection implements record.Update.
func (s personTable) PutCorrection(c record.Correction) (int64, error) {
	if err := s.aloneOnly(); err != nil {
		return 0, err
	}
	body, err := json.Marshal(c)
	if err != nil {
		return 0, err
	}
	n, err := s.pending.numbering.number("corrections", 0)
	if err != nil {
		return 0, err
	}
	if err := s.do("INSERT INTO corrections (n, at, body) VALUES ($1, $2, $3)", n, packed.Millis(c.At), string(body)); err != nil {
		return 0, err
	}
	c.ID = n
	return n, s.putAbout(c)
}

// putAbout makes a correction found by what it is about.
func (s *session) putAbout(c record.Correction) error {
	things := aboutOf(c)
	if s.pending != nil && s.pending.corrected != nil {
		for _, thing := range things {
			s.pending.corrected[thing] = true
		}
	}
	return s.do("INSERT INTO about (thing, root, correction) SELECT thing, $2, $3 FROM unnest($1::text[]) j(thing) ON CONFLICT DO NOTHING", things, c.Root(), c.ID)
}

// aboutOf are the texts and entries that a correction is about.
func aboutOf(c record.Correction) []string {
	var out []string
	for _, thing := range c.About() {
		out = append(out, clean(thing))
	}
	return out
}

// Dossiers implements record.View.
func (s personTable) Dossiers() ([]record.Dossier, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	return packed.All(s.each, packed.JSON[record.Dossier], "SELECT body FROM dossiers ORDER BY name")
}

// PutDossier implements record.Update.
func (s personTable) PutDossier(d record.Dossier) error {
	if err := s.aloneOnly(); err != nil {
		return err
	}
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	return s.do("INSERT INTO dossiers (name, body) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET body = excluded.body", clean(d.Name), string(body))
}

// DropDossier implements record.Update.
func (s personTable) DropDossier(name string) error {
	if err := s.aloneOnly(); err != nil {
		return err
	}
	return s.do("DELETE FROM dossiers WHERE name = $1", clean(name))
}

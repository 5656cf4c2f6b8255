package postgres

import (
	"slices"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// PutMember implements record.Update.
func (s memberTable) PutMember(m record.MemberRow) (int64, error) {
	if err := s.claimed(theReports(m.Report)); err != nil {
		return 0, err
	}
	n, err := s.pending.numbering.number("members", monthOfNumber(m.Report))
	if err != nil {
		return 0, err
	}
	m.Number, m.Entry, m.Since = n, 0, time.Time{}
	s.pending.memberAt[n] = len(s.pending.members)
	s.pending.members = append(s.pending.members, m)
	return n, nil
}

// hasAny says whether something of some members is not yet written.
func (p *pending) hasAny(members []int64) bool {
	return p != nil && slices.ContainsFunc(members, func(n int64) bool {
		_, fresh := p.memberAt[n]
		_, moved := p.moves[n]
		return fresh || moved
	})
}

// Move implements record.Update.
func (s memberTable) Move(member, from, to int64, at time.Time) error {
	if err := s.claimed(theEntries(from, to)); err != nil {
		return err
	}
	if i, ok := s.pending.memberAt[member]; ok {
		s.pending.members[i].Entry, s.pending.members[i].Since = to, at
		return nil
	}
	if _, moved := s.pending.moves[member]; moved { // both are to be remembered, if there was time between them
		if err := s.flush(); err != nil {
			return err
		}
	}
	s.pending.moves[member] = move{to, packed.Millis(at)}
	return nil
}

// Retire implements record.Update. Whoever retires a member has read those of its report.
func (s memberTable) Retire(member int64) error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.do("UPDATE members SET stale = 1 WHERE n = $1", member)
}

// PutFurther implements record.Update.
func (s memberTable) PutFurther(member, report int64, sentences []int) error {
	if err := s.claimed(theReports(report)); err != nil {
		return err
	}
	if err := s.flush(); err != nil {
		return err
	}
	var members, places []int64
	for _, place := range packed.Places(report, sentences) {
		members, places = append(members, member), append(places, place)
	}
	return s.do(insertFurther, members, places)
}

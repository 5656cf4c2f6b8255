package record

import (
	"slices"
	"sync"
	"time"
)

// desks remember the layers of desks, each for as long as the record is as it was when it
// was made. It is shared by all who read.
type desks struct {
	mu     sync.Mutex
	layers map[string]*layer
	// last is the layer of each desk that was made last.
	last map[string]*layer
}

// most is the number of layers that are remembered.
const mostLayers = 16

// as gives the record as a desk sees it.
func (d *desks) as(v View, name string) (View, error) {
	l, err := d.layer(v, name)
	if err != nil {
		return nil, err
	}
	if l.names != nil {
		return namedView{l.upon(v), l.names}, nil
	}
	return l.upon(v).View(), nil
}

// layer gives the layer of a desk over what a view shows.
func (d *desks) layer(v View, name string) (*layer, error) {
	moment, err := v.Moment()
	if err != nil {
		return nil, err
	}
	key := name + " " + moment
	d.mu.Lock()
	l, last := d.layers[key], d.last[name]
	d.mu.Unlock()
	if l != nil {
		return l, nil
	}
	if l, err = makeLayer(v, name, last); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.layers) >= mostLayers {
		clear(d.layers)
		clear(d.last)
	}
	if d.layers == nil {
		d.layers, d.last = map[string]*layer{}, map[string]*layer{}
	}
	d.layers[key], d.last[name] = l, l
	return l, nil
}

// makeLayer carries the corrections of a desk out, each at its time. What an earlier layer
// carried out it does not carry out again, where the shared record still answers the same
// to all that this took.
func makeLayer(v View, name string, last *layer) (*layer, error) {
	if _, err := deskOf(v, name); err != nil {
		return nil, err
	}
	said, err := v.DeskRows(name, deskCorrection)
	if err != nil {
		return nil, err
	}
	l, err := beginning(v, name, said, last)
	if err != nil {
		return nil, err
	}
	rows, err := v.DeskRows(name, deskDossier)
	if err != nil {
		return nil, err
	}
	if l.dossiers, err = decodedRows[Dossier](rows); err != nil {
		return nil, err
	}
	tables, err := tablesOf(v, name)
	if err != nil {
		return nil, err
	}
	l.names = namesOf(tables)
	corrections, err := correctionsIn(said[len(l.said):], name)
	if err != nil {
		return nil, err
	}
	tx := l.upon(trace(v, l.asked))
	for i := range corrections {
		c := &corrections[i]
		if err := tx.change(c.At, func(b replays) error { return b.again(c) }); err != nil {
			return nil, err
		}
	}
	if len(corrections) > 0 || l.said == nil {
		if l.answers, err = l.asked.answers(v); err != nil {
			return nil, err
		}
	}
	l.said = said
	return l, tx.settle(v)
}

// beginning gives the layer from which on corrections are carried out: an earlier one, if
// it is still as it would be made now, else one in which nothing is corrected.
func beginning(v View, name string, said []DeskRow, last *layer) (*layer, error) {
	if last == nil || last.answers == "" || len(last.said) > len(said) || !slices.Equal(last.said, said[:len(last.said)]) {
		return newLayer(name), nil
	}
	answers, err := last.asked.answers(v)
	if err != nil {
		return nil, err
	}
	if answers != last.answers {
		return newLayer(name), nil
	}
	return last.clone(), nil
}

// change carries out a change on a layer.
func (d *deskView) change(at time.Time, do func(replays) error) error {
	b := newBatch(d, at)
	b.namespace, d.layer.now = d.layer.name, b.at
	if err := do(replays{persons{b.versions()}}); err != nil {
		return err
	}
	if err := (settling{clusters{b}}).settle(); err != nil {
		return err
	}
	for _, entry := range d.layer.dueNow() { // the large ones too
		if err := (settling{clusters{b}}).describe(entry); err != nil {
			return err
		}
	}
	return nil
}

package train

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"os"
)

// stamp begins a checkpoint: what must agree for training to go on.
type stamp struct {
	Magic       [8]byte
	Parameters  int64
	Epoch, Step int64
}

var magic = [8]byte{'r', 'p', 't', 'r', 'c', 'k', 'p', '1'}

// SaveCheckpoint writes the weights and the state of the optimiser; a file of
// the same name is replaced when the new one is whole.
func (t *Trainer) SaveCheckpoint(path string) error {
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // closed with its error below
	out := bufio.NewWriterSize(f, 1<<20)
	head := stamp{magic, t.network.size(), int64(t.epoch), int64(t.step)}
	if err := binary.Write(out, binary.LittleEndian, head); err != nil {
		return err
	}
	for _, p := range t.network.parameters {
		for _, values := range p.state() {
			if err := binary.Write(out, binary.LittleEndian, values); err != nil {
				return err
			}
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}

// LoadCheckpoint goes on from a checkpoint made with the same options and data.
func (t *Trainer) LoadCheckpoint(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written
	if err := t.restore(bufio.NewReaderSize(f, 1<<20)); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func (t *Trainer) restore(in io.Reader) error {
	var head stamp
	if err := binary.Read(in, binary.LittleEndian, &head); err != nil {
		return err
	}
	if head.Magic != magic || head.Parameters != t.network.size() {
		return fmt.Errorf("checkpoint of another network: %d weights, want %d; use the options that made it", head.Parameters, t.network.size())
	}
	for _, p := range t.network.parameters {
		for _, values := range p.state() {
			if err := binary.Read(in, binary.LittleEndian, values); err != nil {
				return err
			}
		}
	}
	t.epoch, t.step = int(head.Epoch), int(head.Step)
	return nil
}

// state is all that a parameter keeps.
func (p *parameter) state() [][]float32 {
	return [][]float32{p.values, p.mean, p.variance, p.average}
}

// size is the number of weights.
func (n *network) size() int64 {
	size := 0
	for _, p := range n.parameters {
		size += len(p.values)
	}
	return int64(size)
}

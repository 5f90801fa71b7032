package report

import (
	"bytes"
	"sync"
	"testing"
)

// TestAllFormatsAtOnce draws everything side by side, twice, from the same
// results: the same bytes come out, and the race detector has nothing to say.
func TestAllFormatsAtOnce(t *testing.T) {
	in := secretInput(t)
	type job struct {
		name string
		draw func(*bytes.Buffer, Input) error
	}
	jobs := []job{
		{"json", func(b *bytes.Buffer, in Input) error { return WriteJSON(b, in) }},
		{"csv", func(b *bytes.Buffer, in Input) error { return WriteCSV(b, in) }},
	}
	for _, f := range FormatNames() {
		jobs = append(jobs,
			job{"board." + f, func(b *bytes.Buffer, in Input) error { return Write(b, f, Board(in), Options{}) }},
			job{"insurer." + f, func(b *bytes.Buffer, in Input) error { return Write(b, f, Insurer(in), Options{}) }})
	}
	in.Audience = ForBoard
	var drawn [2][]bytes.Buffer
	var wait sync.WaitGroup
	for round := range drawn {
		drawn[round] = make([]bytes.Buffer, len(jobs))
		for i, j := range jobs {
			wait.Go(func() {
				if err := j.draw(&drawn[round][i], in); err != nil {
					t.Errorf("%s: %v", j.name, err)
				}
			})
		}
	}
	wait.Wait()
	for i, j := range jobs {
		if !bytes.Equal(drawn[0][i].Bytes(), drawn[1][i].Bytes()) {
			t.Errorf("%s is another file the second time", j.name)
		}
	}
}

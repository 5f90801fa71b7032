package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// rounds is how often what people type is measured, usualRuns how often the rows
// beside it are, slowRuns how often one that takes seconds is.
const (
	rounds    = 31
	usualRuns = 11
	slowRuns  = 3
)

// process is one row of a table.
type process struct {
	name    string
	args    []string
	file    string // what it writes; "" for none
	folder  string // whose size is told; "" for none
	runs    int    // 0 means usualRuns
	skipped string // why it cannot be measured here; "" if it can

	cpus, walls []time.Duration
	peaks       []int64
}

// table is a few rows under a heading.
type table struct {
	name string
	rows []*process
}

func all(tables []table) []*process {
	var rows []*process
	for _, t := range tables {
		rows = append(rows, t.rows...)
	}
	return rows
}

// measure runs the rows in turn, so that a busy moment falls on all of them.
func measure(rows []*process) error {
	for round := range rounds {
		for _, p := range rows {
			if p.skipped != "" || round >= cmp.Or(p.runs, usualRuns) {
				continue
			}
			if err := p.once(); err != nil {
				return fmt.Errorf("%s: %w", p.name, err)
			}
		}
	}
	return nil
}

func (p *process) once() error {
	c := exec.Command(p.args[0], p.args[1:]...)
	var talk bytes.Buffer // the results are not kept: this process stays small
	c.Stderr = &talk
	start := time.Now()
	if err := c.Run(); err != nil {
		return fmt.Errorf("%w: %s", err, &talk)
	}
	p.walls = append(p.walls, time.Since(start))
	p.cpus = append(p.cpus, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
	p.peaks = append(p.peaks, peak(c.ProcessState))
	return nil
}

// middle returns the median.
func middle[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

func (t table) print(empty *process) {
	fmt.Printf("\n%-46s %9s %8s %9s %10s %9s\n", t.name, "CPU", "× empty", "wall", "memory", "size")
	for _, p := range append([]*process{empty}, t.rows...) {
		p.print(empty)
	}
}

func (p *process) print(empty *process) {
	if p.skipped != "" {
		fmt.Printf("%-46s skipped: %s\n", p.name, p.skipped)
		return
	}
	cpu := middle(p.cpus)
	fmt.Printf("%-46s %9s %8.1f %9s %10s %9s\n", p.name, milliseconds(cpu), float64(cpu)/float64(middle(empty.cpus)),
		milliseconds(middle(p.walls)), mebibytes(middle(p.peaks)), p.size())
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/1e6) }

// mebibytes is for memory, which is 0 where it is not known.
func mebibytes(n int64) string {
	if n == 0 {
		return "not known"
	}
	return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
}

// size is that of the file it writes, or of the folder it reads.
func (p *process) size() string {
	if p.folder != "" {
		return mebibytes(folderSize(p.folder))
	}
	info, err := os.Stat(p.file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%.0f KiB", float64(info.Size())/(1<<10))
}

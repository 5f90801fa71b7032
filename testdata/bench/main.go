// Bench measures whole runs of the program: wall time and peak memory, as the
// middle of several runs, beside a baseline process measured in the same run.
// It reports figures and judges none. Memory is that of the largest process: a
// browser has several.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// fastRuns and slowRuns are how often a process is measured.
const (
	fastRuns = 15
	slowRuns = 3
)

func main() {
	if err := start(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func start(args []string) error {
	switch {
	case len(args) == 2 && args[0] == "years":
		return quarters(args[1])
	case len(args) == 1:
		return run(args[0])
	}
	return errors.New("usage: bench PROGRAM, or bench years DIR")
}

// fiveYears fills a folder in a process of its own. On Linux a process counts the
// memory of the one that starts it as its own peak: this one stays small.
func fiveYears(dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if out, err := exec.Command(self, "years", dir).CombinedOutput(); err != nil {
		return fmt.Errorf("five years: %w: %s", err, out)
	}
	return nil
}

func run(program string) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "hygeia-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if out, err := exec.Command(program, "demo", dir).CombinedOutput(); err != nil {
		return fmt.Errorf("demo: %w: %s", err, out)
	}
	hospital := filepath.Join(dir, "harbor-regional")
	years := filepath.Join(dir, "five-years")
	if err := fiveYears(years); err != nil {
		return err
	}
	others, err := otherWays(program, hospital, dir)
	if err != nil {
		return err
	}
	fmt.Printf("%-34s %10s %12s %10s\n", "whole process, middle of some runs", "wall", "peak memory", "file")
	for _, p := range append(ours(program, hospital, years, dir), others...) {
		if err := p.measure(); err != nil {
			return err
		}
	}
	return nil
}

// ours are the runs of the program, after the baseline that shows what starting
// any process costs.
func ours(program, hospital, years, dir string) []process {
	rows := []process{
		{name: "baseline: true", args: []string{"true"}},
		{name: "version", args: []string{program, "version"}},
		{name: "list", args: []string{program, "list", "--dir", hospital}},
		{name: "compare", args: []string{program, "compare", "--dir", hospital}},
		{name: "report (to files)", args: []string{program, "report", "--dir", hospital}},
		{name: "list, 20 quarters", args: []string{program, "list", "--dir", years}},
		{name: "compare, 20 quarters", args: []string{program, "compare", "--dir", years}},
		{name: "compare --last 20", args: []string{program, "compare", "--last", "20", "--dir", years}},
		{name: "plan --budget 20, 20 quarters", args: []string{program, "plan", "--budget", "20", "--dir", years}},
		{name: "report --format pdf, 20 quarters", args: []string{program, "report", "--dir", years, "--format", "pdf"}},
	}
	for _, format := range []string{"json", "csv", "md", "text", "html", "pdf"} {
		out := filepath.Join(dir, "board."+format)
		rows = append(rows, process{
			name: "board as " + format, file: out,
			args: []string{program, "report", "--dir", hospital, "--for", "board", "--kind", "board", "--format", format, "-o", out},
		})
	}
	return rows
}

// process is one row of the table.
type process struct {
	name    string
	args    []string
	file    string // what it writes; "" for none
	runs    int    // 0 means fastRuns
	skipped string // why it cannot be measured here; "" if it can
}

func (p process) measure() error {
	if p.skipped != "" {
		fmt.Printf("%-34s skipped: %s\n", p.name, p.skipped)
		return nil
	}
	runs := cmp.Or(p.runs, fastRuns)
	var walls []time.Duration
	var peaks []int64
	for range runs {
		c := exec.Command(p.args[0], p.args[1:]...)
		start := time.Now()
		if err := c.Run(); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		walls = append(walls, time.Since(start))
		peaks = append(peaks, peak(c.ProcessState))
	}
	slices.Sort(walls)
	slices.Sort(peaks)
	memory := "not known"
	if p := peaks[runs/2]; p > 0 {
		memory = fmt.Sprintf("%.1f MiB", float64(p)/(1<<20))
	}
	fmt.Printf("%-34s %10s %12s %10s\n", p.name, walls[runs/2].Round(100*time.Microsecond), memory, size(p.file))
	return nil
}

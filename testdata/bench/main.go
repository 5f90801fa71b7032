// Bench measures whole runs of the program: wall time and peak memory, as the
// middle of several runs, beside a baseline process measured in the same run.
// It reports figures and judges none.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

const runs = 15

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bench PROGRAM")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
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
	if err := quarters(years); err != nil {
		return err
	}
	baseline := []string{"true"}
	if path, err := exec.LookPath("true"); err == nil {
		baseline[0] = path
	}
	fmt.Printf("%-34s %10s %12s   (middle of %d runs)\n", "whole process", "wall", "peak memory", runs)
	for _, b := range []struct {
		name string
		args []string
	}{
		{"baseline: true", baseline},
		{"version", []string{program, "version"}},
		{"list", []string{program, "list", "--dir", hospital}},
		{"compare", []string{program, "compare", "--dir", hospital}},
		{"report --format md", []string{program, "report", "--dir", hospital, "--format", "md"}},
		{"report --format json", []string{program, "report", "--dir", hospital, "--format", "json"}},
		{"report --format pdf", []string{program, "report", "--dir", hospital, "--format", "pdf"}},
		{"report (pdf and md, to files)", []string{program, "report", "--dir", hospital}},
		{"list, 20 quarters", []string{program, "list", "--dir", years}},
		{"compare, 20 quarters", []string{program, "compare", "--dir", years}},
		{"compare --last 20", []string{program, "compare", "--last", "20", "--dir", years}},
		{"report --format pdf, 20 quarters", []string{program, "report", "--dir", years, "--format", "pdf"}},
	} {
		if err := measure(b.name, b.args); err != nil {
			return err
		}
	}
	return nil
}

func measure(name string, args []string) error {
	var walls []time.Duration
	var peaks []int64
	for range runs {
		c := exec.Command(args[0], args[1:]...)
		start := time.Now()
		if err := c.Run(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
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
	fmt.Printf("%-34s %10s %12s\n", name, walls[runs/2].Round(100*time.Microsecond), memory)
	return nil
}

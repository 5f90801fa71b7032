// Bench measures whole runs of the program: CPU and wall time and peak memory, as
// the middle of several runs taken in turn, beside true and an empty Go program in
// the same rounds. Figures of a busy machine are worth little, their ratio to the
// empty program is worth more. It reports and judges nothing. Memory is that of
// the largest process: a browser has several.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

func main() {
	if err := start(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func start(args []string) error {
	switch {
	case len(args) == 5 && args[0] == "fill":
		return fillAs(args[1:])
	case len(args) == 2 && args[0] == "save":
		return save(args[1])
	case len(args) == 2 && args[0] == "rows":
		return readRows(args[1])
	case len(args) == 3 && args[0] == "sites":
		return fillSites(args[1], args[2])
	case len(args) == 2 && args[0] == "parse":
		return parseSites(args[1])
	case len(args) == 1:
		return run(args[0])
	}
	return errors.New("usage: bench PROGRAM")
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
	b := bench{program: filepath.Join(dir, filepath.Base(program)), dir: dir}
	if err := copyProgram(program, b.program); err != nil {
		return err
	}
	b.empty = &process{name: "an empty Go program", args: []string{emptyProgram(dir)}, runs: rounds}
	if err := b.prepare(); err != nil {
		return err
	}
	tables := []table{b.commands(), b.formats(), b.quarters(), b.questions()}
	others, err := otherWays(b.program, b.hospital(), dir)
	if err != nil {
		return err
	}
	scans, err := b.scans()
	if err != nil {
		return err
	}
	sites, err := b.sites()
	if err != nil {
		return err
	}
	tables = append(tables, table{name: "The same report, made otherwise", rows: others}, scans, sites)
	if err := measure(append([]*process{b.empty}, all(tables)...)); err != nil {
		return err
	}
	for _, t := range tables {
		t.print(b.empty)
	}
	return b.self("save", filepath.Join(dir, "save"))
}

// bench is the program that is measured and a folder for what it needs.
type bench struct {
	program, dir string
	empty        *process // what starting anything costs
}

func (b *bench) hospital() string { return filepath.Join(b.dir, "harbor-regional") }

// prepare fills the folders in processes of their own. On Linux a process counts
// the memory of the one that starts it as its own peak: this one stays small.
func (b *bench) prepare() error {
	if out, err := exec.Command(b.program, "demo", b.dir).CombinedOutput(); err != nil {
		return fmt.Errorf("demo: %w: %s", err, out)
	}
	for _, f := range folders {
		each := "same"
		if f.each {
			each = "each"
		}
		if err := b.self("fill", filepath.Join(b.dir, f.name), strconv.Itoa(f.quarters), strconv.Itoa(f.questions), each); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return nil
}

// self runs a part of this program and shows what it prints.
func (b *bench) self(args ...string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(self, args...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}

// copyProgram copies a program, as installing it does. A file that a linker has
// just written lies in memory in small pieces, and starts a fifth slower.
func copyProgram(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	copied, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o700)
	if err != nil {
		return err
	}
	_, err = io.Copy(copied, source)
	return errors.Join(err, copied.Close())
}

// emptyProgram builds the smallest Go program; it returns true where there is no Go.
func emptyProgram(dir string) string {
	source, built, program := filepath.Join(dir, "empty.go"), filepath.Join(dir, "built"), filepath.Join(dir, "empty")
	if err := os.WriteFile(source, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		return "true"
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", built, source)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench: no empty Go program to compare with:", err)
		return "true"
	}
	if copyProgram(built, program) != nil {
		return built
	}
	return program
}

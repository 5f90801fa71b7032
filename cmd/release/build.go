package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// target is a system the program is built for, in Go's words.
type target struct{ system, processor string }

func (t target) String() string { return t.system + "/" + t.processor }

// targets are the systems of a release.
var targets = []target{
	{"windows", "amd64"}, {"windows", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"linux", "amd64"}, {"linux", "arm64"},
}

// environment returns the process's environment with the target set.
func (t target) environment() []string {
	return append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.system, "GOARCH="+t.processor, "GOAMD64=v1", "GOARM64=v8.0", "GOFLAGS=")
}

// build makes the program for one target and returns its path.
func (s settings) build(t target, work string) (string, error) {
	program := filepath.Join(work, t.system+"-"+t.processor, "hygeia")
	if t.system == "windows" {
		program += ".exe"
	}
	flags := fmt.Sprintf("-s -w -buildid= -X hygeia/cmd.version=%s -X hygeia/cmd.commit=%s", s.version, s.commit)
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", program, "./cmd/hygeia")
	c.Env = t.environment()
	return program, run(c)
}

// run carries out a command; what it prints is told only where it fails.
func run(c *exec.Cmd) error {
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(c.Args[:min(4, len(c.Args))], " "), err, out)
	}
	return nil
}

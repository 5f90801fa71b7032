package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// The tools that write packages and the bill of materials, at fixed versions.
// They are run with "go run", so that none of what they need enters go.mod.
const (
	packager = "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.0"
	biller   = "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0"
)

// tool returns a command that runs one of those tools on this machine.
func tool(name string, args ...string) *exec.Cmd {
	c := exec.Command("go", append([]string{"run", name}, args...)...)
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-trimpath") // the bill names the hash of its tool
	return c
}

// bill writes what the program of one target is made of, as CycloneDX. The tool
// reads it from the program itself.
func (s settings) bill(t target, program string) error {
	name := filepath.Join(s.dir, fmt.Sprintf("hygeia-%s-%s-%s.cdx.json", s.version, t.system, t.processor))
	return run(tool(biller, "bin", "-json", "-licenses", "-std", "-noserial", "-notimestamp", "-version", "v"+s.version, "-output", name, program))
}

// packages writes the Debian and the RPM package of one target.
func (s settings) packages(t target, program, work string, common []file) error {
	tree := filepath.Join(work, t.processor)
	var contents strings.Builder
	for _, f := range common {
		name := filepath.Join(tree, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.data, 0o644); err != nil {
			return err
		}
		if place := installed(f.name); place != "" {
			fmt.Fprintf(&contents, "  - {src: %q, dst: %q, file_info: {mode: 0644, mtime: %s}}\n", name, place, s.made.Format(time.RFC3339))
		}
	}
	fmt.Fprintf(&contents, "  - {src: %q, dst: /usr/bin/hygeia, file_info: {mode: 0755, mtime: %s}}\n", program, s.made.Format(time.RFC3339))
	config := filepath.Join(tree, "nfpm.yaml")
	text := fmt.Sprintf(`name: hygeia
arch: %s
platform: linux
version: %s
section: utils
priority: optional
maintainer: The hygeia maintainers <hygeia@example.org>
description: |
  Cyber-hygiene self-assessment for hospitals and clinics.
  Asks plain questions, scores the answers against published frameworks and
  writes a report for the board. Works offline.
license: Apache-2.0
mtime: %s
rpm:
  buildhost: hygeia
contents:
%s`, t.processor, s.version, s.made.Format(time.RFC3339), contents.String())
	if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
		return err
	}
	for _, kind := range []string{"deb", "rpm"} {
		c := tool(packager, "package", "--config", config, "--packager", kind, "--target", s.dir)
		c.Env = append(c.Env, fmt.Sprintf("SOURCE_DATE_EPOCH=%d", s.made.Unix()))
		if err := run(c); err != nil {
			return err
		}
	}
	return nil
}

// installed is where a file of the archive stands on a Linux system; empty for
// what only other systems need.
func installed(name string) string {
	base := filepath.Base(name)
	switch {
	case strings.HasPrefix(name, "man/"):
		return "/usr/share/man/man1/" + base
	case strings.HasSuffix(name, ".bash"):
		return "/usr/share/bash-completion/completions/hygeia"
	case base == "_hygeia":
		return "/usr/share/zsh/site-functions/_hygeia"
	case strings.HasSuffix(name, ".fish"):
		return "/usr/share/fish/vendor_completions.d/hygeia.fish"
	case strings.HasSuffix(name, ".txt"):
		return "/usr/share/doc/hygeia/" + base
	}
	return ""
}

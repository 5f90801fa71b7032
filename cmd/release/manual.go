package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"hygeia/cmd"
)

//go:embed README.txt
var readme string

// commonFiles are the files every archive has beside the program.
func (s settings) commonFiles() ([]file, error) {
	license, err := os.ReadFile("LICENSE")
	if err != nil {
		return nil, err
	}
	others, err := othersLicenses()
	if err != nil {
		return nil, err
	}
	files := []file{
		{"LICENSE.txt", license, 0o644},
		{"LICENSES-OF-OTHERS.txt", others, 0o644},
		{"README.txt", []byte(strings.ReplaceAll(readme, "VERSION", s.version)), 0o644},
	}
	root := cmd.Command(&cmd.Env{})
	more, err := completions(root)
	if err != nil {
		return nil, err
	}
	pages, err := s.manual(root)
	return slices.Concat(files, more, pages), err
}

// completions are the files that let a shell finish commands and flags.
func completions(root *cobra.Command) ([]file, error) {
	var bash, zsh, fish, power bytes.Buffer
	for _, err := range []error{
		root.GenBashCompletionV2(&bash, true), root.GenZshCompletion(&zsh),
		root.GenFishCompletion(&fish, true), root.GenPowerShellCompletionWithDesc(&power),
	} {
		if err != nil {
			return nil, err
		}
	}
	return []file{
		{"completions/hygeia.bash", bash.Bytes(), 0o644},
		{"completions/_hygeia", zsh.Bytes(), 0o644},
		{"completions/hygeia.fish", fish.Bytes(), 0o644},
		{"completions/hygeia.ps1", power.Bytes(), 0o644},
	}, nil
}

// manual returns a manual page for each command, made from its help.
func (s settings) manual(c *cobra.Command) ([]file, error) {
	c.DisableAutoGenTag = true
	var b bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Source: "hygeia " + s.version, Manual: "hygeia", Date: &s.made}
	if err := doc.GenMan(c, header, &b); err != nil {
		return nil, err
	}
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	files := []file{{"man/" + name + ".1", b.Bytes(), 0o644}}
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() || sub.Name() == "completion" {
			continue
		}
		more, err := s.manual(sub)
		if err != nil {
			return nil, err
		}
		files = append(files, more...)
	}
	return files, nil
}

// othersLicenses returns the license texts of every module that is linked into
// the program on any of the targets.
func othersLicenses() ([]byte, error) {
	dirs := map[string]string{}
	for _, t := range targets {
		c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/hygeia")
		c.Env = t.environment()
		out, err := c.Output()
		if err != nil {
			return nil, fmt.Errorf("listing modules: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				dirs[name] = dir
			}
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	dirs["Go standard library"] = strings.TrimSpace(string(root))
	var names []string
	for name := range dirs {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	b.WriteString("hygeia is built with the work of others. These are their licenses.\n")
	for _, name := range names {
		texts, err := licenseTexts(dirs[name])
		if err != nil {
			return nil, err
		}
		if len(texts) == 0 && strings.HasPrefix(name, "hygeia/") {
			continue // a folder of ours that stands as a module
		}
		if len(texts) == 0 {
			return nil, fmt.Errorf("%s has no license file in %s", name, dirs[name])
		}
		for _, text := range texts {
			fmt.Fprintf(&b, "\n%s\n%s\n\n%s\n", name, strings.Repeat("=", len(name)), bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))))
		}
	}
	return b.Bytes(), nil
}

// licenseTexts returns the license files of one module: those at its top; for
// fonts that keep theirs beside them, one folder below; and the README of a
// module that names its license there.
func licenseTexts(dir string) ([][]byte, error) {
	var texts [][]byte
	for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "NOTICE*", "*/LICEN[CS]E*", "README*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return nil, err
		}
		if instead := strings.HasPrefix(pattern, "*/") || strings.HasPrefix(pattern, "README"); instead && len(texts) > 0 {
			break
		}
		for _, name := range names {
			info, err := os.Stat(name)
			if err != nil {
				return nil, err
			}
			if info.IsDir() || strings.HasSuffix(name, ".go") {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			texts = append(texts, text)
		}
	}
	return texts, nil
}

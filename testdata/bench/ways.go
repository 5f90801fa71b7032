package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
)

// engines are what pandoc can make a PDF with, the smallest first.
var engines = []string{"weasyprint", "wkhtmltopdf", "xelatex"}

// otherWays are the ways to the same PDF without ours: pandoc from our Markdown
// and a browser from our HTML. A way whose program is missing is told as skipped.
func otherWays(program, hospital, dir string) ([]*process, error) {
	md, page := filepath.Join(dir, "board.md"), filepath.Join(dir, "board.html")
	for _, c := range [][]string{
		{"report", "--dir", hospital, "--kind", "board", "--format", "md", "-o", md},
		{"report", "--dir", hospital, "--kind", "board", "--format", "html", "-o", page},
	} {
		if out, err := exec.Command(program, c...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%v: %w: %s", c, err, out)
		}
	}
	ways := []*process{{name: "pandoc, from the Markdown", skipped: "pandoc or one of its PDF engines is not installed"}}
	pandoc, err := exec.LookPath("pandoc")
	for _, engine := range engines {
		if _, missing := exec.LookPath(engine); err == nil && missing == nil {
			out := filepath.Join(dir, "pandoc.pdf")
			ways[0] = &process{name: "pandoc with " + engine, args: []string{pandoc, md, "--pdf-engine=" + engine, "-o", out}, file: out, runs: slowRuns}
			break
		}
	}
	browser := &process{name: "Chromium, from the HTML", skipped: "chromium is not installed"}
	if chromium, err := exec.LookPath("chromium"); err == nil {
		out := filepath.Join(dir, "chromium.pdf")
		browser.args = []string{chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
			"--user-data-dir=" + filepath.Join(dir, "chromium"), "--print-to-pdf=" + out, "file://" + page}
		browser.file, browser.runs, browser.skipped = out, slowRuns, ""
	}
	return append(ways, browser), nil
}

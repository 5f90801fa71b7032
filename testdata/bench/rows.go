package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
)

// folders are the histories that are measured.
var folders = []struct {
	name      string
	quarters  int
	questions int  // of the hospital's own
	each      bool // each quarter has a content of its own, as after an upgrade
}{
	{"1", 1, 1, false}, {"10", 10, 1, false}, {"100", 100, 1, false},
	{"20-each", 20, 1, true},
	{"q10", 4, 10, false}, {"q100", 4, 100, false}, {"q1", 4, 1, false},
}

// row is a run of the program in a folder.
func (b *bench) row(name, folder string, args ...string) *process {
	return &process{name: name, args: append(append([]string{b.program}, args...), "--dir", folder)}
}

// commands are what people type, with the four quarters of the larger demo
// hospital or with no folder at all.
func (b *bench) commands() table {
	none, demo := filepath.Join(b.dir, "none"), b.hospital()
	board := b.row("report, board PDF, 4 quarters", demo, "report", "--kind", "board", "--for", "board", "--format", "pdf", "-o", filepath.Join(b.dir, "board.pdf"))
	board.file = filepath.Join(b.dir, "board.pdf")
	each := filepath.Join(b.dir, "20-each")
	list := b.row("list, 20 quarters each with own content", each, "list")
	list.folder = each
	rows := []*process{
		{name: "true", args: []string{"true"}},
		{name: "version", args: []string{b.program, "version"}},
		{name: "--help", args: []string{b.program, "--help"}},
		b.row("resources backup", none, "resources", "backup"),
		b.row("resources, a word that is nowhere", none, "resources", "zzzz"),
		b.row("incident", none, "incident"),
		b.row("frameworks show", none, "frameworks", "show", "hph"),
		b.row("list, 4 quarters", demo, "list"),
		b.row("plan, 4 quarters", demo, "plan"),
		b.row("plan --budget 12, 4 quarters", demo, "plan", "--budget", "12"),
		b.row("compare, 4 quarters", demo, "compare"),
		b.row("explain, 4 quarters", demo, "explain", "mfa-email"),
		b.row("verify, 4 quarters", demo, "verify"),
		board,
		list,
	}
	for _, p := range rows {
		p.runs = rounds
	}
	return table{"Commands", rows}
}

// formats are the larger demo hospital's reports.
func (b *bench) formats() table {
	t := table{name: "Reports, 4 quarters"}
	for _, format := range []string{"json", "csv", "md", "text", "html", "pdf"} {
		out := filepath.Join(b.dir, "full."+format)
		p := b.row("full report as "+format, b.hospital(), "report", "--format", format, "-o", out)
		p.file = out
		t.rows = append(t.rows, p)
	}
	return t
}

// quarters shows how time grows with history.
func (b *bench) quarters() table {
	t := table{name: "Saved quarters × 1, × 10, × 100"}
	for _, c := range [][]string{{"plan"}, {"explain", "mfa-email"}, {"compare"}, {"compare", "--last", "100"}, {"list"}, {"report", "--format", "json"}} {
		for _, n := range []string{"1", "10", "100"} {
			if n == "1" && c[0] == "compare" {
				continue // there is nothing to compare
			}
			p := b.row(fmt.Sprintf("%s, %s", words(c), n), filepath.Join(b.dir, n), c...)
			p.folder = filepath.Join(b.dir, n)
			t.rows = append(t.rows, p)
		}
	}
	return t
}

// questions shows how it grows with questions of one's own.
func (b *bench) questions() table {
	t := table{name: "Own questions × 1, × 10, × 100, 4 quarters"}
	for _, c := range [][]string{{"list"}, {"plan"}, {"compare"}, {"report", "--format", "json"}} {
		for _, n := range []string{"1", "10", "100"} {
			t.rows = append(t.rows, b.row(fmt.Sprintf("%s, %s", words(c), n), filepath.Join(b.dir, "q"+n), c...))
		}
	}
	return t
}

func words(args []string) string {
	s := args[0]
	for _, a := range args[1:] {
		s += " " + a
	}
	return s
}

// folderSize is what all files in a folder take.
func folderSize(dir string) int64 {
	var total int64
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	return total
}

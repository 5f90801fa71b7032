package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// scanSize is the size of the scan file that is read, in bytes.
const scanSize = 200 << 20

// scans shows what a large scan file takes, beside a program that counts its lines
// and a plain reader of its rows.
func (b *bench) scans() (table, error) {
	file := filepath.Join(b.dir, "findings.csv")
	if err := writeFindings(file); err != nil {
		return table{}, err
	}
	self, err := os.Executable()
	if err != nil {
		return table{}, err
	}
	read := b.row("import --dry-run", filepath.Join(b.dir, "none"), "import", "--dry-run", file)
	plain := &process{name: "a plain CSV reader", args: []string{self, "rows", file}}
	lines := &process{name: "wc", skipped: "wc is not installed"}
	if wc, err := exec.LookPath("wc"); err == nil {
		lines.args, lines.skipped = []string{wc, file}, ""
	}
	for _, p := range []*process{read, plain, lines} {
		p.runs = slowRuns
	}
	return table{fmt.Sprintf("A scan file of %d MB", scanSize>>20), []*process{read, plain, lines}}, nil
}

// writeFindings writes findings as CISA's weekly report has them, many times over.
func writeFindings(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	size, _ := w.WriteString("ip_int,ip,port,known_exploited,severity,initial_detection,latest_detection,age_days,cve,name,plugin_id,description\r\n")
	text := strings.Repeat("The version, as told, is old.\n", 8)
	for i := 0; size < scanSize; i++ {
		n, _ := fmt.Fprintf(w, "%d,198.51.%d.%d,%d,%t,%d,2024-03-04 03:12:44+00:00,2024-03-24 15:40:02+00:00,20,CVE-2023-%d,Something old,%d,\"%s\"\r\n",
			i, i>>8&255, i&255, i&65535, i%9 == 0, i%4+1, i%9000+1000, i%500, text)
		size += n
	}
	return errors.Join(w.Flush(), f.Close())
}

// readRows reads a file as rows and does nothing with them.
func readRows(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	for {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

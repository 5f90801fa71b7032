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
	"strconv"
	"strings"
)

// scanSize is the size of the scan files that are read, in bytes: 200 MB, or as many
// as BENCH_SCAN_MB says.
func scanSize() int {
	if n, err := strconv.Atoi(os.Getenv("BENCH_SCAN_MB")); err == nil && n > 0 {
		return n << 20
	}
	return 200 << 20
}

// scans shows what large scan files take, beside a program that counts the lines and a
// plain reader of the rows.
func (b *bench) scans() (table, error) {
	file, xml := filepath.Join(b.dir, "findings.csv"), filepath.Join(b.dir, "scan.nessus")
	if err := errors.Join(writeFindings(file), writeNessus(xml)); err != nil {
		return table{}, err
	}
	self, err := os.Executable()
	if err != nil {
		return table{}, err
	}
	read := b.row("import --dry-run", filepath.Join(b.dir, "none"), "import", "--dry-run", file)
	tree := b.row("import --dry-run, as large a .nessus file", filepath.Join(b.dir, "none"), "import", "--dry-run", xml)
	plain := &process{name: "a plain CSV reader", args: []string{self, "rows", file}}
	lines := &process{name: "wc", skipped: "wc is not installed"}
	if wc, err := exec.LookPath("wc"); err == nil {
		lines.args, lines.skipped = []string{wc, file}, ""
	}
	rows := []*process{read, tree, plain, lines}
	for _, p := range rows {
		p.runs = slowRuns
	}
	return table{fmt.Sprintf("A scan file of %d MB", scanSize()>>20), rows}, nil
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
	for i := 0; size < scanSize(); i++ {
		n, _ := fmt.Fprintf(w, "%d,198.51.%d.%d,%d,%t,%d,2024-03-04 03:12:44+00:00,2024-03-24 15:40:02+00:00,20,CVE-2023-%d,Something old,%d,\"%s\"\r\n",
			i, i>>8&255, i&255, i&65535, i%9 == 0, i%4+1, i%9000+1000, i%500, text)
		size += n
	}
	return errors.Join(w.Flush(), f.Close())
}

// writeNessus writes findings as Nessus has them, many times over.
func writeNessus(name string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	size, _ := w.WriteString("<?xml version=\"1.0\" ?>\n<NessusClientData_v2><Report name=\"weekly\">\n")
	text := strings.Repeat("The version, as told, is old.\n", 8)
	for i := 0; size < scanSize(); i++ {
		n, _ := fmt.Fprintf(w, "<ReportHost name=\"198.51.%d.%d\"><HostProperties><tag name=\"HOST_END\">Wed Mar 23 10:00:00 2022</tag></HostProperties>\n", i>>8&255, i&255)
		size += n
		for k := range 30 {
			n, _ := fmt.Fprintf(w, "<ReportItem port=\"%d\" svc_name=\"www\" protocol=\"tcp\" severity=\"%d\" pluginID=\"%d\" pluginName=\"Old thing\" pluginFamily=\"Web\">"+
				"<description>%s</description><risk_factor>High</risk_factor><cve>CVE-2023-%d</cve></ReportItem>\n", k, k%5, k+i%300, text, (i+k)%9000+1000)
			size += n
		}
		w.WriteString("</ReportHost>\n")
	}
	w.WriteString("</Report></NessusClientData_v2>\n")
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

package packet_test

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/packet"
	"hygeia/frameworks"
)

// converter returns what saves a file again in another format, with LibreOffice.
func converter(t *testing.T) func(file, format string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("LibreOffice is not started in a short run")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice (LibreOffice) is not installed here")
	}
	profile := t.TempDir()
	return func(file, format string) string {
		t.Helper()
		dir := t.TempDir()
		cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(profile), "--convert-to", format, "--outdir", dir, file)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		ending, _, _ := strings.Cut(format, ":")
		return filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+ending)
	}
}

// savedAgain reads a workbook as it is, and as LibreOffice saves it again: as a
// workbook, by way of its own format, and as CSV.
func savedAgain(t *testing.T, book []byte, check func(t *testing.T, file string, r *packet.Reply)) {
	t.Helper()
	convert := converter(t)
	file := filepath.Join(t.TempDir(), "hr.xlsx")
	if err := os.WriteFile(file, book, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, again := range map[string]string{
		"as it is": file,
		"xlsx":     convert(file, "xlsx"),
		"ods":      convert(convert(file, "ods"), "xlsx"),
		"csv":      convert(file, "csv:Text - txt - csv (StarCalc):44,34,76"), // UTF-8
	} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(again)
			if err != nil {
				t.Fatal(err)
			}
			if !packet.IsReply(data) {
				t.Error("it is not recognized")
			}
			r, err := packet.Read(filepath.Base(again), data, today)
			if err != nil {
				t.Fatal(err)
			}
			check(t, again, r)
		})
	}
}

// A hand-out that LibreOffice saved again is read like the one that was filled in.
func TestLibreOfficeSavesAgain(t *testing.T) {
	p := three(t)
	savedAgain(t, filledIn(t, p), func(t *testing.T, file string, r *packet.Reply) {
		checkFilledIn(t, r, p)
		if filepath.Ext(file) != ".xlsx" {
			return
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		parts := inside(t, data)
		for _, want := range []string{"<dataValidation ", "<sheetProtection", "Another way (mostly)", "Somebody said so"} {
			if !strings.Contains(parts, want) {
				t.Errorf("%s is gone", want)
			}
		}
	})
}

// Texts that a spreadsheet could take for something else come back as they were typed.
func TestLibreOfficeKeepsTexts(t *testing.T) {
	texts := []string{
		"=1+1", "+49 30 1234", "-x", "@here", "007", "1e5", "2026-09-14", "9/14/2026", "50%", "1,5; 2", "true", "'quoted'", "\"quotes\", and <b>&amp;</b>",
		"two lines\n\nand a third", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd (abc)", "\u0645\u0631\u062d\u0628\u0627", "👩\u200d👩\u200d👧 and 😀", "Müller e\u0301",
		strings.Repeat("long 😀 ", assess.MaxNote/7), strings.Repeat("=", 300),
	}
	var keys []string
	for _, q := range library(t).Questions[:len(texts)] {
		keys = append(keys, q.Key)
	}
	p := handout(t, clinic(t), keys...)
	if len(p.Questions) != len(texts) {
		t.Fatalf("the hand-out has %d questions", len(p.Questions))
	}
	cells := map[string]string{nameCell: "=Max \u05db\u05d4\u05df", dayCell: "2026-08-02"}
	for i, text := range texts {
		var b strings.Builder
		if err := xml.EscapeText(&b, []byte(text)); err != nil {
			t.Fatal(err)
		}
		cells[cell("D", i)], cells[cell("F", i)] = []string{"Yes", "Don't know", "Another way (mostly)"}[i%3], b.String()
		if i%3 == 2 {
			cells[cell("E", i)], cells[cell("J", i)], cells[cell("K", i)] = b.String(), "=CIO", "2027-01-31"
		}
		if i%4 == 0 {
			cells[cell("G", i)], cells[cell("H", i)], cells[cell("I", i)] = "=Policy", "From outside", "2026-07-01"
		}
	}
	delete(cells, cell("D", 4)) // left open
	for _, column := range "FGHI" {
		delete(cells, cell(string(column), 4))
	}
	savedAgain(t, typeIn(t, xlsxOf(t, p), cells), func(t *testing.T, _ string, r *packet.Reply) {
		if r.By != "=Max \u05db\u05d4\u05df" || r.On.String() != "2026-08-02" || len(r.Wrong) > 0 || len(r.Empty) != 1 || len(r.Given) != len(texts)-1 {
			t.Fatalf("by %q on %s; wrong %+v, empty %v, %d given", r.By, r.On, r.Wrong, r.Empty, len(r.Given))
		}
		for _, g := range r.Given {
			i := slices.IndexFunc(p.Questions, func(q packet.Question) bool { return q.Key == g.Key })
			want := assess.Answer{Note: assess.Clean(texts[i])}
			switch i % 3 {
			case 0:
				want.State, want.Level = assess.Levelled, frameworks.Yes
			case 1:
				want.State = assess.Unknown
			case 2:
				want.State, want.Level, want.Reason, want.Approver = assess.OtherWay, frameworks.Mostly, want.Note, "=CIO"
				want.Review = assess.Date{Year: 2027, Month: 1, Day: 31}
			}
			if i%4 == 0 {
				want.Proof = []assess.Proof{{Grade: assess.Outside, What: "=Policy", Date: assess.Date{Year: 2026, Month: 7, Day: 1}}}
			}
			if diff := cmp.Diff(want, g.Answer); diff != "" {
				t.Errorf("%q (-typed +read)\n%s", texts[i], diff)
			}
		}
	})
}

package packet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"hygeia/assess/packet"
)

// A hand-out that LibreOffice saved again, as a workbook, by way of its own format
// and as CSV, is read like the one that was filled in.
func TestLibreOfficeSavesAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice is not started in a short run")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice (LibreOffice) is not installed here")
	}
	p := three(t)
	profile := t.TempDir()
	convert := func(file, format string) string {
		t.Helper()
		dir := t.TempDir()
		cmd := exec.Command(soffice, "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(profile), "--convert-to", format, "--outdir", dir, file)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		ending, _, _ := strings.Cut(format, ":")
		return filepath.Join(dir, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+"."+ending)
	}
	file := filepath.Join(t.TempDir(), "hr.xlsx")
	if err := os.WriteFile(file, filledIn(t, p), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, again := range map[string]string{
		"xlsx": convert(file, "xlsx"),
		"ods":  convert(convert(file, "ods"), "xlsx"),
		"csv":  convert(file, "csv"),
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
			checkFilledIn(t, r, p)
			if ending := filepath.Ext(again); ending == ".xlsx" {
				if parts := inside(t, data); !strings.Contains(parts, "<dataValidation ") || !strings.Contains(parts, "<sheetProtection") {
					t.Error("the lists or the lock are gone")
				}
			}
		})
	}
}

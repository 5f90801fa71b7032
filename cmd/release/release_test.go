package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"time"

	"hygeia/cmd"
)

var made = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

func TestArchivesHoldTheFiles(t *testing.T) {
	files := []file{{"README.txt", []byte("one\ntwo\n"), 0o644}, {"hygeia", []byte{0, 1, 2}, 0o755}}
	var z, again, g bytes.Buffer
	for _, err := range []error{packZip(&z, "hygeia-1", files, made), packZip(&again, "hygeia-1", files, made), packTar(&g, "hygeia-1", files, made)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(z.Bytes(), again.Bytes()) {
		t.Error("two zip files of the same files differ")
	}
	read, err := zip.NewReader(bytes.NewReader(z.Bytes()), int64(z.Len()))
	if err != nil {
		t.Fatal(err)
	}
	text, err := read.Open("hygeia-1/README.txt")
	if err != nil {
		t.Fatal(err)
	}
	if data, _ := io.ReadAll(text); string(data) != "one\r\ntwo\r\n" {
		t.Errorf("README.txt in the zip file is %q: lines should end as Notepad expects", data)
	}
	unpacked, err := gzip.NewReader(&g)
	if err != nil {
		t.Fatal(err)
	}
	tr, modes := tar.NewReader(unpacked), map[string]int64{}
	for h, err := tr.Next(); err != io.EOF; h, err = tr.Next() {
		if err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(made) {
			t.Errorf("%s bears the time %s", h.Name, h.ModTime)
		}
		modes[h.Name] = h.Mode
	}
	if modes["hygeia-1/hygeia"] != 0o755 || modes["hygeia-1/README.txt"] != 0o644 {
		t.Errorf("modes in the tar file: %v", modes)
	}
}

func TestManualHasEveryCommand(t *testing.T) {
	root := cmd.Command(&cmd.Env{})
	pages, err := settings{version: "1.2.3", made: made}.manual(root)
	if err != nil {
		t.Fatal(err)
	}
	text := map[string]string{}
	for _, p := range pages {
		text[p.name] = string(p.data)
	}
	for _, c := range root.Commands() {
		if !c.IsAvailableCommand() || c.Name() == "completion" {
			continue
		}
		page := text["man/hygeia-"+c.Name()+".1"]
		if !strings.Contains(strings.ReplaceAll(page, `\-`, "-"), c.Short) {
			t.Errorf("the manual page of %s does not say %q", c.Name(), c.Short)
		}
	}
	if !strings.Contains(text["man/hygeia.1"], "1.2.3") {
		t.Error("the manual does not name the version")
	}
}

func TestChosenTargets(t *testing.T) {
	all, err := chosen("")
	if err != nil || len(all) != 6 {
		t.Errorf("all targets: %v, %v", all, err)
	}
	if _, err := chosen("windows/amd64,plan9/amd64"); err == nil || !strings.Contains(err.Error(), "windows/arm64") {
		t.Errorf("an unknown target is answered with %v; it should name those there are", err)
	}
}

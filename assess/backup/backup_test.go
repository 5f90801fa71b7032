package backup

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var folder = []File{
	{"2026-Q3.yaml", []byte("schema: hygeia/assessment/v2\n")},
	{"content/abc.yaml.gz", []byte{0, 1, 2}},
	{"own/catalog.yaml", nil},
}

func pack(t *testing.T) []byte {
	t.Helper()
	data, err := Pack([]File{folder[2], folder[0], folder[1]})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRoundTrip(t *testing.T) {
	data := pack(t)
	if !bytes.Equal(data, pack(t)) {
		t.Error("the same files give other bytes")
	}
	got, err := Unpack("x.zip", data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		if len(got[i].Data) == 0 {
			got[i].Data = nil
		}
	}
	if diff := cmp.Diff(folder, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// No cut and no changed byte goes unnoticed as another file.
func TestDamage(t *testing.T) {
	data := pack(t)
	for n := range data {
		if _, err := Unpack("x.zip", data[:n]); err == nil {
			t.Errorf("cut after %d bytes: accepted", n)
		}
		bad := bytes.Clone(data)
		bad[n] ^= 0x20
		got, err := Unpack("x.zip", bad)
		if err != nil {
			continue
		}
		for i := range got {
			if got[i].Name != folder[i].Name || !bytes.Equal(got[i].Data, folder[i].Data) {
				t.Errorf("byte %d changed: %s is another file", n, got[i].Name)
			}
		}
	}
}

func TestNamesStayInside(t *testing.T) {
	for _, name := range []string{"../x", "/etc/x", "a/../../x", `a\b`, "c:x", "", "a/b/c/d/e", manifest} {
		if _, err := Pack([]File{{name, nil}}); err == nil {
			t.Errorf("packed %q", name)
		}
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, n := range []string{manifest, name} {
			w, err := z.Create(n)
			if err != nil {
				t.Fatal(err)
			}
			if n == manifest {
				w.Write([]byte(about + checksum(nil) + "  " + name + "\n"))
			}
		}
		z.Close()
		if _, err := Unpack("x.zip", b.Bytes()); err == nil {
			t.Errorf("unpacked %q", name)
		}
	}
}

func TestSeal(t *testing.T) {
	defer func(w int) { work = w }(work)
	work = 4
	data := pack(t)
	if _, err := Seal(data, "too short"); err == nil {
		t.Error("a short passphrase was taken")
	}
	sealed, err := Seal(data, "correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(sealed, []byte("hygeia")) {
		t.Error("something can be read without the passphrase")
	}
	got, err := Open(sealed, "correct horse battery")
	if err != nil || !bytes.Equal(got, data) {
		t.Fatalf("%v", err)
	}
	for name, try := range map[string]func() ([]byte, error){
		"wrong passphrase": func() ([]byte, error) { return Open(sealed, "correct horse batterie") },
		"none":             func() ([]byte, error) { return Open(sealed, "") },
		"cut":              func() ([]byte, error) { return Open(sealed[:len(sealed)-1], "correct horse battery") },
		"not sealed":       func() ([]byte, error) { return Open(data, "correct horse battery") },
	} {
		if _, err := try(); !errors.Is(err, ErrPassphrase) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	data, err := Pack(folder)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		files, err := Unpack("x.zip", data)
		if err != nil {
			return
		}
		if _, err := Pack(files); err != nil {
			t.Error(err)
		}
	})
}

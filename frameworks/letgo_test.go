package frameworks

import (
	"runtime"
	"testing"
	"unsafe"
)

// The trees of the shipped files are in memory for those who read them, and no longer.
func TestTreesAreLetGo(t *testing.T) {
	c, err := readCompiled(compiledContent)
	if err != nil {
		t.Fatal(err)
	}
	held, err := c.trees()
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	if again, _ := c.trees(); again != held {
		t.Error("they were unpacked twice while they were held")
	}
	runtime.KeepAlive(held)
	runtime.GC()
	if c.unpacked.Value() != nil {
		t.Error("nobody holds them, and they are still there")
	}
	if anew, err := c.trees(); err != nil || len(anew.docs) != len(c.files) {
		t.Errorf("unpacked anew there are %d of %d (%v)", len(anew.docs), len(c.files), err)
	}
}

func TestPrepareHoldsTheTrees(t *testing.T) {
	done := Prepare()
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	if c.unpacked.Value() == nil {
		t.Error("the trees are gone")
	}
	done()
}

// What is read of a bundle does not keep all of it in memory.
func TestBundleIsLetGo(t *testing.T) {
	lib, err := new(Reader).LoadOwn(File{Name: "own/notes.yaml", Data: []byte("schema: hygeia/questions/v1\nquestions: []\n")})
	if err != nil {
		t.Fatal(err)
	}
	data, err := lib.Bundle()
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	b, err := readBundle("bundle.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	begin := uintptr(unsafe.Pointer(unsafe.StringData(text)))
	within := func(s string) bool {
		at := uintptr(unsafe.Pointer(unsafe.StringData(s)))
		return begin <= at && at < begin+uintptr(len(text))
	}
	for _, f := range b.files {
		if within(f.name) || within(f.text) {
			t.Errorf("%s lies in the text of the bundle", f.name)
		}
	}
}

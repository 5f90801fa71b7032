package rollup

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fill gives every field a value of its own, so that one that is left out or passed
// in another place shows.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", *n))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 3, 3))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("a kind of field that this test does not know: " + v.Kind().String())
	}
}

func TestPackedSiteIsTheSame(t *testing.T) {
	n, site := 0, Site{}
	fill(reflect.ValueOf(&site).Elem(), &n)
	for _, in := range []Site{{}, site} {
		text, err := Pack([]byte("before "), in.Fields)
		if err != nil {
			t.Fatal(err)
		}
		var out Site
		rest, err := Unpack(strings.TrimPrefix(string(text), "before ")+"after", out.Fields)
		if diff := cmp.Diff(in, out); diff != "" || err != nil || rest != "after" {
			t.Errorf("%v, then %q (-in +out):\n%s", err, rest, diff)
		}
	}
}

func TestChangedLineIsRefused(t *testing.T) {
	n, site := 0, Site{}
	fill(reflect.ValueOf(&site).Elem(), &n)
	text, err := Pack(nil, site.Fields)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(text) - 1 {
		if _, err := Unpack(string(text[:cut]), new(Site).Fields); err == nil {
			t.Fatalf("%d of %d bytes are taken for a site", cut, len(text))
		}
	}
	for _, wrong := range []string{"\tx", "a\tb\tnot a year\t", strings.Replace(string(text), "\t3\t", "\t-3\t", 1), strings.Replace(string(text), "\t3\t", "\t99999999999\t", 1)} {
		if _, err := Unpack(wrong, new(Site).Fields); err == nil {
			t.Errorf("%.40q is taken for a site", wrong)
		}
	}
	for _, name := range []string{"a\tb", "a\nb", "a\rb"} {
		if _, err := Pack(nil, (&Site{Name: name}).Fields); err == nil {
			t.Errorf("%q is packed, and would be read as something else", name)
		}
	}
}

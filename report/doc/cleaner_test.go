package doc_test

import (
	"reflect"
	"testing"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// bracketed is a cleaner that shows where it was.
type bracketed struct{}

func (bracketed) Line(s string) string  { return "[" + s + "]" }
func (bracketed) Words(s string) string { return "[" + s + "]" }

// Every text of every kind of block, and of the document around them, is cleaned;
// what was given stays as it was. The kinds are those that a format draws.
func TestEveryTextIsCleaned(t *testing.T) {
	d := doctest.SampleDocument()
	d.Legal, d.Blocks = "Peer review privileged", nil
	kinds := map[string]bool{}
	for _, c := range doctest.EveryBlock {
		d.Blocks = append(d.Blocks, c.Block)
		kinds[reflect.TypeOf(c.Block).Name()] = true
	}
	drawer := reflect.TypeFor[doc.Drawer]()
	for i := range drawer.NumMethod() {
		if name := drawer.Method(i).Name; !kinds[name] {
			t.Errorf("doctest.EveryBlock has no %s", name)
		}
	}
	clean := d.Cleaned(bracketed{})
	for i, b := range clean.Blocks {
		cleanedThroughout(t, doctest.EveryBlock[i].Name, reflect.ValueOf(b), true)
		cleanedThroughout(t, doctest.EveryBlock[i].Name, reflect.ValueOf(d.Blocks[i]), false)
	}
	clean.Blocks, clean.Date, clean.Logo = nil, "[a date is made by us]", nil
	cleanedThroughout(t, "document", reflect.ValueOf(*clean), true)
}

// cleanedThroughout looks at each text below a value, but for addresses, which are
// percent-encoded instead.
func cleanedThroughout(t *testing.T, where string, v reflect.Value, want bool) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); s != "" && (s[0] == '[') != want {
			t.Errorf("%s: %q was cleaned: %v, want %v", where, s, !want, want)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.Name != "URL" {
				cleanedThroughout(t, where+"."+field.Name, v.Field(i), want)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			cleanedThroughout(t, where, v.Index(i), want)
		}
	}
}

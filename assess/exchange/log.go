package exchange

import (
	"slices"

	"hygeia/assess"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

// schemaLog is the first line of the log.
const schemaLog = "hygeia/log/v1"

// Entry is one thing that went out of the folder or came back into it.
type Entry struct {
	Day   assess.Date
	What  string // "backup", ...
	Where string // to whom or into which file, as the person named it
}

// WhatBackup is the entry of a copy of the whole folder.
const WhatBackup = "backup"

// mostEntries is how many the log keeps; older ones go.
const mostEntries = 500

// ReadLog reads the log. Without a file it is empty.
func ReadLog(name string, data []byte) ([]Entry, error) {
	if len(data) == 0 {
		return nil, nil
	}
	doc, err := strictyaml.Parse(name, data, strictyaml.Limits{})
	if doc == nil {
		return nil, err
	}
	m := doc.Root().Mapping("schema", "entries")
	if schema := m.Need("schema"); schema.Present() && schema.Text() != schemaLog {
		schema.Errorf("schema %q: must be %s", schema.Text(), schemaLog)
	}
	var entries []Entry
	for _, item := range m.Need("entries").Items() {
		e := item.Mapping("day", "what", "where")
		entries = append(entries, Entry{
			Day:   strictyaml.Word(e.Need("day"), assess.ParseDate),
			What:  words.Line(e.Need("what").Text()),
			Where: words.Line(e.Get("where").Text()),
		})
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return entries, nil
}

// WriteLog returns the log as its file.
func WriteLog(entries []Entry) ([]byte, error) {
	m := strictyaml.NewMap()
	m.Comment("What went out of this folder and came back. Written by hygeia.")
	m.Word("schema", schemaLog)
	list := m.List("entries")
	for _, e := range entries[max(0, len(entries)-mostEntries):] {
		item := list.Map()
		item.Word("day", e.Day.String())
		item.Text("what", e.What)
		if e.Where != "" {
			item.Text("where", e.Where)
		}
	}
	return m.Encode()
}

// Last returns the newest entry of a kind.
func Last(entries []Entry, what string) (Entry, bool) {
	for _, e := range slices.Backward(entries) {
		if e.What == what {
			return e, true
		}
	}
	return Entry{}, false
}

package assess

import (
	"maps"
	"slices"
	"time"

	"hygeia/frameworks/strictyaml"
)

// headSaved tells whoever opens the file in an editor what would be lost.
const headSaved = "Comments in this file are not kept: each save writes it anew. A note beside an\nanswer is kept."

// savedMap puts a quarter, as canonical returns it, into the order of its file.
func savedMap(a *Assessment) *strictyaml.Map {
	m := strictyaml.NewMap()
	m.Comment(headSaved)
	m.Word("schema", schemaSaved)
	m.Word("period", a.Period.String())
	m.Word("status", a.Status.String())
	m.Int("rules", a.Rules)
	writeOrganization(m, a.Organization)
	if len(a.Frameworks) > 0 {
		list := m.List("frameworks")
		for _, id := range a.Frameworks {
			list.Text(id)
		}
	}
	writeInherits(m, a.Inherits)
	writeTime(m, "started", a.Started)
	writeTime(m, "updated", a.Updated)
	writeWord(m, "as_of", a.Day.String())
	writeWord(m, "finished", a.Finished.String())
	if len(a.Reopened) > 0 {
		list := m.List("reopened")
		for _, r := range a.Reopened {
			item := list.Map()
			writeWord(item, "date", r.On.String())
			writeText(item, "reason", r.Reason)
		}
	}
	if a.Content != (Pin{}) {
		pin := m.Map("content")
		writeText(pin, "version", a.Content.Version)
		writeText(pin, "digest", a.Content.Digest)
	}
	writeText(m, "previous", a.Previous)
	if a.Ledger != (Mark{}) {
		mark := m.Map("ledger")
		mark.Int("events", a.Ledger.Events)
		mark.Word("digest", a.Ledger.Digest)
	}
	writePins(m, a.Scans)
	writeText(m, "at", a.At)
	writeTargets(m, a.Targets)
	writeDecisions(m, a.Decisions)
	writeFacts(m, a.Facts)
	writeAnswers(m, a.Answers)
	m.Map("end").Int("answers", len(a.Answers))
	return m
}

func writeOrganization(m *strictyaml.Map, o Organization) {
	if o == (Organization{}) {
		return
	}
	m = m.Map("organization")
	writeText(m, "name", o.Name)
	writeText(m, "name_latin", o.Latin)
	writeWord(m, "size", o.Size.String())
	writeText(m, "size_reason", o.SizeReason)
	writeInt(m, "beds", o.Beds)
	writeInt(m, "clinicians", o.Clinicians)
	if o.Critical {
		m.Bool("critical_access", true)
	}
	writeWord(m, "it", o.IT)
	writeText(m, "country", o.Country)
	writeWord(m, "state", o.State)
}

func writeTargets(m *strictyaml.Map, targets map[string]Target) {
	if len(targets) == 0 {
		return
	}
	m = m.Map("targets")
	for _, key := range slices.Sorted(maps.Keys(targets)) {
		item := m.Map(key)
		item.Word("level", targets[key].Level.String())
		writeText(item, "reason", targets[key].Reason)
		writeText(item, "approver", targets[key].Approver)
	}
}

func writeAnswers(m *strictyaml.Map, answers map[string]Answer) {
	if len(answers) == 0 {
		return
	}
	m = m.Map("answers")
	for _, key := range slices.Sorted(maps.Keys(answers)) {
		writeAnswer(m.Map(key), answers[key])
	}
}

// writeAnswer writes one answer as a saved quarter keeps it.
func writeAnswer(m *strictyaml.Map, ans Answer) {
	writeSaid(m, ans)
	writeInt(m, "revision", ans.Revision)
	writeWord(m, "effective", ans.Effective.String())
	writeWord(m, "recorded", ans.Recorded.String())
	writeText(m, "by", ans.By)
	writeWord(m, "change", ans.Change.String())
	writeWord(m, "changed", ans.Changed.String())
	writeWord(m, "carried", ans.Carried.String())
	writeSupport(m, ans)
}

// writeSaid writes the answer itself and what an other way or a does-not-apply needs.
func writeSaid(m *strictyaml.Map, ans Answer) {
	writeWord(m, "answer", ans.Word())
	if ans.State == OtherWay {
		m.Word("reaches", ans.Level.String())
	}
	writeText(m, "reason", ans.Reason)
	writeText(m, "approver", ans.Approver)
	writeWord(m, "review", ans.Review.String())
	writeWord(m, "left", ans.Left.String())
}

// writeSupport writes what stands beside an answer: the note and the proofs.
func writeSupport(m *strictyaml.Map, ans Answer) {
	writeText(m, "note", ans.Note)
	if len(ans.Proof) == 0 {
		return
	}
	list := m.List("proof")
	for _, p := range ans.Proof {
		item := list.Map()
		item.Word("kind", p.Grade.String())
		writeText(item, "what", p.What)
		writeWord(item, "date", p.Date.String())
		writeText(item, "where", p.Where)
		writeWord(item, "digest", p.Digest)
	}
}

// The writers below leave out what is empty.

func writeText(m *strictyaml.Map, key, text string) {
	if text != "" {
		m.Text(key, text)
	}
}

func writeWord(m *strictyaml.Map, key, word string) {
	if word != "" {
		m.Word(key, word)
	}
}

func writeInt(m *strictyaml.Map, key string, n int) {
	if n != 0 {
		m.Int(key, n)
	}
}

func writeTime(m *strictyaml.Map, key string, t time.Time) {
	if !t.IsZero() {
		m.Word(key, t.Format(time.RFC3339))
	}
}

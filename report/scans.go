package report

import (
	"cmp"
	"slices"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// disputed are the answers that a scan disputes which counts on the quarter's day.
func (s *story) disputed() []*assess.Item {
	return slices.DeleteFunc(slices.Clone(s.r.Items), func(it *assess.Item) bool { return !it.Disputed() })
}

// checkedOutside says how many answers somebody outside has looked at: proof of that
// grade that counts, or a scan that supports or disputes them.
func (s *story) checkedOutside() string {
	n := 0
	for _, it := range s.r.Items {
		outside := slices.ContainsFunc(it.Answer.Proof, func(p assess.Proof) bool { return p.Grade == assess.Outside && p.Counts(it.Question, s.r.AsOf) })
		if outside || it.Supported() || it.Disputed() {
			n++
		}
	}
	if n == 0 {
		return "nobody outside has checked them"
	}
	return "somebody outside has looked at " + words.Number(n) + " of them"
}

// disputesNamed is how many of them the first page names.
const disputesNamed = 3

// disputedWords says on the first page which answers scans dispute; nothing where
// they dispute none.
func (s *story) disputedWords() doc.Text {
	list := s.disputed()
	if len(list) == 0 {
		return nil
	}
	var names []string
	for _, it := range list[:min(len(list), disputesNamed)] {
		names = append(names, it.Question.Title)
	}
	named := words.And(names)
	if len(list) > len(names) {
		named = words.Join(", ", names...) + " and others"
	}
	return doc.Sentence("Scans dispute %s of them (%s); while they do, no proof of these counts.", count("disputed", len(list)), named)
}

// disputes lists the answers that scans dispute. What exactly was found is for those
// who do the work.
func disputes(s *story) []doc.Block {
	blocks := []doc.Block{doc.Headed(2, "Answers that evidence disputes")}
	list := s.disputed()
	if len(list) == 0 {
		return append(blocks, doc.Say("None. %s", s.looked()))
	}
	t := doc.Table{Columns: []doc.Column{{Title: "Practice", Width: 4}, {Title: "Our answer", Width: 3}, {Title: "What disputes it", Width: 8}}}
	for _, it := range list {
		for _, said := range it.Scans {
			if !said.Counts() || said.Verdict != frameworks.Disputes {
				continue
			}
			what := words.Join(", ", s.lib.Scans.Kind(said.Evidence.Kind), said.Evidence.Date.Long())
			if s.reader == Internal {
				what += ": " + said.Why
			}
			t.Rows = append(t.Rows, doc.Row(it.Question.Title, s.says(it), what))
		}
	}
	return append(blocks, doc.Say("Either the answer or the scan is wrong. Until it is settled, no proof of these answers counts; the score itself stays."), t)
}

// looked says how many answers scans bear on.
func (s *story) looked() string {
	n := 0
	for _, it := range s.r.Items {
		if slices.ContainsFunc(it.Scans, assess.Saying.Counts) {
			n++
		}
	}
	if n == 0 {
		return "No scan that is fresh enough bears on any answer."
	}
	return "Scans bear on " + words.Count(n, "answer", "answers") + "."
}

// trendFigures are the figures of scans that a trend shows, where files have them.
var trendFigures = []string{
	"open", "open-critical", "open-high", "critical-over-15", "high-over-30", "age-max", "kev-open", "kev-over-14", "unsupported-hosts",
	"fix-critical-median", "fix-high-median", "risky-services", "risky-rdp", "management-interfaces", "hosts-with-findings", "services", "open-ports",
	"https-not-enforced", "weak-encryption", "certificates-expired", "dmarc-not-enforced", "mail-without-encryption",
	"shall-fail", "shall-pass", "factor-missing", "old-sign-in-open", "points-percent", "level-5", "level-4",
}

// scanTrend shows the figures of scans over the quarters, the newest file of each
// quarter, for each kind of file of which there are two. Where all of them are of one
// quarter it is the first and the last.
func scanTrend(s *story) []doc.Block {
	var blocks []doc.Block
	for _, kind := range s.lib.Scans.Kinds {
		if files := s.scansOf(kind.Key); len(files) > 1 {
			if t := s.scanTable(files); len(t.Rows) > 0 {
				blocks = append(blocks, doc.Headed(2, kind.Title), t)
			}
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]doc.Block{
		doc.Headed(1, "Scans over the quarters"),
		doc.Say("What scans counted, the last report of each quarter. A scan shows what it looked at on that day, and nothing else; \"at least\" means that the file may show only a part."),
	}, blocks...)
}

// scansOf returns the files of a kind that are the whole picture, the newest of each
// quarter, oldest first; of one quarter alone the first and the last.
func (s *story) scansOf(kind string) []*assess.Evidence {
	var all []*assess.Evidence
	for _, r := range append(slices.Clone(s.earlier), s.r) {
		for _, e := range slices.Concat(r.Assessment.Scans.Files, r.Assessment.Evidence) {
			if e.Kind == kind && e.Partial == "" && !e.Date.After(s.r.AsOf) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y *assess.Evidence) int { return cmp.Compare(x.Date.String(), y.Date.String()) })
	all = slices.CompactFunc(all, func(x, y *assess.Evidence) bool { return x.Date == y.Date })
	var last []*assess.Evidence
	for i, e := range all {
		if i+1 == len(all) || all[i+1].Date.Quarter() != e.Date.Quarter() {
			last = append(last, e)
		}
	}
	if len(last) == 1 && len(all) > 1 {
		return []*assess.Evidence{all[0], last[0]}
	}
	return last[max(0, len(last)-doc.TableMost):]
}

// scanTable has a row for each figure that at least two of the files have.
func (s *story) scanTable(files []*assess.Evidence) doc.Table {
	t := doc.Table{Dense: true, Columns: []doc.Column{{Title: "What was counted", Width: 6}}}
	for _, e := range files {
		t.Columns = append(t.Columns, doc.Column{Title: e.Date.Long(), Width: 3, Right: true})
	}
	for _, key := range trendFigures {
		cells, known := []string{s.lib.Scans.Figure(key)}, 0
		for _, e := range files {
			f := e.Figure(key)
			if f.Known() {
				known++
			}
			cells = append(cells, f.String())
		}
		if known > 1 {
			t.Rows = append(t.Rows, doc.Row(cells...))
		}
	}
	return t
}

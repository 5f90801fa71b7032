package report

import (
	"fmt"
	"math/big"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
	"hygeia/frameworks/words"
	"hygeia/report/doc"
)

// benchmark prints published figures beside ours: with their source, year,
// sample and cautions, and without a word on who is ahead. Nothing where nobody
// asked for it.
func benchmark(s *story) []doc.Block {
	if len(s.studies) == 0 {
		return nil
	}
	blocks := []doc.Block{
		doc.Headed(1, "Published figures"),
		doc.Say("What studies found elsewhere, beside our figures. They were made on other scales, and those who took part volunteered. Differences under about 10 points mean nothing, and a larger one is no grade either."),
	}
	var unread []frameworks.Study
	shown := 0
	for i := range s.studies {
		study := &s.studies[i]
		if !study.Read {
			unread = append(unread, *study)
			continue
		}
		if t := s.studyTable(study); len(t.Rows) > 0 {
			shown++
			blocks = append(blocks, studyBlocks(s, study, t)...)
		}
	}
	if shown == 0 {
		blocks = append(blocks, doc.Say("None of the published figures has a score of ours to stand beside yet."))
	}
	return append(blocks, notRead(unread)...)
}

func studyBlocks(s *story, study *frameworks.Study, t doc.Table) []doc.Block {
	v, _ := s.r.View(study.Framework)
	source := fmt.Sprintf("%s, %s, %d", study.Title, study.Publisher, study.Year)
	if study.Pages != "" {
		source += ", " + study.Pages
	}
	cautions := doc.List{}
	for _, c := range study.Caveats {
		cautions.Items = append(cautions.Items, doc.Plain(c))
	}
	return []doc.Block{
		doc.Headed(2, fmt.Sprintf("The %s of %s", study.About, viewTitle(v))),
		doc.Say("%s. Asked %s of %d: %s.", words.Capital(study.Measures), study.Data, study.Sample, study.Who),
		t,
		cautions,
		doc.Paragraph{Text: doc.Text{{Text: "Source: " + source + ": "}, {Text: study.URL, URL: study.URL}}},
	}
}

// studyTable has a row for each figure of which we have a score too.
func (s *story) studyTable(study *frameworks.Study) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: "What is measured", Width: 5}, {Title: "Ours", Width: 2, Right: true}, {Title: "Published", Width: 3, Right: true},
		{Title: "What is not the same", Width: 6},
	}}
	v, ok := s.r.View(study.Framework)
	if !ok {
		return t
	}
	for _, f := range study.Figures {
		if g := v.Group(f.Of); g != nil && g.Standing == assess.Scored {
			t.Rows = append(t.Rows, doc.Row(g.Title, g.Tally.Score().Printed(), publishedText(f.Percent), figureRemark(f)))
		}
	}
	return t
}

func publishedText(p frameworks.Published) string {
	if !p.Known {
		return "not published here"
	}
	return assess.PercentText(big.NewRat(int64(p.Hundredths), 100))
}

func figureRemark(f frameworks.Figure) string {
	var words []string
	if f.As != "" {
		words = append(words, "In the study: "+f.As+".")
	}
	if f.Remark != "" {
		words = append(words, f.Remark)
	}
	return strings.Join(words, " ")
}

// notRead names studies whose figures are known from others only.
func notRead(studies []frameworks.Study) []doc.Block {
	var blocks []doc.Block
	for _, study := range studies {
		blocks = append(blocks, doc.Note{Text: doc.Text{
			{Text: fmt.Sprintf("Not printed: %s (%s, %d, %d took part). Its figures are known to us from articles about it and not from the study itself: ",
				study.Title, study.Publisher, study.Year, study.Sample)},
			{Text: study.URL, URL: study.URL},
		}})
	}
	return blocks
}

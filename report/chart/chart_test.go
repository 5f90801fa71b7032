package chart

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hygeia/report/doc"
	"hygeia/report/doc/doctest"
)

// placedText is a text of a chart with the room it takes.
type placedText struct {
	text                     string
	left, top, right, bottom float64
}

// checkPicture looks for what no chart may do, whatever the block: leave the
// picture, compute with what is no number, set one text on another.
func checkPicture(t rapid.TB, bands []Band, width float64) {
	t.Helper()
	var texts []placedText
	y := 0.0
	for i, b := range bands {
		for _, m := range b.Marks {
			for _, p := range corners(m) {
				if !(p.X >= -0.01 && p.X <= width+0.01 && p.Y >= -0.01 && p.Y <= b.Height+0.01) {
					t.Fatalf("band %d: %+v leaves the picture of %.1f by %.1f", i, m, width, b.Height)
				}
			}
			if m, is := m.(Text); is {
				texts = append(texts, placedText{m.Text, m.Left(), y + m.Base - m.high(), m.Left() + m.Width(), y + m.Base})
			}
		}
		y += b.Height
	}
	for i, a := range texts {
		for _, b := range texts[:i] {
			if a.left < b.right-0.01 && b.left < a.right-0.01 && a.top < b.bottom-0.01 && b.top < a.bottom-0.01 {
				t.Fatalf("%q stands on %q: %+v %+v", a.text, b.text, a, b)
			}
		}
	}
}

// corners are the outermost points of a mark.
func corners(m Mark) []Point {
	switch m := m.(type) {
	case Rect:
		return []Point{{m.X, m.Y}, {m.X + m.W, m.Y + m.H}, {m.X + max(m.W, 0), m.Y}, {m.X + min(m.W, 0), m.Y}}
	case Path:
		return m.Points
	case Disc:
		return []Point{{m.X - m.R, m.Y - m.R}, {m.X + m.R, m.Y + m.R}}
	case Text:
		return []Point{{m.Left(), m.Base - m.high()}, {m.Left() + m.Width(), m.Base}}
	}
	return []Point{{math.NaN(), math.NaN()}}
}

// bandsOf computes the chart of a block; a block that is no chart has none.
func bandsOf(b doc.Block, width float64) []Band {
	switch b := b.(type) {
	case doc.Bars:
		return Bars(b, width)
	case doc.Trend:
		return Trend(b, width)
	case doc.Dumbbells:
		return Dumbbells(b, width)
	case doc.Strip:
		return Strip(b, width)
	case doc.Ticks:
		return Ticks(b, width)
	}
	return nil
}

func TestChartsStayInThePicture(t *testing.T) {
	for name, block := range map[string]func(*rapid.T) doc.Block{
		"bars":      func(t *rapid.T) doc.Block { return doctest.AnyBars(t) },
		"trend":     func(t *rapid.T) doc.Block { return doctest.AnyTrend(t) },
		"dumbbells": func(t *rapid.T) doc.Block { return doctest.AnyDumbbells(t) },
		"strip":     func(t *rapid.T) doc.Block { return doctest.AnyStrip(t) },
		"ticks":     func(t *rapid.T) doc.Block { return doctest.AnyTicks(t) },
	} {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			width := rapid.SampledFrom([]float64{92, 170, 175.9, 176, 240}).Draw(t, "width")
			checkPicture(t, bandsOf(block(t), width), width)
		}))
	}
}

func TestSampleChartsStayInThePicture(t *testing.T) {
	doctest.Long(t)
	for quarters := 1; quarters <= 40; quarters++ {
		for lines := 1; lines <= 12; lines++ {
			checkPicture(t, bandsOf(doctest.SampleTrend(quarters, lines), 170), 170)
		}
		checkPicture(t, bandsOf(doctest.SampleStrip(quarters), 170), 170)
		checkPicture(t, bandsOf(doctest.SampleStrip(quarters), 92), 92)
	}
}

// Without rows there is no chart.
func TestNoChart(t *testing.T) {
	for _, b := range []doc.Block{
		doc.Bars{}, doc.Trend{}, doc.Trend{Quarters: []string{"2026-Q1"}}, doc.Trend{Lines: []doc.TrendLine{{}}},
		doc.Dumbbells{}, doc.Strip{}, doc.Strip{Rows: []doc.StripRow{{}}}, doc.Strip{Columns: []string{"2026-Q1"}}, doc.Ticks{},
	} {
		if bands := bandsOf(b, 170); bands != nil {
			t.Errorf("%+v has a chart of %d bands", b, len(bands))
		}
	}
}

// marksOf returns the marks of one kind, in the order they are painted.
func marksOf[M Mark](b Band, is func(M) bool) []M {
	var found []M
	for _, m := range b.Marks {
		if m, ok := m.(M); ok && is(m) {
			found = append(found, m)
		}
	}
	return found
}

// wordsOf returns the texts of bands in the order they are set.
func wordsOf(bands ...Band) []string {
	var words []string
	for _, b := range bands {
		for _, m := range marksOf(b, func(Text) bool { return true }) {
			words = append(words, m.Text)
		}
	}
	return words
}

func TestRowsStayUnderTheirScale(t *testing.T) {
	for _, b := range []doc.Block{doctest.SampleBars(), doctest.SampleDumbbells(), doctest.SampleStrip(8)} {
		bands := bandsOf(b, 170)
		scale := slices.IndexFunc(bands, func(b Band) bool { return b.Again != nil }) - 1
		for i, band := range bands {
			if repeats := band.Again != nil; repeats != (i > scale) {
				t.Errorf("%T: band %d repeats the scale: %v", b, i, repeats)
			}
			if i <= scale && !band.Keep {
				t.Errorf("%T: band %d can be the last on a page", b, i)
			}
			if band.Again != nil && !slices.Equal(wordsOf(*band.Again), wordsOf(bands[scale])) {
				t.Errorf("%T: band %d repeats %q", b, i, wordsOf(*band.Again))
			}
		}
		if bands[len(bands)-1].Keep {
			t.Errorf("%T: the last row asks for what follows", b)
		}
	}
}

// The scale, the first three rows and the last three stay together: no page holds
// only one or two rows of a chart.
func TestRowsKeepTogetherByThree(t *testing.T) {
	for rows, want := range map[int]string{1: "+-", 2: "++-", 3: "+++-", 4: "++++-", 5: "+++++-", 6: "+++-++-", 8: "+++---++-"} {
		got := ""
		for _, b := range rowsUnder(Band{}, make([]Band, rows)) {
			if b.Keep {
				got += "+"
			} else {
				got += "-"
			}
		}
		if got != want {
			t.Errorf("%d rows under their scale: %s, want %s (+ stays with the next)", rows, got, want)
		}
	}
}

package frameworks

import "hygeia/frameworks/strictyaml"

// readThresholds reads the one thresholds file of a library.
func (l *loader) readThresholds(s *source) {
	root := s.doc.Root()
	if l.hasLimits {
		root.Errorf("a library has one file with the schema %s; this is the second", thresholdsSchema)
		return
	}
	l.hasLimits = true
	m := root.Mapping("schema", "version", "score", "quick_win", "effort", "money", "threats", "targets", "sizes")
	t := &l.lib.Thresholds
	l.lib.Version = line(m.Need("version"), "version", longestName)
	readScore(m.Need("score"), t)
	if n := m.Get("quick_win"); n.Present() {
		t.QuickWin = n.Int(1, 100)
	}
	readEfforts(m.Need("effort"), t)
	readMoney(m.Get("money"), t)
	for _, n := range m.Need("threats").Items() {
		t.Threats = append(t.Threats, l.readThreat(s, n))
	}
	readTargets(m.Need("targets"), &t.Targets)
	for _, n := range m.Need("sizes").Items() {
		t.SizeFactors = append(t.SizeFactors, l.readSizeFactor(s, n))
	}
}

// The numbers of the first edition of the rules that had them.
const (
	firstScope      = 80
	firstLeastScope = 50
	firstSmallGroup = 20
	firstThin       = 10
	firstLeaveOut   = 20
)

func readScore(n strictyaml.Node, t *Thresholds) {
	m := n.Mapping("green", "green_coverage", "amber", "coverage", "reach", "scope", "least_scope",
		"small_group", "thin", "leave_out", "limited_scope")
	t.Green = m.Need("green").Int(1, 100)
	t.GreenCoverage = m.Need("green_coverage").Int(1, 100)
	t.Amber = m.Need("amber").Int(1, 100)
	t.Coverage = m.Need("coverage").Int(1, 100)
	t.Reach = m.Need("reach").Int(1, 100)
	t.Scope = intOr(m.Get("scope"), scopeOf(m.Get("limited_scope")))
	t.LimitedScope = 100 - t.Scope
	t.LeastScope = intOr(m.Get("least_scope"), firstLeastScope)
	t.SmallGroup = intOr(m.Get("small_group"), firstSmallGroup)
	t.Thin = intOr(m.Get("thin"), firstThin)
	t.LeaveOut = intOr(m.Get("leave_out"), firstLeaveOut)
	if t.Amber > t.Green && t.Green > 1 {
		m.Get("amber").Errorf("amber: must not be above green (%d)", t.Green)
	}
	if least := m.Get("least_scope"); t.LeastScope > t.Scope {
		least.Errorf("least_scope: must not be above scope (%d)", t.Scope)
	}
}

// scopeOf reads the scope as old content wrote it: as the largest share that may
// be left out.
func scopeOf(limited strictyaml.Node) int {
	if !limited.Present() {
		return firstScope
	}
	return 100 - limited.Int(1, 99)
}

// intOr reads a number from 1 to 100 that may be left out.
func intOr(n strictyaml.Node, otherwise int) int {
	if !n.Present() {
		return otherwise
	}
	return n.Int(1, 100)
}

func readEfforts(n strictyaml.Node, t *Thresholds) {
	m := n.Mapping(effortWords.Words()...)
	for e := SmallEffort; e <= LargeEffort; e++ {
		class := m.Need(e.String()).Mapping("points", "means")
		t.EffortPoints[e] = class.Need("points").Int(1, 100)
		t.EffortMeaning[e] = line(class.Need("means"), "means", maxLookFor)
	}
}

// firstMoney are the bands of money of the first ladder.
var firstMoney = [MostMoney + 1]string{"nothing to buy", "under $5,000 a year", "$5,000 to $50,000 a year", "above $50,000 a year"}

// readMoney reads what the bands of money mean, from nothing upward.
func readMoney(n strictyaml.Node, t *Thresholds) {
	t.MoneyMeaning = firstMoney
	if !n.Present() {
		return
	}
	meanings := lines(n, "money", maxLookFor)
	if len(meanings) != len(t.MoneyMeaning) {
		n.Errorf("money: must say what each of the %d bands means, from nothing upward", len(t.MoneyMeaning))
		return
	}
	copy(t.MoneyMeaning[:], meanings)
}

func (l *loader) readThreat(s *source, n strictyaml.Node) Threat {
	m := n.Mapping("key", "title", "weight", "hicp", "stops")
	key := m.Need("key")
	threat := Threat{
		Key:    strictyaml.Word(key, named("threat", keyForm, "small letters, digits and hyphens")),
		Title:  line(m.Need("title"), "title", maxLookFor),
		Weight: m.Need("weight").Int(1, 5),
		HICP:   m.Need("hicp").Bool(),
		Stops:  line(m.Need("stops"), "stops", maxLine),
	}
	l.claim(s, key, "threat", threat.Key)
	return threat
}

func readTargets(n strictyaml.Node, t *Targets) {
	m := n.Mapping("essential", "enhanced", "foundation", "required", "must_apply", "rest")
	t.Essential = strictyaml.Word(m.Need("essential"), ParseLevel)
	t.Enhanced = strictyaml.Word(m.Need("enhanced"), ParseLevel)
	t.Foundation = levelOr(m.Get("foundation"), Mostly)
	t.Required = levelOr(m.Get("required"), Mostly)
	t.MustApply = levelOr(m.Get("must_apply"), Mostly)
	rest := m.Need("rest").Mapping(sizeWords.Words()...)
	for size := Small; size <= Large; size++ {
		t.Rest[size] = strictyaml.Word(rest.Need(size.String()), ParseLevel)
	}
}

// levelOr reads a level that may be left out.
func levelOr(n strictyaml.Node, otherwise Level) Level {
	if !n.Present() {
		return otherwise
	}
	return strictyaml.Word(n, ParseLevel)
}

func (l *loader) readSizeFactor(s *source, n strictyaml.Node) SizeFactor {
	m := n.Mapping("key", "title", "small", "medium")
	key := m.Need("key")
	small, medium := m.Need("small"), m.Need("medium")
	f := SizeFactor{
		Key:    strictyaml.Word(key, named("size factor", keyForm, "small letters, digits and hyphens")),
		Title:  line(m.Need("title"), "title", maxLookFor),
		Small:  span(small, "small"),
		Medium: span(medium, "medium"),
	}
	l.claim(s, key, "size factor", f.Key)
	if f.Medium[1] > 0 && f.Small[1] > 0 && f.Medium[0] != f.Small[1]+1 {
		medium.Errorf("medium: must begin where small ends, at %d", f.Small[1]+1)
	}
	return f
}

// span reads a list of the lowest and the highest count.
func span(n strictyaml.Node, name string) [2]int {
	const most = 1_000_000
	items := n.Items()
	if len(items) != 2 {
		n.Errorf("%s: must be the lowest and the highest count, such as [1, 50]", name)
		return [2]int{}
	}
	low, high := items[0].Int(0, most), items[1].Int(0, most)
	if high < low {
		items[1].Errorf("%s: the highest count is below the lowest", name)
	}
	return [2]int{low, high}
}

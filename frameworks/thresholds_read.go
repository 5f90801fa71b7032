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
	m := root.Mapping("schema", "version", "score", "quick_win", "effort", "threats", "targets", "sizes")
	t := &l.lib.Thresholds
	l.lib.Version = line(m.Need("version"), "version", longestName)
	readScore(m.Need("score"), t)
	t.QuickWin = m.Need("quick_win").Int(1, 100)
	readEfforts(m.Need("effort"), t)
	for _, n := range m.Need("threats").Items() {
		t.Threats = append(t.Threats, l.readThreat(s, n))
	}
	readTargets(m.Need("targets"), &t.Targets)
	for _, n := range m.Need("sizes").Items() {
		t.SizeFactors = append(t.SizeFactors, l.readSizeFactor(s, n))
	}
}

func readScore(n strictyaml.Node, t *Thresholds) {
	m := n.Mapping("green", "green_coverage", "amber", "coverage", "reach", "limited_scope")
	t.Green = m.Need("green").Int(1, 100)
	t.GreenCoverage = m.Need("green_coverage").Int(1, 100)
	t.Amber = m.Need("amber").Int(1, 100)
	t.Coverage = m.Need("coverage").Int(1, 100)
	t.Reach = m.Need("reach").Int(1, 100)
	t.LimitedScope = m.Need("limited_scope").Int(1, 100)
	if t.Amber > t.Green && t.Green > 1 {
		m.Get("amber").Errorf("amber: must not be above green (%d)", t.Green)
	}
}

func readEfforts(n strictyaml.Node, t *Thresholds) {
	m := n.Mapping(effortWords[SmallEffort:]...)
	for e := SmallEffort; e <= LargeEffort; e++ {
		class := m.Need(e.String()).Mapping("points", "means")
		t.EffortPoints[e] = class.Need("points").Int(1, 100)
		t.EffortMeaning[e] = line(class.Need("means"), "means", maxLookFor)
	}
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
	m := n.Mapping("essential", "enhanced", "rest")
	t.Essential = strictyaml.Word(m.Need("essential"), ParseLevel)
	t.Enhanced = strictyaml.Word(m.Need("enhanced"), ParseLevel)
	rest := m.Need("rest").Mapping(sizeWords[Small:]...)
	for size := Small; size <= Large; size++ {
		t.Rest[size] = strictyaml.Word(rest.Need(size.String()), ParseLevel)
	}
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

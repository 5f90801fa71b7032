package doc

// ContentsList is the text form of the contents: the chapters after it.
func ContentsList(d *Document) List {
	var list List
	after := false
	for _, b := range d.Blocks {
		if _, is := b.(Contents); is {
			after = true
		}
		if h, is := b.(Heading); is && h.Level <= 1 && after {
			list.Items = append(list.Items, Plain(h.Text))
		}
	}
	return list
}

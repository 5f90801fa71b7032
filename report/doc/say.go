package doc

// Headed returns a heading; level 1 begins a chapter.
func Headed(level int, text string) Heading { return Heading{Level: level, Text: text} }

// Say returns a paragraph made like [Sentence]: figures among the arguments keep
// their names.
func Say(format string, args ...any) Paragraph { return Paragraph{Text: Sentence(format, args...)} }

// Noted returns a note made like [Sentence].
func Noted(format string, args ...any) Note { return Note{Text: Sentence(format, args...)} }

// Plains returns each text without links or weight, as the items of a list.
func Plains(list []string) []Text {
	var texts []Text
	for _, s := range list {
		texts = append(texts, Plain(s))
	}
	return texts
}

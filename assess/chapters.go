package assess

import "hygeia/frameworks"

// Chapter is a section of a framework with those of its questions that no
// chapter before it asked.
type Chapter struct {
	Framework *frameworks.Framework
	Section   *frameworks.Section
	Questions []*frameworks.Question
}

// Package frameworks holds what is asked and what it is asked for: the question
// bank, the published frameworks as views on it, free resources, and the numbers
// that are policy.
//
// Everything stands in YAML files that anybody can read and correct without
// touching code: questions/*.yaml, catalogs/*.yaml, resources.yaml,
// thresholds.yaml and a few more. The program holds them compiled. A hospital may
// add files of its own with the same formats. [Load] takes all files of a library together, tells
// every mistake in them at once with its place, and returns a [Library] that
// nobody writes to afterwards.
//
// A question is asked once and may count for many requirements, of many
// frameworks. A framework asks nothing: each requirement names the questions
// that speak for it and says whether they are all of it, a part, or none.
package frameworks

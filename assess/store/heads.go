package store

import (
	"maps"
	"os"
	"slices"
	"strings"

	"hygeia/assess"
)

// head is what the first lines of a quarter's file tell.
type head struct {
	told     bool // they tell it
	finished bool
	day      assess.Date // its as-of day; of a draft zero unless the lines tell it
	previous string      // the digest of the quarter before that it keeps; "" if it keeps none
	digest   string      // of the lines that were looked at
	err      error       // why the quarter cannot be read, where the lines do not tell
}

// headSize is how much of a quarter's file is looked at to tell what it is. What
// stands above "finished" is an organization's description and its frameworks.
const headSize = 8 << 10

// heads are those that were looked at, each once. Where the first lines do not tell,
// as in a file that somebody wrote by hand, the whole quarter is read.
type heads struct {
	root *os.Root
	load func(assess.Quarter) (*Saved, error)
	seen map[assess.Quarter]head
}

func (s *Store) heads(root *os.Root) *heads {
	load := func(q assess.Quarter) (*Saved, error) { return s.load(root, q) }
	return &heads{root, load, map[assess.Quarter]head{}}
}

func (h *heads) of(q assess.Quarter) head {
	if old, seen := h.seen[q]; seen {
		return old
	}
	found := readHead(h.root, fileName(q))
	if !found.told {
		if saved, err := h.load(q); err == nil {
			found = head{told: true, finished: saved.Status == assess.Finished, day: saved.Finished, digest: unsettled}
		} else {
			found.err = err
		}
	}
	h.seen[q] = found
	return found
}

// unsettled is no digest of any head, so that the quarter is read anew each time.
const unsettled = "told by the whole quarter"

func readHead(root *os.Root, name string) head {
	data, err := readFile(root, name, headSize)
	if err != nil {
		return head{}
	}
	data = data[:min(len(data), headSize)]
	h := head{digest: byteDigest(data), previous: statedAt(data, "previous")}
	switch statedAt(data, "status") {
	case assess.Finished.String():
		h.finished = true
		h.day, err = assess.ParseDate(statedAt(data, "finished"))
		h.told = err == nil
	case assess.Draft.String():
		h.told = true
		h.day, _ = assess.ParseDate(statedAt(data, "as_of"))
	}
	return h
}

// headPrint begins the name of a print over the first lines of a quarter alone.
const headPrint = "head of "

// prints are those of the heads that were looked at, but for the quarters that were
// read whole.
func (h *heads) prints(whole []Print) []Print {
	var list []Print
	for _, q := range slices.SortedFunc(maps.Keys(h.seen), assess.Quarter.Since) {
		if h.seen[q].digest != unsettled && slices.ContainsFunc(whole, func(p Print) bool { return p.Name == fileName(q) }) {
			continue
		}
		list = append(list, Print{headPrint + fileName(q), h.seen[q].digest})
	}
	return list
}

func cutHeadPrint(name string) (file string, ok bool) { return strings.CutPrefix(name, headPrint) }

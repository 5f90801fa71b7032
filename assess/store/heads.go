package store

import (
	"maps"
	"os"
	"slices"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// head is what the first lines of a quarter's file tell.
type head struct {
	told     bool // they tell it
	finished bool
	day      assess.Date // on which it was finished
	digest   string      // of the lines that were looked at
	err      error       // why the quarter cannot be read, where the lines do not tell
}

// headSize is how much of a quarter's file is looked at to tell what it is. What
// stands above "finished" is an organization's description and its frameworks.
const headSize = 8 << 10

var (
	statusLine = words.Pattern(`(?m)^status: *"?(draft|finished)"?\s*$`)
	dayLine    = words.Pattern(`(?m)^finished: *"?([0-9]{4}-[0-9]{2}-[0-9]{2})"?\s*$`)
)

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
	h := head{digest: byteDigest(data)}
	m := statusLine().FindSubmatch(data)
	if m == nil {
		return h
	}
	h.finished = string(m[1]) == assess.Finished.String()
	h.told = !h.finished
	if m = dayLine().FindSubmatch(data); h.finished && m != nil {
		h.day, err = assess.ParseDate(string(m[1]))
		h.told = err == nil
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

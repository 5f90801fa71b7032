package frameworks

import "sync"

// Tier is how the shipped HPH goals rank a question; it decides weight, target
// and order (SCORING 3, 6 and 7).
type Tier int

// The three tiers. Rest is the zero value.
const (
	Rest Tier = iota
	Enhanced
	Essential
)

// File is one content file: its name, used in messages and for its place in
// the digest, and its bytes.
type File struct {
	Name string
	Data []byte
}

// Library is the loaded content: the question bank, the frameworks that look
// at it, the resources and the thresholds. It is read-only after Load.
type Library struct {
	Version        string // of the content, "2026.11"
	Digest         string // "sha256:" and 64 hex digits, over names and bytes of all files
	Reviewed       string // the day the resources were last looked through
	Questions      []*Question
	Frameworks     []*Framework
	Resources      []*Resource
	Thresholds     Thresholds
	Glossary       []Term           // in the order of the files, which is the alphabet
	Contradictions []Contradiction  // pairs of answers that hardly go together; empty in content from before there were any
	Facts          []*Fact          // in the order in which they are asked; empty in content from before there were any
	Scans          Scans            // what files of scans say about answers; nothing in content from before there was such a file
	Insurance      []InsuranceTopic // what carriers usually ask; nothing in content from before there was such a file
	Ladder         *Ladder          // never nil after Load; its First says that the content brought none
	Toolkit        []ToolkitPart    // of CISA and HHS; empty in content from before there was one
	Incident       *Incident        // the page for a bad day; nil in content from before there was one
	Clocks         *Clocks          // who must be told by when, by place; likewise

	files []content

	lookup *lookup // what a search needs besides; nil in a neutral library

	// Look-ups, filled by Load. Requirements stand under their ids in capitals.
	questions    map[string]*Question
	resources    map[string]*Resource
	requirements map[string]Served
	serves       map[string][]Served // by key of the question, catalog order
	tiers        map[string]Tier     // Rest is left out
	own          map[string]bool     // what the organization added, by kind and name
	help         map[string]*helpLists
	was          map[string]*Resource // by ids that are no longer used

	grounds *sync.Map // of [Library.Ground] by key, as far as they were asked for; nil in a neutral library
}

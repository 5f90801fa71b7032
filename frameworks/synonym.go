package frameworks

// layWords are what a search needs besides the things it finds: what people say
// instead of our words. A library without such a file has none.
type layWords struct {
	synonyms  []*synonym
	words     []queryWord       // those of all synonyms, each at least once
	same      map[string]string // words read as if another had been typed
	ignore    []string          // words to pass over
	meaning   []string          // words that ask what another one means
	commands  []*Command
	otherwise []any // where to begin when nothing fits
}

// lay returns the lay words of the library.
func (l *Library) lay() *layWords {
	if l.lookup == nil {
		return new(layWords)
	}
	return l.lookup.lay()
}

// synonym says which lay words mean which of our things.
type synonym struct {
	say   [][]*queryWord // phrases as people type them, in English or Spanish, as a search reads them
	order []any          // the questions, resources and commands they lead to, best first
	weak  bool           // a word that is said beside others, such as "policy" or "free"
}

// Command is a command of the program that answers what somebody searched for.
type Command struct {
	Run  string // "hygeia incident", as it is typed
	Does string // what it gives, one sentence
}

// maxSay is the longest phrase: nobody types more in front of what is meant.
const maxSay = 60

// commandWord begins every command in the list of synonyms.
const commandWord = "hygeia"

// Commands returns the commands that a search may name, as they are typed, in
// the order of the files.
func (l *Library) Commands() []string {
	var list []string
	for _, c := range l.lay().commands {
		list = append(list, c.Run)
	}
	return list
}

package frameworks

// synonym says which lay words mean which of our things.
type synonym struct {
	say   []string // words and phrases as people type them, in English or Spanish
	order []any    // the questions, resources and commands they lead to, best first
	weak  bool     // a word that is said beside others, such as "policy" or "free"
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
	for _, c := range l.commands {
		list = append(list, c.Run)
	}
	return list
}

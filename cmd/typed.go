package cmd

import (
	"strings"

	"hygeia/frameworks/words"
)

// command is a command line to type, with the folder if it needs one.
func (env *Env) command(words ...string) string {
	line := []string{"hygeia"}
	if env.Dir != env.usual {
		words = append(words, "--dir", env.Dir)
	}
	for _, w := range words {
		line = append(line, quoted(w))
	}
	return strings.Join(line, " ")
}

// named is a command in a sentence: in quotes, unless it has some itself, which
// could not be copied.
func (env *Env) named(words ...string) string { return asTyped(env.command(words...)) }

func asTyped(line string) string {
	if strings.Contains(line, `"`) {
		return line
	}
	return `"` + line + `"`
}

// quoted is a word of a command line to type. A path of Windows keeps its
// backslashes.
func quoted(word string) string {
	if strings.ContainsAny(word, " ()'&;") {
		return `"` + word + `"`
	}
	return word
}

// anywhere are the commands that do not look at the folder.
var anywhere = words.Pattern(`^hygeia (demo|help|version|completion|frameworks)\b| --(help|version)\b`)

// inThisFolder gives each command that a hint names the folder it needs: typed as
// it stands, it goes on with the same files.
func (env *Env) inThisFolder(hint string) string {
	if env.Dir == env.usual {
		return hint
	}
	return asOne().ReplaceAllStringFunc(hint, func(command string) string {
		line, dir := command, quoted(env.Dir)
		if strings.HasPrefix(command, `"`) {
			line = strings.Trim(command, `"`)
		}
		switch {
		case strings.Contains(line, " --dir "), anywhere().MatchString(line):
			return command
		case line == command: // it has quotes of its own
			return line + " --dir " + dir
		case dir != env.Dir: // quotes within quotes could not be copied
			return line + " --dir " + dir
		default:
			return `"` + line + " --dir " + dir + `"`
		}
	})
}

// asOne is what stands on one line, because it is copied: a command in quotes, and
// one that has quotes in it.
var asOne = words.Pattern(`"hygeia( [^"]*)?"|hygeia( [^" ]+)+ "[^"]*"( --[a-z-]+( "[^"]*"| [^" ]+)?)*`)

// glued stands for a space that no line ends at.
const glued = "\u00a0"

// gluedHyphen stands for a hyphen that no line ends at.
const gluedHyphen = "\u2011"

// copied is what else stands on one line: the key of a question and the like, and a
// command for another program.
var copied = words.Pattern(`[a-z0-9]+(-[a-z0-9]+)+|duckdb -c "[^"]*"`)

// fold breaks a text at words, and never inside a command that was glued.
func fold(text string, width, indent int) string {
	return unglue(strings.Join(words.Fold(text, width, indent), "\n"))
}

// quotedCommand is a command in quotes, as prose names it.
var quotedCommand = words.Pattern(`"hygeia( [^"]*)?"`)

// glueProse glues the commands of a help text, in which hygeia may begin a sentence.
func glueProse(text string) string {
	return quotedCommand().ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, " ", glued) })
}

func glue(line string) string {
	line = asOne().ReplaceAllStringFunc(line, func(s string) string { return strings.ReplaceAll(s, " ", glued) })
	return copied().ReplaceAllStringFunc(line, func(s string) string { return strings.NewReplacer(" ", glued, "-", gluedHyphen).Replace(s) })
}

// unglue puts back what glue took away.
func unglue(line string) string {
	return strings.NewReplacer(glued, " ", gluedHyphen, "-").Replace(line)
}

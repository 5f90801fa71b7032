package cmd

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"hygeia/assess/store"
	"hygeia/frameworks"
	"hygeia/frameworks/strictyaml"
	"hygeia/frameworks/words"
)

func newFrameworksCommand(env *Env) *cobra.Command {
	c := &cobra.Command{
		Use: "frameworks",
		Long: long(`A framework is a published catalogue whose requirements name the questions that
speak for them. Your own checklist is one more catalog file in the folder "own".`),
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return runFrameworksList(env) },
	}
	c.AddCommand(
		&cobra.Command{
			Use:   "list",
			Short: "List the frameworks",
			Long: long(`Lists the frameworks, and of how many of their requirements questions speak. The
foundation is no published catalog: it is the first two rungs of our ladder.`),
			Args: noArgs,
			RunE: func(*cobra.Command, []string) error { return runFrameworksList(env) },
		},
		&cobra.Command{
			Use:   "show ID",
			Short: "Show a framework's requirements and their questions",
			Long: long(`Shows each requirement, how much of it is asked, by which questions, why they count,
what else asks the rest, and whose mapping it is.`),
			Example: "  hygeia frameworks show hph",
			Args:    between(1, 1, "one ID"),
			RunE:    func(_ *cobra.Command, args []string) error { return runFrameworksShow(env, args[0]) },
		},
		&cobra.Command{
			Use:   "check FILE...",
			Short: "Check questions, catalogs, resources and numbers of your own",
			Long: long(`Checks content files by the rules of the shipped ones, together with the shipped
ones, and prints every mistake with its place. Nothing is changed. A file called
contacts.yaml is checked as the numbers of "hygeia incident".`),
			Example: "  hygeia frameworks check own/clinic.yaml",
			Args:    between(1, 1000, "at least one FILE"),
			RunE:    func(_ *cobra.Command, args []string) error { return runFrameworksCheck(env, args) },
		},
		newSchemaCommand(env),
	)
	return c
}

func runFrameworksList(env *Env) error {
	lib, err := library(env)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "NAME\tTITLE\tVERSION\tASKED")
	for _, f := range lib.Frameworks {
		all, asked := 0, 0
		for i := range f.Sections {
			for _, r := range f.Sections[i].Requirements(0) {
				all++
				if len(r.Questions) > 0 {
					asked++
				}
			}
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%d of %d\n", f.Short, f.Title, f.Version, asked, all)
	}
	return w.Flush()
}

func runFrameworksShow(env *Env, name string) error {
	lib, err := library(env)
	if err != nil {
		return err
	}
	f, err := lib.Framework(name)
	if err != nil {
		return usagef("%s", err)
	}
	for _, line := range []string{
		fmt.Sprintf("%s, version %s", f.Title, f.Version), fmt.Sprintf("%s, %s", f.Publisher, f.Standing), f.URL, f.Notice,
	} {
		if line != "" {
			env.tellIndented(0, "%s", line)
		}
	}
	for _, s := range f.Sections {
		fmt.Fprintln(env.Out)
		env.tellIndented(0, "%s %s", s.ID, s.Title)
		for _, g := range s.Groups {
			if g.Title != "" {
				fmt.Fprintln(env.Out)
				env.tellIndented(4, "  %s %s", g.ID, g.Title)
			}
			for _, r := range g.Requirements {
				showRequirement(env, lib, f, r)
			}
		}
	}
	return nil
}

func showRequirement(env *Env, lib *frameworks.Library, f *frameworks.Framework, r *frameworks.Requirement) {
	var marks []string
	for _, s := range r.Sizes {
		marks = append(marks, s.String())
	}
	if r.Duty != frameworks.NoDuty {
		marks = append(marks, r.Duty.String())
	}
	mark := ""
	if len(marks) > 0 {
		mark = " (" + strings.Join(marks, ", ") + ")"
	}
	env.tellIndented(4, "  %s %s%s", r.ID, r.Title, mark)
	for _, line := range append([]string{asked(r), countsToo(r), r.Why}, append(missing(lib, f, r), bindsOnly(r), r.Note, "Source: "+r.Source)...) {
		if line != "" {
			env.tellIndented(6, "      %s", line)
		}
	}
}

// asked says how much of a requirement its framework asks, and by which questions.
func asked(r *frameworks.Requirement) string {
	s := "asked: " + map[frameworks.Extent]string{
		frameworks.Full: "in full", frameworks.Part: "in part", frameworks.None: "not at all"}[r.Extent]
	if len(r.Questions) > 0 {
		s += ", by " + keysOfQuestions(r.Questions)
	}
	return s
}

// countsToo names the questions that count for it when something else asks them.
func countsToo(r *frameworks.Requirement) string {
	if len(r.Counts) == 0 {
		return ""
	}
	return "also counts when something else asks it: " + keysOfQuestions(r.Counts)
}

// missing says, for each part that the framework does not ask, what does.
func missing(lib *frameworks.Library, f *frameworks.Framework, r *frameworks.Requirement) []string {
	var lines []string
	for _, m := range r.Missing {
		askers := lib.Askers(m.By, 0)
		switch {
		case len(askers) == 0:
			lines = append(lines, "asked nowhere: "+m.What)
		case slices.Contains(askers, f):
			lines = append(lines, "asked by "+keysOfQuestions(m.By)+" under another requirement: "+m.What)
		default:
			var names []string
			for _, a := range askers {
				names = append(names, a.Short)
			}
			lines = append(lines, "asked with "+strings.Join(names, ", ")+": "+m.What)
		}
	}
	return lines
}

func bindsOnly(r *frameworks.Requirement) string {
	if r.Binds == frameworks.NoBody {
		return ""
	}
	return "binds only " + r.Binds.Name() + "; it is counted neither way"
}

func keysOfQuestions(questions []*frameworks.Question) string {
	var keys []string
	for _, q := range questions {
		keys = append(keys, q.Key)
	}
	return strings.Join(keys, ", ")
}

// maxContentFile is far above the limit of the loader, which says more.
const maxContentFile = 8 << 20

// runFrameworksCheck loads the files beside the shipped content, which is how
// they would be used.
func runFrameworksCheck(env *Env, paths []string) error {
	files := slices.Clone(frameworks.ShippedFiles())
	var mistakes error
	for _, path := range paths {
		data, err := readFile(path, maxContentFile)
		if err != nil {
			return err
		}
		if filepath.Base(path) == numbersFile {
			mistakes = errors.Join(mistakes, checkNumbers(path, data))
			continue
		}
		files = append(files, frameworks.File{Name: checkedName(path), Data: data})
	}
	lib, err := frameworks.Load(files...)
	if err := errors.Join(err, mistakes); err != nil {
		return err
	}
	fmt.Fprintf(env.Out, "%s in order: %s and %s in all\n",
		words.Count(len(paths), "file", "files"), words.Count(len(lib.Questions), "question", "questions"), words.Count(catalogs(lib), "framework", "frameworks"))
	return nil
}

// catalogs counts the frameworks that have a file of their own.
func catalogs(lib *frameworks.Library) int {
	n := 0
	for _, f := range lib.Frameworks {
		if f.ID != frameworks.FoundationID {
			n++
		}
	}
	return n
}

// checkedName tells a file of one's own from a shipped one with the same name:
// the folder "own" has its resources.yaml too.
func checkedName(path string) string {
	for _, f := range frameworks.ShippedFiles() {
		if f.Name == path {
			return "./" + path
		}
	}
	return path
}

// readFile reads a file named on the command line, at most limit bytes of it.
func readFile(path string, limit int64) ([]byte, error) {
	data, err := store.ReadPlain(path, limit)
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		if err := strictyaml.Foreign(path, data); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("%s: larger than %d KiB; is it the right file?", path, limit>>10)
	}
	return data, nil
}

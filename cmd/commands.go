package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// With Caps Lock on, REPORT is report, as in everything else that is typed; for flags
// newRootCommand sees to it.
func init() { cobra.EnableCaseInsensitive = true }

// completion is the command that cobra brings along.
const completion = "completion"

// An entry is a command right below "hygeia".
type entry struct {
	name, short string // short is what the list of all says of it
	make        func() *cobra.Command
}

// entries are all of them.
func entries(env *Env) []entry {
	return []entry{
		{"assess", "Answer the questions, over as many sittings as you like", func() *cobra.Command { return newAssessCommand(env, runAssess) }},
		{"report", "Write the board PDF and the full report", func() *cobra.Command { return newReportCommand(env, runReport) }},
		{"compare", "Show what changed between quarters", func() *cobra.Command { return newCompareCommand(env, runCompare) }},
		{"explain", "Show every number behind a score, or what a word means", func() *cobra.Command { return newExplainCommand(env, runExplain) }},
		{"target", "Set how far a practice should reach here", func() *cobra.Command { return newTargetCommand(env, runTarget) }},
		{"decide", "Say what is done about a gap: who, by when, or why not", func() *cobra.Command { return newDecideCommand(env, runDecide) }},
		{"plan", "Show what to do next, and what a budget buys", func() *cobra.Command { return newPlanCommand(env, runPlan) }},
		{"resources", "Find free help, and how to get it", func() *cobra.Command { return newResourcesCommand(env, runResources) }},
		{"incident", "Something bad has happened: what to do, whom to call", func() *cobra.Command { return newIncidentCommand(env, runIncident) }},
		{"guide", "The sector's CSF implementation guide, step by step", func() *cobra.Command { return newGuideCommand(env, runGuide) }},
		{"list", "List the saved quarters and what is handed out", func() *cobra.Command { return newListCommand(env, runList) }},
		{"sites", "Put the sites of a health system side by side", func() *cobra.Command { return newSitesCommand(env, runSites) }},
		{"verify", "Check that no finished quarter was changed", func() *cobra.Command { return newVerifyCommand(env, runVerify) }},
		{"undo", "Take back the last sitting or command", func() *cobra.Command { return newUndoCommand(env, runUndo) }},
		{"import", "Take over sheets, scans, copies, returned questions, backups", func() *cobra.Command { return newImportCommand(env, runImport) }},
		{"evidence", "Show what scans and other proof say about the answers", func() *cobra.Command { return newEvidenceCommand(env, runEvidence, runEvidenceAdd) }},
		{"export", "Hand questions out, write tables, or copy the folder", func() *cobra.Command { return newExportCommand(env) }},
		{"handover", "One page for whoever takes over", func() *cobra.Command { return newHandoverCommand(env, runHandover) }},
		{"frameworks", "List, show and check the frameworks", func() *cobra.Command { return newFrameworksCommand(env) }},
		{"demo", "Write two invented hospitals to look at", func() *cobra.Command { return newDemoCommand(env, runDemo) }},
		{"version", "Print the version", func() *cobra.Command { return newVersionCommand(env) }},
	}
}

// Command returns the whole command line as a tree, from which manual pages and
// completions are made.
func Command(env *Env) *cobra.Command {
	return newRootCommand(env, func(string) bool { return true })
}

// commandFor returns the tree that carries out one command line. A command that no
// word of it names cannot be reached, and is only listed: to make the flags of all
// took a tenth of what the version costs.
func commandFor(env *Env, args []string) *cobra.Command {
	root := newRootCommand(env, func(name string) bool {
		return slices.ContainsFunc(args, func(word string) bool { return strings.EqualFold(word, name) })
	})
	root.SetArgs(args)
	return root
}

// addCommands adds every command, whole if it is named.
func addCommands(root *cobra.Command, env *Env, named func(string) bool) {
	for _, e := range entries(env) {
		c := nameOnly(e.name, "")
		if named(e.name) {
			c = e.make()
		}
		c.Short = e.short
		root.AddCommand(c)
	}
	if named(completion) {
		root.InitDefaultCompletionCmd()
	} else {
		root.AddCommand(nameOnly(completion, "Generate the autocompletion script for the specified shell"))
	}
}

// nameOnly is a command that only stands in the list of all.
func nameOnly(name, short string) *cobra.Command {
	return &cobra.Command{Use: name, Short: short, Run: func(*cobra.Command, []string) {}}
}

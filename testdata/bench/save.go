package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"hygeia/assess"
	"hygeia/assess/store"
)

// save measures what one answer costs: the program's own work, and beside it the
// wait until the disk has the file.
func save(dir string) error {
	const saves = 200
	debug.SetGCPercent(150) // as the program does once its heap has grown
	if err := (history{quarters: 1, questions: 1}).fill(dir); err != nil {
		return err
	}
	st := store.Open(dir)
	saved, err := st.Latest()
	if err != nil {
		return err
	}
	question := saved.Library.Questions[0]
	cpu, start := ownCPU(), time.Now()
	for i := range saves {
		ans := saved.Answers[question.Key]
		ans.Note = fmt.Sprintf("Looked at for the %d. time.", i)
		if err := saved.Put(question, ans, saved.Answers[question.Key], "Bench", assess.DateOf(saved.Updated)); err != nil {
			return err
		}
		if err := st.Save(saved); err != nil {
			return err
		}
	}
	cpu, wall := ownCPU()-cpu, time.Since(start)
	wait, err := syncing(st.Path(saved.Period), filepath.Join(dir, "sync"), saves)
	if err != nil {
		return err
	}
	fmt.Printf("\n%-46s %9s %8s %9s\n", "Save after an answer", "CPU", "", "wall")
	fmt.Printf("%-46s %9s %8s %9s\n", fmt.Sprintf("%d answers", len(saved.Answers)), milliseconds(cpu/saves), "", milliseconds(wall/saves))
	fmt.Printf("%-46s %9s %8s %9s\n", "of it writing and fsync alone", "", "", milliseconds(wait/saves))
	return nil
}

// syncing writes the same file as often, waits for the disk each time, and does
// nothing else.
func syncing(from, to string, times int) (time.Duration, error) {
	data, err := os.ReadFile(from)
	if err != nil {
		return 0, err
	}
	start := time.Now()
	for range times {
		f, err := os.Create(to)
		if err != nil {
			return 0, err
		}
		if _, err := f.Write(data); err != nil {
			return 0, err
		}
		if err := f.Sync(); err != nil {
			return 0, err
		}
		if err := f.Close(); err != nil {
			return 0, err
		}
	}
	return time.Since(start), nil
}

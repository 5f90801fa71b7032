package cmd

import "hygeia/assess/store"

// sayStrays names the files that look as if they were read and are not, each with
// what to do. A colleague's answers may lie in one.
func sayStrays(env *Env, st *store.Store) error {
	strays, err := st.Strays()
	if err != nil {
		return err
	}
	for _, stray := range strays {
		switch stray.Kind {
		case store.StrayRescue:
			env.say("%s holds answers of a sitting that could not be saved in their quarter", stray.Path)
			env.hint("take them over with %s", env.named("import", stray.Path))
		case store.StrayLedger:
			env.say("%s looks like the ledger but is not read; it may hold decisions that a colleague wrote down", stray.Path)
			env.hint("take them over with %s", env.named("import", stray.Path))
		case store.StrayLog:
			env.say("%s looks like log.yaml but is not read; it may tell of something a colleague sent", stray.Path)
			env.hint("take it over with %s", env.named("import", stray.Path))
		case store.StrayCloud:
			env.say("%s is in iCloud only and not on this computer, so it is not read", stray.Path)
			env.hint("open the folder in Finder and download it before you go on")
		case store.StrayOwn:
			env.say("%s is not read: give it a name that ends in .yaml", stray.Path)
		default:
			env.say("%s looks like a quarter but is not read; it may hold a colleague's answers", stray.Path)
			env.hint("take them over with %s", env.named("import", stray.Path))
		}
	}
	return nil
}

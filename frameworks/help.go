package frameworks

import "slices"

// Chosen is help that somebody picked for a question.
type Chosen struct {
	Resource *Resource
	Practice int // the chapter of HICP that is meant, 0 where none is named
}

// places are the two kinds of organization that help is chosen for.
type places int

const (
	smallPlaces places = iota
	largerPlaces
)

func placesOf(size Size) places {
	if size == Medium || size == Large {
		return largerPlaces
	}
	return smallPlaces
}

// helpLists are the lists of one question: by kind of place and by level, from
// No to Mostly; nil where none was given.
type helpLists [2][Yes][]helpWord

// helpWord is one item of a list: a resource, or the volume of HICP that fits.
type helpWord struct {
	resource *Resource
	hicp     bool
	practice int
}

// The volumes of HICP for small organizations and for all others.
const (
	smallVolume  = "hicp-tv1"
	largerVolume = "hicp-tv2"
)

// Help returns the help that was chosen for a question answered like that, in
// the order in which it should be used, for an organization of that size; for
// Yes that of Mostly. A list that was not given is that of the level below;
// larger places have those of small ones until they get lists of their own.
// What is written for other sizes is left out, unless nothing else is there. A
// question that nobody chose help for has what its fix names.
func (l *Library) Help(q *Question, level Level, size Size) []Chosen {
	var all []Chosen
	if lists := l.help[q.Key]; lists != nil {
		for _, w := range lists.at(min(level, Mostly), placesOf(size)) {
			all = append(all, l.chosen(w, size))
		}
	} else {
		for _, r := range q.Fix.Resources {
			all = append(all, Chosen{Resource: r})
		}
	}
	fits := func(c Chosen) bool { return size == 0 || slices.Contains(c.Resource.Audience, size) }
	if slices.ContainsFunc(all, fits) {
		return slices.DeleteFunc(all, func(c Chosen) bool { return !fits(c) })
	}
	return all
}

// at returns the list for a level: the nearest one given at or below it, and of
// two for the same level that for the kind of place.
func (h *helpLists) at(level Level, p places) []helpWord {
	for ; level >= No; level-- {
		for kind := p; kind >= smallPlaces; kind-- {
			if h[kind][level] != nil {
				return h[kind][level]
			}
		}
	}
	return nil
}

func (l *Library) chosen(w helpWord, size Size) Chosen {
	if !w.hicp {
		return Chosen{w.resource, w.practice}
	}
	id := largerVolume
	if placesOf(size) == smallPlaces {
		id = smallVolume
	}
	return Chosen{l.resources[id], w.practice}
}

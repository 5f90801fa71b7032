package doc

import "hygeia/frameworks/words"

// Whole is what no line may end in: a quarter, a day, a box with its word, and an
// amount a year.
var Whole = words.Pattern(`\b\d{4}-(Q[1-4]|\d\d-\d\d)\b|\b(Jan\.|Feb\.|March|April|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{1,2}, \d{4}\b|□ \w+|\$[\d,]+ (a|per) year`)

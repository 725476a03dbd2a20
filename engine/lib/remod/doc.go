// Package remod is the module re: a matcher of its own for Python's regular
// expressions.
//
//	parse.go, escape.go   the pattern becomes a tree, with Python's errors
//	charset.go            what a set, a class or a folded character matches
//	compile.go            the tree becomes instructions
//	match.go              a backtracking machine carries them out
//	pattern.go, object.go Pattern and Match objects
//	template.go           replacement templates
//	re.py                 the functions of the module, its flags and its error
//
// The machine keeps its own stack of what to try next and never recurses. It
// counts its steps: a thread pays for them as for instructions, and a pattern
// that takes for ever is stopped by the limit of the run, at any point.
package remod

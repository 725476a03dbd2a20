// Package content turns the course (Markdown lessons beside ordinary Python
// scenarios) into finished page bodies.
//
// It goes in two steps. Load reads and checks everything that can be checked
// without running a program: front matter, translations, directives, queries,
// references to scenarios and lessons. Course.Render then runs each scenario
// through a Runner, checks what only a run can tell (that a moment exists, that
// one option of a prediction is right) and writes HTML. Both report all
// mistakes at once, each with its file and line, as Errors.
//
// The Markdown is goldmark's with these additions:
//
//	::: scenario NAME           the program that the text is about from here on
//	::: predict QUERY [with A=1, B=2]
//	Question, then a list of options (or none: the reader types), then, after
//	a line ---, what to read once the run has answered.
//	:::
//	::: try A=1, B=2            a box with a button that turns these knobs
//	::: takeaway                what to remember
//	::: more                    where to read on
//	[text](moment:LANE/KIND#N)  moves the playhead and selects the lane
//	[text](lesson:CHAPTER/LESSON)   [text](scenario:NAME)
//	{who: NAME}                 an entity's name, in its hue
//	{value: QUERY}              a fact of the run, written in at build time
//
// query.go has the grammar of moments and queries. Answers are never stored:
// the build and the reader's page both ask a recording.
//
// The package may import its Markdown and highlighting libraries, and engine;
// engine.go and recorded.go are the only files that know the engine, the rest
// works on a Runner's recordings. It knows nothing of the outer page (package
// web wraps the bodies), and so each can be tested alone.
package content

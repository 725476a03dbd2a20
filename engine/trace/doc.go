// Package trace holds the recording of a run: who existed, what state each was
// in at any moment, who caused what, and what was written. The recording is the
// product; the timeline, the inspector, the links, the pictures in lessons and
// the exports read it and nothing else.
//
// # Model
//
// A recording is three tables.
//
//   - Entities: everything that has a name on a picture (process, thread, task,
//     greenlet, generator, lock, queue ...). Each lives in a parent. Entity 0 is
//     "none", so a column may hold 0 where nothing is meant.
//   - Events: (time, kind, who, obj, arg, loc), sorted by time and, at one time,
//     by the order in which they happened. The table in kinds.go says what each
//     kind means, what its columns hold, and which states it leads from and to.
//   - Strings: interned; string 0 is "".
//
// Some kinds change the state of who. The intervals between them tile the life
// of an entity from its CREATE to its end without gap or overlap, so "what was
// it doing at time t" always has one answer. All other kinds are edges (a causes
// b), counters, output or notes.
//
// # Invariants
//
// Validate checks them on the recording of every test program: the clock never
// goes back, states change only along the table, nothing happens to an entity
// before its CREATE or after its end, whoever waits is woken by someone or still
// waits at the end, one thread runs on a core, one thread of a process runs under
// its GIL.
//
// # Time and order
//
// Times are virtual nanoseconds. A thread on one core may run ahead of another
// core, so events may be added with a time before that of the last one. The
// recorder keeps them in the order in which they happened and sorts stably by
// time, up to a watermark that the kernel knows: the smallest local time of all
// cores. A cause is always added before its effect, so at equal times causes stay
// first. As long as only one core runs, nothing is out of order and the
// bookkeeping is one comparison an event.
//
// # Neighbours
//
// The package imports only the standard library, and neither time, sync nor
// math/rand: the same calls give the same bytes on every platform. It knows
// nothing of Python and nothing of how scheduling decisions are made.
package trace

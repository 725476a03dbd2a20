package sim

import "strconv"

// Epoch is what time.time() says at virtual time 0: 2024-01-01 00:00:00 UTC.
const Epoch = 1_704_067_200

// MaxSleep is the longest wait that a program can ask for, in ns; more is for ever.
const MaxSleep = int64(1) << 52

// Nanoseconds turns a number of seconds into virtual time, rounded up.
func Nanoseconds(seconds float64) int64 {
	ns := seconds * 1e9
	if !(ns < float64(MaxSleep)) {
		return MaxSleep
	}
	if ns <= 0 {
		return 0
	}
	n := int64(ns)
	if float64(n) < ns && ns-float64(n) > 1e-3 {
		n++
	}
	return n
}

// DurationText writes a duration for the recording, such as "250 ms" or "1.5 s".
func DurationText(ns int64) string {
	unit, name := int64(1), " ns"
	switch {
	case ns >= 1_000_000_000 || ns == 0:
		unit, name = 1_000_000_000, " s"
	case ns >= 1_000_000:
		unit, name = 1_000_000, " ms"
	case ns >= 1_000:
		unit, name = 1_000, " µs"
	}
	f := float64(ns) / float64(unit)
	return strconv.FormatFloat(f, 'g', 4, 64) + name
}

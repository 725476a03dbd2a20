package object

import "strings"

// compiled names the classes of library modules that are written in C in the
// reference: there, messages call them by module and name, while classes written in
// Python are called by their name alone. Some of them are written in Python here.
var compiled = map[string]string{
	"_asyncio":     "*",
	"_contextvars": "*",
	"_io":          "*",
	"_queue":       "*",
	"_random":      "*",
	"_struct":      "*",
	"_thread":      "*",
	"array":        "*",
	"collections":  "OrderedDict defaultdict deque",
	"datetime":     "*",
	"decimal":      "Decimal Context",
	"functools":    "partial _lru_cache_wrapper KeyWrapper",
	"itertools":    "*",
	"operator":     "attrgetter itemgetter methodcaller",
	"re":           "Pattern Match",
	"types":        "SimpleNamespace GenericAlias UnionType",
	"weakref":      "ReferenceType",
}

// setFull gives a class the name that messages use, where that is not its own.
func (t *Type) setFull() {
	names, found := compiled[t.Module]
	if !found || t.Full != "" {
		return
	}
	if names == "*" || strings.Contains(" "+names+" ", " "+t.Name+" ") {
		t.Full = t.Module + "." + t.Name
	}
}

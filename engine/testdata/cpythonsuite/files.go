package main

import (
	"embed"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"loopscope/engine"
	"loopscope/engine/lib"
)

//go:embed all:shims
var shims embed.FS

// groups are the names that stand for several files.
var groups = map[string][]string{
	"asyncio": {"test_tasks", "test_futures", "test_locks", "test_queues", "test_taskgroups", "test_timeouts",
		"test_waitfor", "test_runners", "test_base_events", "test_events"},
	"language": {"test_asyncgen", "test_augassign", "test_baseexception", "test_binop", "test_bool", "test_builtin", "test_bytes",
		"test_call", "test_class", "test_compare", "test_complex", "test_contains", "test_coroutines", "test_decorators", "test_descr",
		"test_dict", "test_dictviews", "test_dynamicclassattribute", "test_enumerate", "test_except_star", "test_exception_group",
		"test_exception_variations", "test_exceptions", "test_float", "test_format", "test_fstring", "test_funcattrs", "test_generators",
		"test_generator_stop", "test_genericalias", "test_genericclass", "test_genexps", "test_global", "test_grammar", "test_hash",
		"test_index", "test_int", "test_isinstance", "test_iter", "test_keywordonlyarg", "test_list", "test_listcomps", "test_long",
		"test_memoryview", "test_module", "test_named_expressions", "test_patma", "test_positional_only_arg", "test_pow", "test_print",
		"test_property", "test_raise", "test_range", "test_richcmp", "test_scope", "test_set", "test_slice", "test_sort",
		"test_string_literals", "test_strtod", "test_subclassinit", "test_super", "test_traceback", "test_tuple", "test_types",
		"test_unary", "test_unicode", "test_unpack_ex", "test_with"},
	"library": {"test_abc", "test_argparse", "test_array", "test_atexit", "test_base64", "test_binascii", "test_bisect", "test_calendar",
		"test_codecs", "test_collections", "test_context", "test_contextlib", "test_contextlib_async", "test_copy", "test_copyreg", "test_csv",
		"test_dataclasses", "datetimetester", "test_decimal", "test_defaultdict", "test_deque", "test_enum", "test_fnmatch", "test_fractions",
		"test_functools", "test_gc", "test_glob", "test_gzip", "test_hashlib", "test_heapq", "test_hmac", "test_inspect", "test_io",
		"test_itertools", "test_json", "test_logging", "test_math", "test_memoryio", "test_operator", "test_ordered_dict", "test_os",
		"test_pathlib", "test_pickle", "test_posixpath", "test_pprint", "test_queue", "test_random", "test_re", "test_reprlib", "test_sched",
		"test_secrets", "test_shlex", "test_shutil", "test_signal", "test_statistics", "test_string", "test_strptime", "test_struct",
		"test_tempfile", "test_textwrap", "test_threading", "test_threading_local", "test_time", "test_timeit", "test_typing",
		"test_userdict", "test_userlist", "test_userstring", "test_uuid", "test_warnings", "test_weakref", "test_weakset", "test_zlib"},
}

// suite is a folder of tests.
type suite struct {
	dir   string
	shims []engine.File
}

func shimFiles() []engine.File {
	var files []engine.File
	fs.WalkDir(shims, "shims", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") {
			return err
		}
		name := strings.TrimPrefix(path, "shims/")
		module := strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(name, ".py"), "/__init__"), "/", ".")
		if _, ok := lib.Find(module); ok {
			return nil // the engine has it
		}
		text, _ := shims.ReadFile(path)
		files = append(files, engine.File{Name: name, Text: string(text)})
		return nil
	})
	return files
}

// parts are the modules that a name stands for, with what follows a module's name kept: test_dict.DictTest is
// test.test_dict.DictTest, test_tasks is test.test_asyncio.test_tasks, test_json is each test file of that package.
func (s *suite) parts(name string) []string {
	name = strings.TrimPrefix(name, "test.")
	first, _, _ := strings.Cut(name, ".")
	switch {
	case s.exists(first + ".py"):
		return []string{"test." + name}
	case s.exists("test_asyncio/" + first + ".py"):
		return []string{"test.test_asyncio." + name}
	case first == name && s.exists(name+"/__init__.py"):
		var list []string
		paths, _ := filepath.Glob(filepath.Join(s.dir, name, "test_*.py"))
		for _, p := range paths {
			list = append(list, "test."+name+"."+strings.TrimSuffix(filepath.Base(p), ".py"))
		}
		if len(list) > 0 {
			return list
		}
	}
	return []string{"test." + name}
}

func (s *suite) exists(name string) bool {
	_, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(name)))
	return err == nil
}

var (
	importLine   = regexp.MustCompile(`(?m)^\s*(?:from\s+(test(?:\.\w+)*|\.\w*)\s+import\s+(\([^)]*\)|[^\n#]*)|import\s+(test\.[\w., ]+))`)
	quotedModule = regexp.MustCompile(`['"](test\.\w+)['"]`)
	dataName     = regexp.MustCompile(`['"]([\w/-]+\.(?:txt|pem|pck|json|cfg|csv|py))['"]`)
	word         = regexp.MustCompile(`[\w.]+`)
)

// files are what a run of a test file needs: the shims, the file, what it imports from the suite, and the data
// files that it names.
func (s *suite) files(module string) []engine.File {
	have := map[string]bool{}
	for _, f := range s.shims {
		have[f.Name] = true
	}
	files := append([]engine.File{}, s.shims...)
	var add func(name string)
	add = func(name string) {
		if have["test/"+name] {
			return
		}
		text, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
		if err != nil {
			return
		}
		have["test/"+name] = true
		files = append(files, engine.File{Name: "test/" + name, Text: string(text)})
		if !strings.HasSuffix(name, ".py") {
			return
		}
		folder := ""
		if i := strings.LastIndexByte(name, '/'); i >= 0 {
			folder = name[:i+1]
			add(folder + "__init__.py")
		}
		module := func(dotted string) {
			path := strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(dotted, "test"), "."), ".", "/")
			if strings.HasPrefix(dotted, ".") {
				path = folder + strings.TrimPrefix(dotted, ".")
			}
			add(path + ".py")
			add(path + "/__init__.py")
		}
		for _, m := range importLine.FindAllStringSubmatch(string(text), -1) {
			if m[3] != "" {
				for _, w := range word.FindAllString(m[3], -1) {
					module(w)
				}
				continue
			}
			module(m[1])
			for _, w := range word.FindAllString(m[2], -1) {
				if m[1] == "." {
					module("." + w)
				} else {
					module(m[1] + "." + w)
				}
			}
		}
		for _, m := range quotedModule.FindAllStringSubmatch(string(text), -1) {
			module(m[1])
		}
		for _, m := range dataName.FindAllStringSubmatch(string(text), -1) {
			add(m[1])
			add("data/" + m[1])
		}
	}
	names := strings.Split(strings.TrimPrefix(module, "test."), ".")
	for i := 1; i <= len(names); i++ {
		add(strings.Join(names[:i], "/") + ".py")
		add(strings.Join(names[:i], "/") + "/__init__.py")
	}
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files
}

package vm

import (
	"strings"

	"loopscope/engine/object"
)

// importName is IMPORT_NAME: the module for "import a.b" (a) or "from a.b import c" (a.b).
func (t *Thread) importName(f *Frame, name string, from Value, level int) Action {
	if own := f.Globals.FindStr(strBuiltins) >= 0; own || !f.Hidden() {
		fn, ok := t.BuiltinsOf(f.Globals).GetStr(intern("__import__"))
		if !ok {
			return Raisef(object.ImportError, "__import__ not found")
		}
		if b := object.AsBuiltin(fn); b == nil || b.Name != "__import__" {
			locals := object.None
			if f.Locals != nil {
				locals = f.Locals.Value()
			}
			return Call(fn, object.NewStr(name), f.Globals.Value(), locals, from, object.Int(int64(level)))
		}
	}
	return t.ImportFrom(f.Globals, name, from, level)
}

// ImportFrom is __import__ with a level: how many packages up from the module with those globals
// the name begins. from is None, or the tuple of names that are wanted of the module.
func (t *Thread) ImportFrom(globals *object.Dict, name string, from Value, level int) Action {
	full := name
	if level > 0 {
		pkg, e := packageOf(globals, level)
		if e != nil {
			return Raise(e)
		}
		full = pkg
		if name != "" {
			full = pkg + "." + name
		}
	}
	return OnValue(t, t.Import(full), func(t *Thread, m Value) Action {
		if from.IsNone() {
			if level == 0 {
				if i := strings.IndexByte(name, '.'); i >= 0 {
					top, _ := t.RT.Modules.GetStr(intern(name[:i]))
					return Return(top)
				}
				return Return(m)
			}
			return Return(m)
		}
		mod := object.AsModule(m)
		if mod == nil {
			return Return(m)
		}
		if _, isPkg := mod.Dict.GetStr(intern("__path__")); !isPkg {
			return Return(m)
		}
		// Names of the list may be submodules; a star stands for __all__.
		var names []Value
		if tup := object.AsTuple(from); tup != nil {
			names = tup.Elems
		} else if l := object.AsList(from); l != nil {
			names = l.Elems
		}
		if len(names) == 1 && object.AsStr(names[0]) != nil && object.AsStr(names[0]).Text == "*" {
			all, _ := mod.Dict.GetStr(intern("__all__"))
			if tup := object.AsTuple(all); tup != nil {
				names = tup.Elems
			} else if l := object.AsList(all); l != nil {
				names = append([]Value(nil), l.Elems...)
			}
		}
		var next func(t *Thread, i int) Action
		next = func(t *Thread, i int) Action {
			for ; i < len(names); i++ {
				n := object.AsStr(names[i])
				if n == nil || n.Text == "*" {
					continue
				}
				if _, ok := mod.Dict.GetStr(object.InternStr(n)); ok {
					continue
				}
				sub := full + "." + n.Text
				if _, ok := t.RT.Find(sub); !ok {
					continue
				}
				return OnValue(t, t.Import(sub), func(t *Thread, _ Value) Action { return next(t, i+1) })
			}
			return Return(m)
		}
		return next(t, 0)
	})
}

// packageOf is the package that a relative import starts from.
func packageOf(globals *object.Dict, level int) (string, *Exc) {
	pv, ok := globals.GetStr(intern("__package__"))
	p := object.AsStr(pv)
	pkg := ""
	if ok && p != nil {
		pkg = p.Text
	}
	if pkg == "" {
		return "", object.NewExc(object.ImportError, "attempted relative import with no known parent package")
	}
	for ; level > 1; level-- {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", object.NewExc(object.ImportError, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:i]
	}
	return pkg, nil
}

// Import answers the module of that full name, importing its parents first.
func (t *Thread) Import(full string) Action {
	if t.mustWait(full) {
		return t.afterImport(full, func(t *Thread) Action { return t.Import(full) })
	}
	if m, ok := t.RT.Modules.GetStr(intern(full)); ok && (strings.IndexByte(full, '.') < 0 || !m.IsNull()) {
		if m.IsNone() {
			return Raise(object.NewImportError(object.ModuleNotFoundError, full, "import of %s halted; None in sys.modules", full))
		}
		return Return(m)
	}
	parts := strings.Split(full, ".")
	var next func(t *Thread, i int) Action
	next = func(t *Thread, i int) Action {
		name := strings.Join(parts[:i], ".")
		return OnValue(t, t.importOne(name), func(t *Thread, m Value) Action {
			if i > 1 {
				if parent, ok := t.RT.Modules.GetStr(intern(strings.Join(parts[:i-1], "."))); ok {
					if pm := object.AsModule(parent); pm != nil {
						pm.Dict.SetStr(intern(parts[i-1]), m)
					}
				}
			}
			if i == len(parts) {
				return Return(m)
			}
			return next(t, i+1)
		})
	}
	return next(t, 1)
}

// mustWait tells whether another thread is at work on a module. One that itself
// waits for what t imports would wait for ever: then t goes on with what there is
// of the module, as with a circular import.
func (t *Thread) mustWait(name string) bool {
	by := t.RT.loading[name]
	if by == nil || by == t {
		return false
	}
	for x := by; x != nil; x = t.RT.loading[x.importing] {
		if x == t {
			return false
		}
		if x.importing == "" {
			break
		}
	}
	return true
}

// afterImport goes on when the other thread is done with a module.
func (t *Thread) afterImport(name string, then func(t *Thread) Action) Action {
	t.importing = name
	return After(t, t.Host.WaitImport(t, name), func(t *Thread, _ Value, exc *Exc) Action {
		t.importing = ""
		if exc != nil {
			return Raise(exc)
		}
		return then(t)
	})
}

// importOne imports one module whose parents are there.
func (t *Thread) importOne(name string) Action {
	if t.mustWait(name) {
		return t.afterImport(name, func(t *Thread) Action { return t.importOne(name) })
	}
	if m, ok := t.RT.Modules.GetStr(intern(name)); ok {
		return Return(m)
	}
	spec, ok := t.RT.Find(name)
	if !ok {
		return Raise(t.notFound(name))
	}
	m := object.NewModule(name)
	d := m.Dict
	pkg := name
	if !spec.Package {
		pkg = ""
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			pkg = name[:i]
		}
	} else {
		d.SetStr(intern("__path__"), object.NewList([]Value{object.NewStr(name)}))
	}
	d.SetStr(intern("__package__"), object.NewStr(pkg))
	if spec.Origin != "" {
		d.SetStr(intern("__file__"), object.NewStr(spec.Origin))
	} else if spec.File != "" && !spec.Hidden {
		d.SetStr(intern("__file__"), object.NewStr(spec.File))
	}
	t.RT.Modules.SetStr(intern(name), m.Value())
	if t.RT.loading == nil {
		t.RT.loading = make(map[string]*Thread)
	}
	t.RT.loading[name] = t
	loaded := func(t *Thread) {
		delete(t.RT.loading, name)
		t.Host.Imported(t, name)
	}
	fail := func(t *Thread, exc *Exc) Action {
		loaded(t)
		t.RT.Modules.DelStr(intern(name))
		return Raise(exc)
	}
	if spec.Build != nil {
		if e := spec.Build(t, m); e != nil {
			return fail(t, e)
		}
	}
	bc := spec.Code
	if bc == nil {
		if spec.Source == "" {
			loaded(t)
			return Return(m.Value())
		}
		var e *Exc
		bc, e = t.RT.Compile(spec.File, spec.Source, spec.Hidden)
		if e != nil {
			return fail(t, e)
		}
	}
	d.SetStr(intern("__builtins__"), object.Obj(&t.RT.Builtins.Header))
	run := OnValue(t, GiveWarnings(t, bc), func(t *Thread, _ Value) Action { return RunModule(LoadCode(t.RT.Ctx, bc), d) })
	m.Running = !spec.Hidden
	return After(t, run, func(t *Thread, _ Value, exc *Exc) Action {
		m.Running = false
		if exc != nil {
			return fail(t, exc)
		}
		loaded(t)
		// A module may have replaced itself.
		if r, ok := t.RT.Modules.GetStr(intern(name)); ok {
			return Return(r)
		}
		return Return(m.Value())
	})
}

// Reload runs the code of a module again, in its namespace.
func (t *Thread) Reload(m *object.Module) Action {
	spec, ok := t.RT.Find(m.Name)
	if !ok {
		return Raise(t.notFound(m.Name))
	}
	if spec.Build != nil || spec.Source == "" {
		return Return(m.Value()) // built-in: there is nothing else to be had
	}
	bc, e := t.RT.Compile(spec.File, spec.Source, spec.Hidden)
	if e != nil {
		return Raise(e)
	}
	return OnValue(t, RunModule(LoadCode(t.RT.Ctx, bc), m.Dict), func(t *Thread, _ Value) Action {
		if r, ok := t.RT.Modules.GetStr(intern(m.Name)); ok {
			return Return(r)
		}
		return Return(m.Value())
	})
}

// notFound is the ModuleNotFoundError for name.
func (t *Thread) notFound(name string) *Exc {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		if pv, ok := t.RT.Modules.GetStr(intern(name[:i])); ok {
			if pm := object.AsModule(pv); pm != nil {
				if _, isPkg := pm.Dict.GetStr(intern("__path__")); !isPkg {
					return object.NewImportError(object.ModuleNotFoundError, name, "No module named '%s'; '%s' is not a package", name, name[:i])
				}
			}
		}
	}
	return object.NewImportError(object.ModuleNotFoundError, name, "No module named '%s'", name)
}

// importFrom is IMPORT_FROM: an attribute of the module, or a submodule.
func (t *Thread) importFrom(m Value, name *Str) Action {
	return After(t, GetAttr(t, m, name), func(t *Thread, v Value, exc *Exc) Action {
		if exc == nil || !exc.Type.IsSubtype(object.AttributeError) {
			return ReturnOr(v, exc)
		}
		mod := object.AsModule(m)
		modName := "<unknown module name>"
		if mod != nil {
			modName = mod.Name
			if sub, ok := t.RT.Modules.GetStr(intern(mod.Name + "." + name.Text)); ok {
				return Return(sub)
			}
		}
		loc, partial := "unknown location", ""
		var file Value
		if mod != nil {
			if mod.Running {
				partial = "partially initialized module "
			}
			if fv, ok := mod.Dict.GetStr(intern("__file__")); ok {
				if s := object.AsStr(fv); s != nil {
					loc, file = s.Text, fv
				}
			}
		}
		if partial != "" {
			loc = "most likely due to a circular import) (" + loc
		}
		e := object.NewImportError(object.ImportError, modName, "cannot import name '%s' from %s'%s' (%s)", name.Text, partial, modName, loc)
		if !file.IsNull() {
			e.SetImportPath(file)
		}
		return Raise(e)
	})
}

// importStar copies the public names of a module.
func (t *Thread) importStar(f *Frame, m Value) Action {
	mod := object.AsModule(m)
	if mod == nil {
		return Raisef(object.ImportError, "from-import-* object has no __dict__ and no __all__")
	}
	ns := f.Locals
	if all, ok := mod.Dict.GetStr(intern("__all__")); ok {
		return ForEach(t, all, func(t *Thread, n Value) Action {
			s := object.AsStr(n)
			if s == nil {
				return Raisef(object.TypeError, "Item in %s.__all__ must be str, not %s", mod.Name, object.TypeOf(n).Label())
			}
			return OnValue(t, GetAttr(t, m, object.InternStr(s)), func(t *Thread, v Value) Action {
				ns.SetStr(object.InternStr(s), v)
				return Continue()
			})
		}, func(t *Thread) Action { return ReturnNone() })
	}
	pos := 0
	for {
		k, v, ok := mod.Dict.Next(&pos)
		if !ok {
			return ReturnNone()
		}
		if s := object.AsStr(k); s != nil && !strings.HasPrefix(s.Text, "_") {
			ns.SetStr(object.InternStr(s), v)
		}
	}
}

package picklemod

import (
	"encoding/binary"
	"strings"

	"loopscope/engine/object"
	"loopscope/engine/vm"
)

// saveGlobal writes obj, a class or a function, as the name under which its module has it. Name is the
// one its __reduce__ answered, Null for its own.
func (p *pickler) saveGlobal(t *thread, obj, name value) *exc {
	if !name.IsNull() {
		return p.saveNamed(t, obj, object.AsStr(name))
	}
	if s := ownName(obj); s != nil {
		return p.saveNamed(t, obj, s)
	}
	a := vm.After(t, vm.GetAttr(t, obj, strQualName), func(t *thread, v value, e *exc) action {
		if e != nil && e.Is(object.AttributeError) {
			return vm.GetAttr(t, obj, strName)
		}
		return vm.ReturnOr(v, e)
	})
	p.request(a, func(t *thread, v value) *exc {
		s := object.AsStr(v)
		if s == nil {
			return object.NewExc(object.TypeError, "__qualname__ must be a string, not %s", object.TypeOf(v))
		}
		return p.saveNamed(t, obj, s)
	})
	return nil
}

// ownName is the qualified name, nil where it takes more to find out. A class of
// a program and its name are one object each; built-in classes make their name anew.
func ownName(obj value) *str {
	switch obj.H.Type {
	case object.FunctionType:
		return object.AsFunction(obj).QualName
	case object.TypeType:
		k := object.AsType(obj)
		if k.IsHeap() && k.QualName != k.Module { // the class datetime.datetime is written in C in the reference
			return intern(k.QualName)
		}
		return object.AsStr(object.NewASCII(k.QualName))
	}
	return nil
}

// modulesOfBuiltins are the names that built-in functions say they come from: one object for each module.
var modulesOfBuiltins = map[string]*str{}

// ownModule is obj's __module__, nil where there is none or it takes more to find out.
func ownModule(obj value) *str {
	switch obj.H.Type {
	case object.FunctionType:
		return object.AsStr(object.AsFunction(obj).Module)
	case object.TypeType:
		k := object.AsType(obj)
		if k.IsHeap() {
			v, _ := k.Dict.GetStr(strModule)
			return object.AsStr(v)
		}
		return intern(k.Module)
	case object.BuiltinType:
		b := object.AsBuiltin(obj)
		if b.Owner != nil || b.Module == "" {
			return nil
		}
		s := modulesOfBuiltins[b.Module]
		if s == nil {
			s = object.AsStr(object.NewASCII(b.Module))
			modulesOfBuiltins[b.Module] = s
		}
		return s
	}
	return nil
}

func (p *pickler) saveNamed(t *thread, obj value, name *str) *exc {
	if m := ownModule(obj); m != nil {
		return p.saveFrom(t, obj, m, name)
	}
	a := vm.After(t, vm.GetAttr(t, obj, strModule), func(t *thread, v value, e *exc) action {
		if e != nil && !e.Is(object.AttributeError) {
			return vm.Raise(e)
		}
		if e == nil && object.AsStr(v) != nil {
			return vm.Return(v)
		}
		return findModule(t, obj, name)
	})
	p.request(a, func(t *thread, v value) *exc { return p.saveFrom(t, obj, object.AsStr(v), name) })
	return nil
}

// findModule searches all modules for one that has obj under that name; __main__ when none does.
func findModule(t *thread, obj value, name *str) action {
	pos := 0
	path := strings.Split(name.Text, ".")
	for {
		k, v, ok := t.RT.Modules.Next(&pos)
		if !ok {
			return vm.Return(intern("__main__").Value())
		}
		m := object.AsModule(v)
		if m == nil || object.AsStr(k) == nil || object.AsStr(k).Text == "__main__" || object.AsStr(k).Text == "__mp_main__" {
			continue
		}
		found, ok := m.Dict.GetStr(intern(path[0]))
		for _, part := range path[1:] {
			if k := object.AsType(found); ok && k != nil {
				found = k.Lookup(intern(part))
				ok = !found.IsNull()
			} else {
				ok = false
			}
		}
		if ok && found == obj {
			return vm.Return(k)
		}
	}
}

// saveFrom writes obj as module.name, if that is where it is found again.
func (p *pickler) saveFrom(t *thread, obj value, module, name *str) *exc {
	path := strings.Split(name.Text, ".")
	for _, part := range path {
		if part == "<locals>" {
			return object.NewExc(object.AttributeError, "Can't pickle local object '%s'", name.Text)
		}
	}
	lost := func(t *thread, e *exc) action {
		if !e.Is(object.AttributeError) {
			return vm.Raise(e)
		}
		return vm.OnValue(t, vm.Repr(t, obj), func(t *thread, text value) action {
			x := raise(t, "PicklingError", "Can't pickle %s: attribute lookup %s on %s failed", object.AsStr(text).Text, name.Text, module.Text)
			return vm.Raise(x)
		})
	}
	if m, ok := t.RT.Modules.GetStr(module); ok && len(path) == 1 && object.AsModule(m) != nil {
		if v, ok := object.AsModule(m).Dict.GetStr(name); ok {
			return p.writeGlobal(t, obj, v, value{}, module, name)
		}
	}
	var parent value
	a := vm.After(t, t.Import(module.Text), func(t *thread, m value, e *exc) action {
		if e != nil {
			return vm.OnValue(t, vm.Repr(t, obj), func(t *thread, text value) action {
				x := raise(t, "PicklingError", "Can't pickle %s: import of module %s failed", object.AsStr(text).Text, object.ReprText(t.RT.Ctx, module.Value()))
				return vm.Raise(x)
			})
		}
		var from func(t *thread, v value, i int) action
		from = func(t *thread, v value, i int) action {
			if i == len(path) {
				return vm.Return(v)
			}
			if i > 0 {
				parent = v
			}
			return vm.After(t, vm.GetAttr(t, v, intern(path[i])), func(t *thread, v value, e *exc) action {
				if e != nil {
					return lost(t, e)
				}
				return from(t, v, i+1)
			})
		}
		return from(t, m, 0)
	})
	p.request(a, func(t *thread, v value) *exc { return p.writeGlobal(t, obj, v, parent, module, name) })
	return nil
}

// writeGlobal writes the name of obj, where found is what the name stands for; parent holds it when that is not the module.
func (p *pickler) writeGlobal(t *thread, obj, found, parent value, module, name *str) *exc {
	if found != obj {
		p.request(vm.Repr(t, obj), func(t *thread, text value) *exc {
			return raise(t, "PicklingError", "Can't pickle %s: it's not the same object as %s.%s", object.AsStr(text).Text, module.Text, name.Text)
		})
		return nil
	}
	if code, ok, e := p.extension(t, module, name); e != nil || ok {
		if e != nil {
			return e
		}
		switch {
		case code <= 0xff:
			p.write(opExt1, byte(code))
		case code <= 0xffff:
			p.write(opExt2, byte(code), byte(code>>8))
		default:
			p.write(opExt4)
			p.out = binary.LittleEndian.AppendUint32(p.out, uint32(code))
		}
		return nil
	}
	switch {
	case p.proto >= 4:
		p.push(task{kind: putOps, op: opStackGlobal, memo: true, v: obj})
		p.push(task{kind: saveOne, v: name.Value()})
		return p.save(t, module.Value())
	case !parent.IsNull():
		last := name.Text[strings.LastIndexByte(name.Text, '.')+1:]
		p.importName(t, "builtins", "getattr", func(t *thread, fn value) *exc {
			return p.reduceTo(t, obj, fn, object.TupleOf(parent, object.NewStr(last)))
		})
		return nil
	}
	mod, n := module.Text, name.Text
	if p.proto < 3 && p.fix {
		mod, n = oldName(mod, n)
	}
	p.write(opGlobal)
	p.out = append(p.out, mod...)
	p.out = append(p.out, '\n')
	p.out = append(p.out, n...)
	p.out = append(p.out, '\n')
	p.memoize(obj.H)
	return nil
}

// extension is the code that copyreg.add_extension gave a name.
func (p *pickler) extension(t *thread, module, name *str) (int64, bool, *exc) {
	m, ok := t.RT.Modules.GetStr(intern("copyreg"))
	if p.proto < 2 || !ok || object.AsModule(m) == nil {
		return 0, false, nil
	}
	v, _ := object.AsModule(m).Dict.GetStr(intern("_extension_registry"))
	d := object.AsDict(v)
	if d == nil || d.Len() == 0 {
		return 0, false, nil
	}
	code, ok, e := d.Get(t.RT.Ctx, object.TupleOf(module.Value(), name.Value()))
	if e != nil || !ok {
		return 0, false, e
	}
	return code.Int64(), true, nil
}

// newNames are modules, and names in modules, that Python 2 had elsewhere, as protocol 2 writes them and reads them.
var newNames = []struct{ oldMod, oldName, mod, name string }{
	{"__builtin__", "", "builtins", ""},
	{"copy_reg", "", "copyreg", ""},
	{"Queue", "", "queue", ""},
	{"__builtin__", "xrange", "builtins", "range"},
	{"__builtin__", "unicode", "builtins", "str"},
	{"__builtin__", "reduce", "functools", "reduce"},
	{"__builtin__", "intern", "sys", "intern"},
	{"__builtin__", "unichr", "builtins", "chr"},
	{"__builtin__", "long", "builtins", "int"},
	{"itertools", "izip", "builtins", "zip"},
	{"itertools", "imap", "builtins", "map"},
	{"itertools", "ifilter", "builtins", "filter"},
	{"itertools", "izip_longest", "itertools", "zip_longest"},
	{"itertools", "ifilterfalse", "itertools", "filterfalse"},
	{"UserDict", "UserDict", "collections", "UserDict"},
	{"UserList", "UserList", "collections", "UserList"},
	{"UserString", "UserString", "collections", "UserString"},
	{"_multiprocessing", "Connection", "multiprocessing.connection", "Connection"},
	{"multiprocessing.process", "Process", "multiprocessing.context", "Process"},
}

func oldName(mod, name string) (string, string) {
	for _, n := range newNames {
		if n.name != "" && n.mod == mod && n.name == name {
			return n.oldMod, n.oldName
		}
	}
	if mod == "builtins" {
		for _, k := range object.ExcTypes {
			if k.Name == name {
				return "exceptions", name
			}
		}
	}
	for _, n := range newNames {
		if n.name == "" && n.mod == mod {
			return n.oldMod, name
		}
	}
	return mod, name
}

func newName(mod, name string) (string, string) {
	for _, n := range newNames {
		if n.name != "" && n.oldMod == mod && n.oldName == name {
			return n.mod, n.name
		}
	}
	if mod == "exceptions" {
		return "builtins", name
	}
	for _, n := range newNames {
		if n.name == "" && n.oldMod == mod {
			return n.mod, name
		}
	}
	return mod, name
}

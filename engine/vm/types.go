package vm

import "loopscope/engine/object"

// newType makes a built-in class of this package.
func newType(name string) *object.Type {
	return object.NewStaticType(name, "builtins", object.ObjectType, object.LayoutOther, object.NotBase)
}

// isLeaf tells whether a class's method of that name is built in (or absent).
func isLeaf(tp *object.Type, name *Str) bool {
	v := tp.Lookup(name)
	return v.IsNull() || object.AsBuiltin(v) != nil
}

// What object defines, to be recognised by identity.
var objectNew, objectInit, objectNE = objectMethod("__new__"), objectMethod("__init__"), objectMethod("__ne__")

func objectMethod(name string) Value {
	v, _ := object.ObjectType.Dict.GetStr(intern(name))
	return v
}

// propName is a property's name in error messages.
func propName(p *object.Property) string {
	if p.Name == nil {
		return ""
	}
	return p.Name.Text
}

// wrappedFunc is the function inside a classmethod or staticmethod.
func wrappedFunc(v Value) Value {
	if m := object.AsClassMethod(v); m != nil {
		return m.Func
	}
	if m := object.AsStaticMethod(v); m != nil {
		return m.Func
	}
	return v
}

// unionArgs are the members of a union type such as int | None, nil for anything else.
func unionArgs(t *Thread, v Value) []Value {
	if v.H.Type != object.UnionType {
		return nil
	}
	a, e := object.GetAttr(t.RT.Ctx, v, intern("__args__"))
	if e != nil {
		return nil
	}
	return object.AsTuple(a).Elems
}

// typeRepr is repr(cls) for error messages.
func (t *Thread) typeRepr(cls *object.Type) string { return object.ReprText(t.RT.Ctx, cls.Value()) }

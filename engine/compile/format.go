package compile

import (
	"strings"

	"loopscope/engine/bytecode"
	"loopscope/engine/syntax"
)

// percentFormat turns "..." % (a, b) into an f-string, as CPython does when the
// format has nothing but %s, %r, %a and %%, with width and precision.
func percentFormat(e *syntax.BinOp) *syntax.JoinedStr {
	args, isTuple := e.Right.(*syntax.Tuple)
	if e.Op != syntax.Mod || !isTuple || !plain(args.Elts, nil) {
		return nil
	}
	format, ok := fold(e.Left)
	if _, constant := fold(args); !ok || format.Kind != bytecode.ConstStr || constant {
		return nil
	}
	joined := &syntax.JoinedStr{Span: e.Span}
	text, next := "", 0
	for s := format.S; s != ""; {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			text += s
			break
		}
		text += s[:i]
		s = s[i+1:]
		if strings.HasPrefix(s, "%") {
			text += "%"
			s = s[1:]
			continue
		}
		spec, conversion, rest := percentSpec(s)
		if conversion == 0 || next == len(args.Elts) {
			return nil
		}
		if text != "" {
			joined.Values = append(joined.Values, &syntax.Str{Span: e.Span, V: text})
			text = ""
		}
		arg := args.Elts[next]
		next++
		value := &syntax.FormattedValue{Span: arg.Pos(), Value: arg, Conversion: conversion}
		if spec != "" {
			value.Spec = &syntax.JoinedStr{Span: arg.Pos(), Values: []syntax.Expr{&syntax.Str{Span: arg.Pos(), V: spec}}}
		}
		joined.Values = append(joined.Values, value)
		s = rest
	}
	if text != "" {
		joined.Values = append(joined.Values, &syntax.Str{Span: e.Span, V: text})
	}
	if next != len(args.Elts) {
		return nil
	}
	return joined
}

// percentSpec reads what follows a % and gives the format spec that means the
// same; conversion 0 when there is none.
func percentSpec(s string) (spec string, conversion byte, rest string) {
	i := 0
	digits := func() string {
		start := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return s[start:i]
	}
	left := strings.HasPrefix(s, "-")
	if left {
		i++
	}
	if i < len(s) && s[i] == '0' {
		return "", 0, ""
	}
	width := digits()
	if len(width) > 2 {
		return "", 0, ""
	}
	if width != "" {
		spec = width
		if !left {
			spec = ">" + width
		}
	}
	if i < len(s) && s[i] == '.' {
		i++
		precision := digits()
		if len(precision) > 2 {
			return "", 0, ""
		}
		if precision == "" {
			precision = "0"
		}
		spec += "." + precision
	}
	if i < len(s) && (s[i] == 's' || s[i] == 'r' || s[i] == 'a') {
		return spec, s[i], s[i+1:]
	}
	return "", 0, ""
}

package object

import (
	"math/big"
	"strconv"
	"strings"
)

// Sprintf formats the messages of exceptions: %s takes a string, *Str, error or
// *Type (its name), %d any Go integer, %c a rune, %r a Value (its leaf repr), %%
// a percent sign; %.200s and the like cut after that many bytes. It exists
// because package fmt is large.
func Sprintf(format string, args ...any) string {
	var b strings.Builder
	n := 0
	for i := 0; i < len(format); i++ {
		ch := format[i]
		if ch != '%' || i+1 == len(format) {
			b.WriteByte(ch)
			continue
		}
		i++
		limit := -1
		if format[i] == '.' {
			limit = 0
			for i++; i < len(format) && format[i] >= '0' && format[i] <= '9'; i++ {
				limit = limit*10 + int(format[i]-'0')
			}
		}
		if format[i] == '%' {
			b.WriteByte('%')
			continue
		}
		if n == len(args) {
			b.WriteString("%!")
			continue
		}
		s := messageArg(args[n], format[i])
		n++
		if limit >= 0 && len(s) > limit {
			s = s[:limit]
		}
		b.WriteString(s)
	}
	return b.String()
}

func messageArg(arg any, verb byte) string {
	switch x := arg.(type) {
	case string:
		if verb == 'q' {
			return "'" + x + "'"
		}
		return x
	case *Str:
		return x.Text
	case *Type:
		return x.Label()
	case Value:
		if x.IsNull() {
			return "<NULL>"
		}
		s, e := Repr(messageCtx, x)
		if e != nil {
			return "<" + TypeOf(x).Name + " object>"
		}
		return s
	case int:
		return strconv.Itoa(x)
	case int64:
		return strconv.FormatInt(x, 10)
	case int32:
		if verb == 'c' {
			return string(x)
		}
		return strconv.Itoa(int(x))
	case byte:
		if verb == 'c' {
			return string(rune(x))
		}
		return strconv.Itoa(int(x))
	case uint64:
		return strconv.FormatUint(x, 10)
	case uint32:
		return strconv.FormatUint(uint64(x), 10)
	case *big.Int:
		return x.String()
	case error:
		return x.Error()
	case nil:
		return "None"
	}
	return "?"
}

// messageCtx stands in where a message shows a value and no run is at hand.
var messageCtx = NewCtx(0, 1<<20)

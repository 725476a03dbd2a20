// Command flows does what is hard on a rewritten flow: goroutines that switch in the middle of loops, stacks that
// grow, panics that are recovered, and switches of every density. It prints what comes out.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sort"
	"strings"
)

func main() {
	fmt.Println("loops", loops(7), collatz(27))
	fmt.Println("switches", switches())
	fmt.Println("goroutines", goroutines())
	fmt.Println("deep", deep(5_000))
	fmt.Println("recovered", recovered(), nested())
	fmt.Println("select", selects())
	fmt.Println("collected", collected())
	fmt.Println("sorted", sorted())
}

func loops(n int) (sum int) {
outer:
	for i := 0; i < n; i++ {
		for j := 0; ; j++ {
			switch {
			case j > i:
				continue outer
			case i*j == 30:
				break outer
			}
			sum += i ^ j
			if sum&7 == 3 {
				goto again
			}
			continue
		again:
			sum++
			runtime.Gosched()
		}
	}
	return sum
}

func collatz(n int) (steps int) {
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	return steps
}

func dense(b byte) int {
	switch b {
	case 0, 1:
		return 10
	case 2:
		return 11
	case 3, 4, 5, 9:
		return 12
	case 6:
		return 13
	case 7:
		return 14
	case 250:
		return 15
	case 255:
		return 16
	}
	return 17
}

func sparse(n uint64) int {
	switch n {
	case 100, 101:
		return 1
	case 102:
		return 2
	case 103:
		return 3
	case 104, 105:
		return 4
	case 1 << 32, 1<<32 + 100:
		return 5
	case 1<<64 - 1:
		return 6
	}
	return 7
}

func signed(n int) string {
	switch n {
	case -3:
		return "-3"
	case -2:
		return "-2"
	case -1:
		return "-1"
	case 0:
		return "0"
	case 1, 2, 3:
		return "few"
	case 4:
		return "4"
	}
	return "many"
}

func switches() string {
	sum := 0
	for i := 0; i < 256; i++ {
		sum = sum*31 + dense(byte(i))
	}
	for _, n := range []uint64{0, 99, 100, 101, 102, 103, 104, 105, 106, 1 << 32, 1<<32 + 99, 1<<32 + 100, 1<<32 + 102, 1 << 63, 1<<64 - 1} {
		sum = sum*31 + sparse(n)
	}
	var b strings.Builder
	for n := -5; n < 7; n++ {
		b.WriteString(signed(n))
	}
	return fmt.Sprint(sum, b.String())
}

func goroutines() int {
	c, done := make(chan int), make(chan int)
	for g := 0; g < 3; g++ {
		go func() {
			for i := 0; i < 100; i++ {
				for j := 0; j < i%4; j++ {
					c <- g*i + j
				}
			}
			done <- 1
		}()
	}
	sum := 0
	for left := 3; left > 0; {
		select {
		case n := <-c:
			sum += n
		case <-done:
			left--
		}
	}
	return sum
}

func deep(n int) int {
	if n == 0 {
		return 0
	}
	var pad [4]int
	pad[n&3] = n
	return deep(n-1) + pad[n&3]&1
}

func recovered() (s string) {
	list := []int{1, 2, 3}
	var m map[string]int
	var p *struct{ a, b int }
	for i, f := range []func(){
		func() { list[len(list)+1] = 1 },
		func() { m["a"] = 1 },
		func() { p.b = 1 },
		func() { panic(errors.New("mine")) },
		func() { list = list[5:] },
		func() { _ = 1 / len(list[3:]) },
		func() { _ = any(list).(string) },
	} {
		func() {
			defer func() { s += fmt.Sprint(i, recover(), ";") }()
			f()
		}()
	}
	return s
}

func nested() (n int) {
	for i := 0; i < 5; i++ {
		func() {
			defer func() {
				defer func() { n += recover().(int) }()
				panic(recover().(int) * 10)
			}()
			for k := 0; ; k++ {
				if k == i {
					panic(k)
				}
			}
		}()
	}
	return n
}

func selects() int {
	full, empty := make(chan int, 1), make(chan int)
	full <- 5
	n := 0
	for i := 0; i < 3; i++ {
		select {
		case v := <-full:
			n += v
		case v := <-empty:
			n += 1000 * v
		default:
			n += 100
		}
	}
	return n
}

func collected() int {
	type node struct {
		next *node
		data [10]int
	}
	var keep *node
	for i := 0; i < 200_000; i++ {
		n := &node{data: [10]int{i}}
		if i%100 == 0 {
			n.next, keep = keep, n
		}
	}
	runtime.GC()
	sum := 0
	for ; keep != nil; keep = keep.next {
		sum += keep.data[0]
	}
	return sum
}

func sorted() string {
	words := strings.Fields("the quick brown fox jumps over the lazy dog")
	sort.Strings(words)
	return strings.Join(words, " ")
}

package trace

// Work is a piece of work inside a lane: what lies between SPAN and SPANEND, or
// a future from its pick-up by a worker to its result.
type Work struct {
	Name        Str
	Future      Entity // 0 for a span
	First, Next int    // the events that began and ended it; Next is Recording.Len() when none did
	Depth       int    // 0 is outermost
}

// deepestWork is how many levels are kept; the page's rule is the same (web/src/recording/works.ts).
const deepestWork = 4

// Works are the nested pieces of work of every lane that has any, by entity, in
// order of their beginnings.
func (r *Recording) Works() map[Entity][]Work {
	works := map[Entity][]Work{}
	open := map[Entity][]int{} // positions in works, or -1 for one too deep; innermost last
	workers, callable := map[Entity]Entity{}, map[Entity]Str{}
	hues := r.Hues()
	lane := func(e Entity) bool { return int(e) < len(hues) && hues[e] >= 0 }
	begin := func(e Entity, i int, name Str, future Entity) {
		at := -1
		if depth := len(open[e]); depth < deepestWork {
			at = len(works[e])
			works[e] = append(works[e], Work{Name: name, Future: future, First: i, Next: r.n, Depth: depth})
		}
		open[e] = append(open[e], at)
	}
	end := func(e Entity, i, depth int) {
		stack := open[e]
		for len(stack) > depth {
			if at := stack[len(stack)-1]; at >= 0 {
				works[e][at].Next = i
			}
			stack = stack[:len(stack)-1]
		}
		open[e] = stack
	}
	// depthOf finds the future that e works on, any when none is given; -1 for none.
	depthOf := func(e, future Entity) int {
		for depth, at := range open[e] {
			if at >= 0 && works[e][at].Future != 0 && (future == 0 || works[e][at].Future == future) {
				return depth
			}
		}
		return -1
	}
	for i := 0; i < r.n; i++ {
		e := r.At(i)
		switch e.Kind {
		case SPAN:
			if lane(e.Who) {
				begin(e.Who, i, Str(e.Arg), 0)
			}
		case SPANEND:
			if n := len(open[e.Who]); n > 0 {
				if at := open[e.Who][n-1]; at < 0 || works[e.Who][at].Future == 0 {
					end(e.Who, i, n-1)
				}
			}
		case SUBMIT:
			callable[e.Obj] = Str(e.Arg)
		case PICKUP:
			if !lane(e.Who) {
				continue
			}
			if depth := depthOf(e.Who, 0); depth >= 0 {
				end(e.Who, i, depth)
			}
			workers[e.Obj] = e.Who
			name, ok := callable[e.Obj]
			if !ok && int(e.Obj) < len(r.entities) {
				name = r.entities[e.Obj].Name
			}
			begin(e.Who, i, name, e.Obj)
		case RESULT:
			if worker, ok := workers[e.Who]; ok {
				delete(workers, e.Who)
				if depth := depthOf(worker, e.Who); depth >= 0 {
					end(worker, i, depth)
				}
			}
		case DONE, FAIL, CANCELLED:
			end(e.Who, i, 0)
		}
	}
	return works
}

package world

import (
	"testing"

	"loopscope/engine/kernel"
	"loopscope/engine/trace"
)

func newNet(t *testing.T) *Net {
	t.Helper()
	m := kernel.New(kernel.Config{Prices: kernel.DefaultPrices()}, trace.NewRecorder(trace.Limits{}))
	return NewNet(m)
}

// connection makes two ends that are connected.
func connection(t *testing.T, n *Net) (client, server *Socket) {
	t.Helper()
	l := n.NewSocket(FamilyInet, Stream, 0)
	if e := l.Listen(5); e != 0 {
		t.Fatal("listen:", e.Text())
	}
	client = n.NewSocket(FamilyInet, Stream, 0)
	client.join(l, l.Local, l.Local)
	server, e := l.Accept()
	if e != 0 {
		t.Fatal("accept:", e.Text())
	}
	l.Close()
	return client, server
}

func TestBytesArriveInOrder(t *testing.T) {
	a, b := connection(t, newNet(t))
	for _, s := range []string{"one", "two"} {
		if n, e := a.Write([]byte(s)); n != 3 || e != 0 {
			t.Fatal("write:", n, e.Text())
		}
	}
	if got, _ := b.Read(4); string(got) != "onet" {
		t.Errorf("read %q", got)
	}
	a.Close()
	if got, _ := b.Read(10); string(got) != "wo" {
		t.Errorf("read %q", got)
	}
	if got, e := b.Read(10); len(got) != 0 || e != 0 {
		t.Errorf("at the end: %q, %v", got, e)
	}
}

func TestSendingToWhoIsGone(t *testing.T) {
	a, b := connection(t, newNet(t))
	a.Close()
	if _, e := b.Write([]byte("x")); e != 0 {
		t.Error("the first send fails:", e.Text())
	}
	if _, e := b.Write([]byte("x")); e != EPIPE {
		t.Error("the second one:", e.Text())
	}
}

func TestUnreadBytesResetTheConnection(t *testing.T) {
	a, b := connection(t, newNet(t))
	b.Write([]byte("never read"))
	a.Close()
	if _, e := b.Read(1); e != ECONNRESET {
		t.Error("read:", e.Text())
	}
	if got, e := b.Read(1); len(got) != 0 || e != 0 {
		t.Error("after that:", got, e)
	}
}

func TestAConnectionHoldsOnlySoMuch(t *testing.T) {
	a, b := connection(t, newNet(t))
	sent := 0
	for {
		n, e := a.Write(make([]byte, 100_000))
		if e == EAGAIN {
			break
		}
		sent += n
	}
	if sent != inetRoom || a.Ready()&Out != 0 {
		t.Errorf("sent %d, ready %b", sent, a.Ready())
	}
	b.Read(1)
	if a.Ready()&Out == 0 {
		t.Error("there is room, and nobody is told")
	}
}

func TestAnAddressIsTakenOnce(t *testing.T) {
	n := newNet(t)
	a, b := n.NewSocket(FamilyInet, Stream, 0), n.NewSocket(FamilyInet, Stream, 0)
	if e := a.Bind(Addr{Host: loopHost, Port: 8080}); e != 0 {
		t.Fatal(e.Text())
	}
	if e := b.Bind(Addr{Host: anyHost, Port: 8080}); e != EADDRINUSE {
		t.Error("a second one:", e)
	}
	if e := b.Bind(Addr{Host: "8.8.8.8", Port: 8080}); e != EADDRNOTAVAIL {
		t.Error("of another computer:", e)
	}
	a.Close()
	if e := b.Bind(Addr{Host: loopHost, Port: 8080}); e != 0 {
		t.Error("after the first is closed:", e.Text())
	}
}

func TestPollerKeepsWhatIsReady(t *testing.T) {
	a, b := connection(t, newNet(t))
	p := &Poller{}
	p.Set(&Interest{FD: 5, Desc: NewDescription(b, ReadWrite), Want: In})
	count := func() int { return p.Take(0, func(*Interest, Events) {}) }
	if p.Any() || count() != 0 {
		t.Error("ready before anything came")
	}
	a.Write([]byte("x"))
	if !p.Any() || count() != 1 || count() != 1 {
		t.Error("it must be reported as long as it is ready")
	}
	b.Read(1)
	if p.Any() || count() != 0 {
		t.Error("ready after all was read")
	}
	a.Write([]byte("y"))
	if count() != 1 || !p.Remove(5) || count() != 0 {
		t.Error("what is taken back must not be reported")
	}
}

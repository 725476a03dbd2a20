package kernel

// Price names an entry of the price list.
type Price int

// The price list. Each is a knob.
const (
	PriceInstruction Price = iota
	PriceSwitchInterval
	PriceTimeSlice
	PriceContextSwitch
	PriceJitter
	PriceThreadStart
	PriceThreadCreate
	PriceProcessFork
	PriceProcessSpawn
	PriceProcessExit
	PriceLockWake
	PriceSyscall
	PricePickle
	PricePickleByte
	PriceUnpickleByte
	PricePipe
	PricePipeByte
	PriceGreenletSwitch
	PriceLoopback
	PriceLoopbackByte
	PriceNetLatency
	PriceNetByte
	PriceDiskSeek
	PriceDiskByte
	numPrices
)

// PriceInfo is a row of the price list as it is shown to users.
type PriceInfo struct {
	Name    string
	Default int64 // ns, or ns a byte
	PerByte bool
	Doc     string
}

// PriceList documents every price, indexed by Price.
var PriceList = [numPrices]PriceInfo{
	PriceInstruction:    {"instruction", 30, false, "one plain bytecode instruction; fused ones cost the sum of their parts"},
	PriceSwitchInterval: {"switch interval", 5_000_000, false, "how long a thread may keep the GIL while another one waits for it"},
	PriceTimeSlice:      {"time slice", 4_000_000, false, "how long a thread may keep a core while another one is ready"},
	PriceContextSwitch:  {"context switch", 2_000, false, "a core goes from one thread to another"},
	PriceJitter:         {"jitter", 20_000, false, "at most so much later than exact do threads and processes wake up and start, by the seed"},
	PriceThreadStart:    {"thread start", 40_000, false, "from the start of a thread to its first instruction"},
	PriceThreadCreate:   {"thread creation", 15_000, false, "work of the thread that starts another one"},
	PriceProcessFork:    {"process fork", 1_200_000, false, "from fork to the first instruction of the child"},
	PriceProcessSpawn:   {"process spawn", 35_000_000, false, "from spawn to the first instruction of the child: a new interpreter starts and imports"},
	PriceProcessExit:    {"process exit", 500_000, false, "from the last instruction of a process until its parent can know"},
	PriceLockWake:       {"lock wake-up", 15_000, false, "from the release of a lock until a sleeping waiter can take it; whoever runs may be faster"},
	PriceSyscall:        {"system call", 800, false, "one call into the operating system"},
	PricePickle:         {"pickle", 3_000, false, "pickling or unpickling one message, whatever its size"},
	PricePickleByte:     {"pickling", 4, true, "for each byte pickled"},
	PriceUnpickleByte:   {"unpickling", 3, true, "for each byte unpickled"},
	PricePipe:           {"pipe", 12_000, false, "from writing into a pipe until its reader wakes up"},
	PricePipeByte:       {"pipe transfer", 1, true, "for each byte through a pipe"},
	PriceGreenletSwitch: {"greenlet switch", 300, false, "control goes from one greenlet to another"},
	PriceLoopback:       {"loopback", 25_000, false, "from sending on a socket until the one at the other end, on the same computer, has it"},
	PriceLoopbackByte:   {"loopback transfer", 1, true, "for each byte between two sockets of the same computer"},
	PriceNetLatency:     {"network latency", 20_000_000, false, "one way between two hosts"},
	PriceNetByte:        {"network transfer", 8, true, "for each byte over the network (8 ns are 1 Gbit/s)"},
	PriceDiskSeek:       {"disk access", 120_000, false, "one access of the disk"},
	PriceDiskByte:       {"disk transfer", 2, true, "for each byte from or to the disk"},
}

// Prices are the values in force.
type Prices [numPrices]int64

// DefaultPrices are the defaults of the list.
func DefaultPrices() Prices {
	var p Prices
	for i := range PriceList {
		p[i] = PriceList[i].Default
	}
	return p
}

// Set changes a price by its name in the list; false when there is none of that name, or it is negative.
func (p *Prices) Set(name string, ns int64) bool {
	for i := range PriceList {
		if PriceList[i].Name == name && ns >= 0 {
			p[i] = ns
			return true
		}
	}
	return false
}

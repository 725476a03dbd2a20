// Package all brings in every module that programs can import.
package all

import (
	_ "loopscope/engine/lib/abcmod"
	_ "loopscope/engine/lib/asyncio"
	_ "loopscope/engine/lib/collectionsmod"
	_ "loopscope/engine/lib/functoolsmod"
	_ "loopscope/engine/lib/gevent"
	_ "loopscope/engine/lib/greenlet"
	_ "loopscope/engine/lib/heapqmod"
	_ "loopscope/engine/lib/inspectmod"
	_ "loopscope/engine/lib/iomod"
	_ "loopscope/engine/lib/itertoolsmod"
	_ "loopscope/engine/lib/jsonmod"
	_ "loopscope/engine/lib/mathmod"
	_ "loopscope/engine/lib/multiprocessing"
	_ "loopscope/engine/lib/operatormod"
	_ "loopscope/engine/lib/osmod"
	_ "loopscope/engine/lib/picklemod"
	_ "loopscope/engine/lib/processes"
	_ "loopscope/engine/lib/randommod"
	_ "loopscope/engine/lib/remod"
	_ "loopscope/engine/lib/smallmods"
	_ "loopscope/engine/lib/sysmod"
	_ "loopscope/engine/lib/threads"
	_ "loopscope/engine/lib/timemod"
)

// Package all brings in every module that programs can import.
package all

import (
	_ "loopscope/engine/lib/greenlet"
)

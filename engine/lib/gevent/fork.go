package gevent

import "loopscope/engine/object"

// What a forked process copies, see object.Describe.
func init() {
	object.Describe[Greenlet](GreenletType)
	object.Describe[Hub](HubType)
	object.Describe[Loop](loopType)
	object.Describe[Callback](callbackType)
	object.Describe[Waiter](WaiterType, multipleType)
	object.Describe[Watcher](watcherType)
	object.Describe[imap](imapType)
	object.Describe[Linkable](linkableType)
	object.Describe[poolTrace](poolTraceType)
	object.Describe[Queue](queueType)
	object.Describe[imap](imapType)
	object.Describe[timeoutRef](timeoutTimer)
}

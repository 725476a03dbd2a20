package vm

import (
	"unsafe"

	"loopscope/engine/object"
)

// FrameObject is a frame as a Python value (sys._getframe, gi_frame, tb_frame).
type FrameObject struct {
	object.Header
	Frame *Frame
}

// FrameValue is the Python value of a frame. A frame that can be seen is not
// used again after its return.
func FrameValue(f *Frame) Value {
	f.pooled = false
	if f.object == nil {
		f.object = &FrameObject{Header: object.Header{Type: object.FrameType}, Frame: f}
	}
	return object.Obj(&f.object.Header)
}

// AsFrame is the frame that v is, or nil.
func AsFrame(v Value) *Frame {
	if v.H == nil || v.H.Type != object.FrameType {
		return nil
	}
	return (*FrameObject)(unsafe.Pointer(v.H)).Frame
}

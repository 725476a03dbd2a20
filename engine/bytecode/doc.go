// Package bytecode defines what the compiler produces and the virtual machine
// executes: instructions, code objects, line and exception tables, and a
// disassembler.
//
// It imports nothing of this project but syntax (for positions) and knows
// nothing of values: constants are plain Go data that object turns into values
// when a module is loaded.
//
// # The stack machine
//
// A frame has one array of slots: first the local variables (parameters
// first), then the cells of variables that inner functions share, then the free
// variables received from the enclosing function, then the evaluation stack.
// An opcode's comment shows the stack before and after, the top to the right.
//
// # Prices
//
// Virtual time is charged per plain instruction. Instr.Cost is how many plain
// instructions this one stands for: a fused instruction has the sum of its
// parts, so fusing never changes a recording. Instructions that CPython does
// not have, or that only rearrange what others need, cost 0.
//
// # Safe points
//
// A thread may lose the processor only where CPython checks: at backward jumps
// (JUMP_BACK, FOR_ITER loops end in one), at calls and at function entry.
package bytecode

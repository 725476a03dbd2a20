/* The entry point of the Web Worker that runs the engine. */
export {};

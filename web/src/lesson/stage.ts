// What a lesson needs of a stage. The app's stage is wider; whoever mounts a lesson adapts it, so that the lesson can
// be tested with a stage of a few lines.

import type { Recording } from "../recording/recording";

export type Overrides = Readonly<Record<string, string>>;

export interface LessonStage {
  /** The last finished run of what the stage shows; null before the first. */
  readonly recording: Recording | null;
  /** Shows another program of the page, as it came or as the reader left it. */
  show(scenario: string): void;
  /** Puts the program back to what it was, turns these knobs and runs it; null if the run did not finish. */
  run(overrides: Overrides): Promise<Recording | null>;
  /** Turns these knobs in the program as it stands, and runs it. */
  turn(overrides: Overrides): Promise<Recording | null>;
  /** Moves the playhead and selects a lane (0: none); `bring` the timeline into view where only a part of the page is. */
  goto(event: number, entity: number, bring: boolean): void;
  /** Told after each run; returns how to stop being told. */
  onRun(listener: (recording: Recording) => void): () => void;
}

// The public face of the recording.
export { Recording, type Span, type WhoIsWhere } from "./recording";
export { Kind, KIND_NAMES, Entity, isEnd, isState, fileOf, lineOf, type State, type Header, type ColumnBytes, type RecordingError } from "./format";
export { EdgeKind, wokenBy, type Edges } from "./edges";
export { Counter } from "./counters";
export { HUES } from "./lanes";
export { parseMoment, findLane, matchMoments, type Moment, type MomentQuery } from "./moment";
export type { ConsoleLine } from "./console";
export type { Strip } from "./strips";
export type { Holder } from "./locks";
export { workAt, worthShowing, type WorkTrack } from "./works";
export type { Handoffs } from "./handoffs";

// The public face of the inspector.
export { Inspector, type InspectorOptions, type InspectState, type InspectThread, type InspectFrame } from "./inspector";

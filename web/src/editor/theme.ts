/* How code looks: nearly grey, weight before colour, so that what is saturated is an entity or can be pressed. */

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

const syntax = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword, t.bool, t.null], color: "var(--kw)", fontWeight: "600" },
  { tag: [t.string, t.special(t.string), t.escape], color: "var(--str)" },
  { tag: [t.number], color: "var(--num)" },
  { tag: [t.comment, t.lineComment, t.docString], color: "var(--com)", fontStyle: "italic" },
  { tag: [t.definition(t.function(t.variableName)), t.function(t.definition(t.variableName)), t.definition(t.className)], color: "var(--def)", fontWeight: "600" },
  { tag: t.meta, color: "var(--ink-2)" },
]);

const view = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--sheet)", color: "var(--ink)", fontSize: "13px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "19px", fontVariantLigatures: "none", overflow: "auto" },
  ".cm-content": { padding: "2px 0 24px", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 12px 0 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "1.5px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--select)" },
  ".cm-gutters": { backgroundColor: "var(--sheet)", color: "var(--ink-3)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "34px", padding: "0 4px 0 0", fontSize: "12px", cursor: "pointer" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--wash)" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--hair-2)" },
  ".cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-wash)" },
});

export const theme = [view, syntaxHighlighting(syntax)];

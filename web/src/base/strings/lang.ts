// The two languages of the page. A part of the page has one table; a missing translation does not compile.
// May import: nothing.

export type Lang = "en" | "zh";
export type Entry = readonly [en: string, zh: string];
export type Table = Readonly<Record<string, Entry>>;

/** A function from a table's keys to words; `{x}` in a text is replaced by values.x. */
export function wordsOf<T extends Table>(table: T, lang: Lang): (key: keyof T, values?: Record<string, string | number>) => string {
  const i = lang === "zh" ? 1 : 0;
  return (key, values) => {
    const text = table[key]![i];
    return values ? text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)) : text;
  };
}

/** "a, b and c" / "a、b 和 c". */
export function listOf(items: readonly string[], lang: Lang): string {
  if (items.length < 2) return items[0] ?? "";
  const head = items.slice(0, -1).join(lang === "zh" ? "、" : ", ");
  return `${head}${lang === "zh" ? " 和 " : " and "}${items[items.length - 1]!}`;
}

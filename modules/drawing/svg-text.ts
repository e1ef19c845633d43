/** Characters that XML 1.0 has no place for, even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML and HTML have it, in an element or an attribute. */
export function escaped(text: string): string {
  return text.replace(NOT_IN_XML, "\ufffd").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A number with at most one decimal. */
export function rounded(number: number): string {
  return String(Math.round(number * 10) / 10);
}

/** An id made of an address, which stays while the address does. What has no place in an id is written by its code, so that two stay two. */
export function idOf(prefix: string, address: string): string {
  const safe = address.replace(/[^A-Za-z0-9.-]/g, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
  return `${prefix}-${safe}`;
}

/** A short word that is the same for the same text. */
export function wordFor(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

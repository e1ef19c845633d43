/**
 * What is asked of a page in the browser, as text: the compiler knows no browser here.
 *
 * Source of the contrast: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export const LOW_CONTRASTS = `(() => {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) =>
    0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
  const backOf = (element) => {
    const [red, green, blue, alpha = 1] = parts(getComputedStyle(element).backgroundColor);
    if (alpha === 1) return [red, green, blue];
    return element.parentElement === null ? [255, 255, 255] : backOf(element.parentElement);
  };
  for (const each of document.querySelectorAll("details")) each.open = true;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = [];
  let count = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (texts.currentNode.data.trim() === "" || element.closest("svg, style") !== null) continue;
    count += 1;
    const [one, other] = [light(parts(getComputedStyle(element).color)), light(backOf(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) low.push(element.className + " " + ratio.toFixed(2) + ": " + texts.currentNode.data);
  }
  return { count, low };
})()`;

/** The levels of the headings, in order. */
export const HEADING_LEVELS = `Array.from(document.querySelectorAll("h1, h2, h3, h4"), ({ tagName }) => Number(tagName[1]))`;

/** How much wider the page is than what shows it. */
export const SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** What holds the focus. */
export const FOCUSED = "document.activeElement.outerHTML.slice(0, 80)";

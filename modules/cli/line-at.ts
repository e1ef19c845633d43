/** The line, from 1, on which an offset of a text is. A line ends with a line feed, a carriage return, or both. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

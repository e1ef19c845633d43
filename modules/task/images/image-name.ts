/** The name of an image without the scheme of an address, which no name has and some people write. */
export function withoutScheme(name: string): string {
  return name.replace(/^https?:\/\//i, "");
}

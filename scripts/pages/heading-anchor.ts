/** The anchor that GitHub gives to a heading: `"The proof: warnings"` is at `#the-proof-warnings`. */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

/** Whether a call arrives: shown, shown not to, or not known. */
export type Verdict = "proved" | "broken" | "unknown";

/** The verdict over several: broken before unknown before proved. */
export function worstOf(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = "proved";
  for (const verdict of verdicts) {
    if (verdict === "broken") return "broken";
    if (verdict === "unknown") worst = "unknown";
  }
  return worst;
}

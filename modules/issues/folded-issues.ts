import { groupedBy } from "../values/grouped-by";
import type { ShownIssue } from "./issue-parts";

/** So many issues of a kind are told in full where their fixes differ. */
const MOST_ALIKE = 3;

/**
 * Issues for a person to read: those of one kind and cause are told once, with the places of the others. Of those whose fixes
 * differ a few are told in full.
 */
export function foldedIssues<Found extends ShownIssue>(issues: readonly Found[]): readonly (Found & ShownIssue)[] {
  const kinds = groupedBy(issues, ({ code, severity, accepted, why }) =>
    JSON.stringify([code, severity, accepted, why]),
  );
  return [...kinds.values()].flatMap((kind) => {
    const causes = [...groupedBy(kind, ({ fix }) => fix).values()];
    const told = causes.slice(0, MOST_ALIKE);
    const untold = causes.slice(MOST_ALIKE).flat();
    return told.map(([first, ...alike], index) => {
      const rest = index === told.length - 1 ? [...alike, ...untold] : alike;
      const others = [...new Set(rest.map(({ path, problem }) => path ?? problem))].filter(
        (each) => each !== first.path,
      );
      return others.length === 0 ? first : { ...first, others };
    });
  });
}

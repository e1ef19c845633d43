import type { Issue } from "../../planning/issue";
import type { ServiceCall } from "./call";
import type { Finding } from "./finding";
import { type DependencyProof, type Hop, type HopName, worstOf } from "./proof";

/** One step of a way: its name, and the check that is made when the walk gets there. */
export type Step = readonly [hop: HopName, check: () => Finding | undefined];

/** Walks a way up to the first step that is broken. Past a step that is not known the walk goes on: a later one may be broken. */
export function walk({ service, region }: ServiceCall, steps: readonly Step[]): DependencyProof {
  const hops: Hop[] = [];
  let broken: Issue | undefined;
  let open: Issue | undefined;
  for (const [hop, check] of steps) {
    const finding = check();
    if (finding === undefined) continue;
    const { verdict, text, resources, issue } = finding;
    hops.push({ hop, verdict, text, resources });
    if (verdict === "unknown") open ??= issue;
    if (verdict !== "broken") continue;
    broken = issue;
    break;
  }
  const issue = broken ?? open;
  return {
    service,
    ...(region === undefined ? {} : { region }),
    verdict: worstOf(hops.map(({ verdict }) => verdict)),
    hops,
    ...(issue === undefined ? {} : { issue }),
  };
}

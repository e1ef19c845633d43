import { groupedBy } from "../../values/grouped-by";
import type { Assumption, Proof } from "../model/proof";
import type { SaidFact } from "../terraform/said/said-fact";

type Call = Assumption["calls"][number];

/**
 * On which of the facts that somebody says the proof rests: those without which it would show less. A fact that another one
 * stands in for is left out, so that the list is as short as it can be.
 *
 * @param prove the proof over some of the facts
 */
export function assumptionsOf(
  said: readonly SaidFact[],
  proof: Proof,
  prove: (said: readonly SaidFact[]) => Proof,
): readonly Assumption[] {
  const proved = provedIn(proof);
  if (said.length === 0 || proved.size === 0) return [];
  let needed = said;
  /** What is lost without some facts. Where that is nothing they are left out from then on. */
  const lostWithout = (facts: readonly SaidFact[]) => {
    const others = needed.filter((each) => !facts.includes(each));
    const calls = lost(proved, prove(others));
    if (calls.length === 0) needed = others;
    return calls;
  };
  if (lostWithout(said).length === 0) return [];
  // Often a whole kind is not needed, such as the zones of all subnets.
  for (const kind of groupedBy(said, kindOf).values()) if (kind.length > 1) lostWithout(kind);
  return needed.flatMap((fact): Assumption[] => {
    const calls = lostWithout([fact]);
    const { text, network, by } = fact;
    return calls.length === 0 ? [] : [{ text, network, path: by.address, calls: calls.flatMap((call) => call ?? []) }];
  });
}

function kindOf({ parts }: SaidFact): string {
  return parts.map(({ thing, arguments: given }) => [thing.type, ...Object.keys(given)].join(" ")).join("; ");
}

/** What is proved, each with the call where it is one. */
function provedIn({ verdict, tasks }: Proof): ReadonlyMap<string, Call | undefined> {
  const proved = new Map<string, Call | undefined>();
  if (verdict === "proved") proved.set("", undefined);
  for (const { address, verdict: ofTask, dependencies } of tasks) {
    if (ofTask === "proved") proved.set(address, undefined);
    for (const { service, region, verdict: ofCall } of dependencies) {
      const call = { address, service, ...(region === undefined ? {} : { region }) };
      if (ofCall === "proved") proved.set(JSON.stringify(call), call);
    }
  }
  return proved;
}

function lost(proved: ReadonlyMap<string, Call | undefined>, proof: Proof): readonly (Call | undefined)[] {
  const kept = provedIn(proof);
  return [...proved].flatMap(([key, call]) => (kept.has(key) ? [] : [call]));
}

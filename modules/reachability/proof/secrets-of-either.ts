import { type AskedEndpoint, type PlacedAsk, placedAsks, union } from "../../planning/plan/union";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import { SECRET_KINDS } from "../../task/secrets/secret-source";
import { secretsManagerSecret } from "../../task/secrets/secrets-manager-secret";
import { countingVerdict, type Walk } from "../ways/walk";
import { type AskedCall, notProved } from "./asked-call";

/** The calls of a task, and what they say of its secrets of which nobody knows which of the two services has them. */
export interface CallsWithSecrets {
  readonly calls: readonly AskedCall[];
  /**
   * Secrets, by their paths in the task, that come to the same whichever service has them. The reading's note is needed where
   * that is not `"arrives"`.
   */
  readonly decided: ReadonlyMap<string, "arrives" | "does not">;
  /** Why it counts which service has the others, by their paths in the task, as clauses. */
  readonly because: ReadonlyMap<string, string>;
}

/** A secret that is a parameter or one of Secrets Manager. The reader takes it for a parameter. */
interface EitherSecret {
  readonly path: string;
  readonly ways: readonly [PlacedAsk, PlacedAsk];
}

/**
 * The calls of a task. A secret of which it is not known which service has it is asked of both: what both ways come to is so,
 * whichever it is, and what only one comes to is said of neither.
 */
export function callsWithSecrets(
  asked: readonly AskedEndpoint[],
  { unknown }: Pick<TaskDefinitionReading, "unknown">,
  prove: (asked: AskedEndpoint) => Walk,
): CallsWithSecrets {
  const proved = (endpoints: readonly AskedEndpoint[]) => endpoints.map((each) => ({ asked: each, walk: prove(each) }));
  const placed = asked.flatMap(placedAsks);
  const secrets = placed.flatMap((each) => eitherSecret(each, unknown) ?? []);
  if (secrets.length === 0) return { calls: proved(asked), decided: new Map(), because: new Map() };
  const taken = new Set(secrets.map(({ ways: [parameter] }) => parameter));
  const others = placed.filter((each) => !taken.has(each));
  const decided = new Map<string, "arrives" | "does not">();
  const because = new Map<string, string>();
  const kept = secrets.flatMap(({ path, ways }) => {
    const walks = proved(union(ways));
    const verdicts = new Set(walks.map(({ walk }) => countingVerdict(walk)));
    if (verdicts.size === 1) {
      decided.set(path, verdicts.has("proved") ? "arrives" : "does not");
      return ways;
    }
    const failing = walks.find(({ walk }) => countingVerdict(walk) !== "proved")?.walk.dependency;
    if (failing !== undefined) because.set(path, notProved(failing));
    const arriving = walks.filter(({ walk }) => countingVerdict(walk) === "proved");
    return ways.filter(({ ask }) => arriving.some(({ asked: { endpoint } }) => endpoint.service === ask.service));
  });
  return { calls: proved(union([...others, ...kept])), decided, because };
}

function eitherSecret(placed: PlacedAsk, unknown: TaskDefinitionReading["unknown"]): EitherSecret | undefined {
  const { ask, reason } = placed;
  const { path } = ask;
  const on = ask.requests?.find((request) => request.on.kind === "parameter")?.on;
  if (path === undefined || unknown.get(path) !== "secret" || on?.kind !== "parameter") return undefined;
  // Neither service has a FIPS endpoint of its own, so both are asked as they are named in FIPS mode too.
  const secret = SECRET_KINDS["secrets-manager"].asks(secretsManagerSecret(on.parameter)).ask;
  const { rule, text, failure } = secret;
  return { path, ways: [placed, { ask: { ...ask, ...secret }, reason: { ...reason, rule, text, failure } }] };
}

import type { Verdict } from "../../modules/reachability/model/verdict";
import { proveReachability } from "../../modules/reachability/prove-reachability";
import { asTerraform } from "./as-terraform";
import type { RandomNetwork, Service } from "./network";
import { outcomeFrom } from "./semantics";
import { worldsOf } from "./worlds";

export const KINDS = ["agree", "false proved", "false broken", "needless unknown"] as const;

/** How a verdict of the proof stands to what is so. */
export type Kind = (typeof KINDS)[number];

export interface Comparison {
  readonly service: string;
  readonly kind: Kind;
  readonly proof: Verdict;
  readonly oracle: Verdict;
  /** Code of the issue. @default - there is none */
  readonly code?: string;
}

/** What the proof says of each call of a network, beside what is so. */
export function compare(network: RandomNetwork): readonly Comparison[] {
  const [task] = proveReachability([asTerraform(network)]).tasks;
  return (task?.dependencies ?? []).map(({ service, verdict, issue }): Comparison => {
    const oracle = isService(service) ? judge(network, service) : verdict;
    const code = issue === undefined ? {} : { code: issue.code };
    return { service, kind: kindOf(verdict, oracle), proof: verdict, oracle, ...code };
  });
}

/** Proved where the call arrives whatever an apply comes to, broken where it never does. */
export function judge(network: RandomNetwork, service: Service): Verdict {
  const outcomes = worldsOf(network).map((world) => {
    const ofSubnets = network.subnets
      .filter(({ name }) => network.taskSubnets.includes(name))
      .map((subnet) => outcomeFrom(world, subnet, service));
    if (ofSubnets.includes("never")) return "never";
    return ofSubnets.every((each) => each === "always") ? "always" : "sometimes";
  });
  if (outcomes.every((each) => each === "always")) return "proved";
  return outcomes.every((each) => each === "never") ? "broken" : "unknown";
}

function kindOf(proof: Verdict, oracle: Verdict): Kind {
  if (proof === oracle) return "agree";
  if (proof === "unknown") return "needless unknown";
  return proof === "proved" ? "false proved" : "false broken";
}

function isService(text: string): text is Service {
  return ["ecr.api", "ecr.dkr", "logs", "s3"].includes(text);
}

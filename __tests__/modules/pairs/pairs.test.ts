import { App } from "cdktf";
import { describe, expect, it, vi } from "vitest";
import type { Issue } from "../../../modules/issues/issue";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { resolvedTerraform } from "../../../modules/validation/emitted-terraform";
import { codesRaised } from "../../support/issue-codes";
import { sourceFiles } from "../../support/source-imports";
import { newStack } from "../../support/synth";
import { WORDS_OF_THE_LIBRARY } from "../../support/words-of-the-library";
import { issuesOf } from "../reachability/support/terraform-fixture";
import { ENDPOINT_PAIRS } from "./endpoint-pairs";
import { NETWORK_PAIRS } from "./network-pairs";
import type { Pair } from "./pair";
import { SERVICE_PAIRS } from "./service-pairs";
import { TASK_PAIRS } from "./task-pairs";
import { WITHOUT_PAIR } from "./without-pair";

/** What the constructors would have thrown. */
const thrown = vi.hoisted((): Issue[] => []);
vi.mock("../../../modules/internal/throw-issues", () => ({
  throwIssues: (_construct: unknown, issues: readonly Issue[]) => void thrown.push(...issues),
}));

const PAIRS = [...NETWORK_PAIRS, ...ENDPOINT_PAIRS, ...SERVICE_PAIRS, ...TASK_PAIRS];

/** Where what constructors find is found: their own rooms, and the plan, which they ask. */
const EARLY = [
  ...["addressing", "network", "endpoints", "fargate", "load-balancing", "private-link", "instance"],
  ...["asks", "task/images", "task/log-drivers", "task/volumes", "planning/plan", "planning/rules"],
];

const weighed = ({ severity = "error", code }: Pick<Issue, "severity" | "code">) => `${severity} ${code}`;

/** What the constructors and the proof find where no constructor throws. */
function found({ build, faultyRegion }: Pair, hasFault: boolean) {
  thrown.length = 0;
  const app = new App();
  build(newStack(app, "test", hasFault ? faultyRegion : undefined), hasFault);
  const proof = proveReachability(resolvedTerraform(app));
  const late = issuesOf(proof);
  const texts = late.flatMap(({ problem, why, fix }) => [problem, why, fix]);
  return { early: thrown.map(weighed), late: late.map(weighed), texts, verdict: proof.verdict };
}

describe("a fault that a constructor and the proof both look for", () => {
  it.each(PAIRS)("is $early, and $late in the proof: $name", (pair) => {
    const [early, late] = pair.severities ?? ["error", "error"];
    const [ofConstructor, ofProof] = [`${early} ${pair.early}`, `${late} ${pair.late}`];
    const sound = found(pair, false);
    expect(sound.verdict).toBe("proved");
    expect(sound.early).not.toContain(ofConstructor);
    expect(sound.late).not.toContain(ofProof);
    const faulty = found(pair, true);
    expect(faulty.early).toContain(ofConstructor);
    expect(faulty.late).toContain(ofProof);
    expect(faulty.texts.filter((text) => WORDS_OF_THE_LIBRARY.test(text))).toEqual([]);
    if (late === "error") expect(faulty.verdict).toBe("broken");
  });

  it("is said of each kind of issue that constructors find, or why there is none", () => {
    const raised = new Set(EARLY.flatMap((room) => sourceFiles(`modules/${room}`)).flatMap(codesOf));
    const paired: readonly string[] = PAIRS.map(({ early }) => early);
    const without: readonly string[] = Object.values(WITHOUT_PAIR).flat();
    expect(raised.size).toBeGreaterThan(60);
    expect([...raised].filter((code) => !paired.includes(code) && !without.includes(code))).toEqual([]);
    expect(without.filter((code) => paired.includes(code) || !raised.has(code))).toEqual([]);
    expect(new Set(without).size).toBe(without.length);
  });
});

function codesOf({ syntax }: ReturnType<typeof sourceFiles>[number]): readonly string[] {
  return [...codesRaised(syntax)];
}

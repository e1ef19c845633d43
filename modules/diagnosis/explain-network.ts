import { fillLines } from "../text/fill-lines";
import { piecesOf } from "../text/pieces";
import type { ReadingOptions } from "../text/reading-options";
import { someOf } from "../text/some-of";
import type { Diagnosis, NetworkFinding, NetworkJudgement } from "./diagnosis";

/** What a network tells of a call that failed: what is broken or open, or that it arrives there. */
export function explainNetwork(
  network: NetworkJudgement,
  { call }: Diagnosis,
  options: ReadingOptions,
): readonly string[] {
  const { findings } = network;
  if (findings.length > 0) return findings.flatMap((each) => explainFinding(each, options));
  return fillLines(
    "  ",
    [network.verdict === "proved" ? "proved" : "unknown", ...piecesOf(withoutFinding(network, call.services))],
    4,
    options.width,
  );
}

/** What there is to say where nothing is found. */
function withoutFinding({ verdict, tasks }: NetworkJudgement, services: readonly string[]): string {
  const called = services.length === 0 ? "it" : services.join(", ");
  if (verdict === "proved") return `in what --network shows, the calls of ${someOf(tasks)} to ${called} arrive`;
  if (tasks.length === 0)
    return "nothing in --network starts a Fargate task; name the Terraform of its service as well, or diagnose what aws ecs describe-services prints, which says where it runs";
  return `nothing in --network calls ${called}; its tasks are ${someOf(tasks)}`;
}

function explainFinding(
  { verdict, code, path, problem, why, fix, explains }: NetworkFinding,
  { width }: ReadingOptions,
): string[] {
  const place = path === undefined || problem.includes(path) ? "" : `${path}: `;
  const besides = explains || verdict === "unknown" ? "" : "; that would show otherwise, so there is something else";
  return [
    ...fillLines(`  ${verdict} `, piecesOf(`${code}: ${place}${problem}${besides}`), 4, width),
    ...fillLines("    why: ", piecesOf(why), undefined, width),
    ...fillLines("    fix: ", piecesOf(fix), undefined, width),
  ];
}

import { isError } from "../../planning/issue";
import type { AcceptedIssue, DependencyProof, Hop, Proof, TaskProof } from "./proof";

/** Hops as a person calls them. */
const HOPS: Readonly<Record<Hop["hop"], string>> = {
  endpoint: "endpoint",
  "name-resolution": "DNS",
  "task-security-group": "task's security group",
  "network-acl": "network ACL",
  route: "route",
  "endpoint-security-group": "endpoint's security group",
  "endpoint-policy": "endpoint policy",
  zones: "zones",
};

/** A proof as text: per task each service with the way of its calls, or the first broken hop; then the conflicts. */
export function explainProof(proof: Proof): string {
  const parts = proof.tasks.map(explainTask);
  const errors = proof.conflicts.filter(isError);
  const others = proof.conflicts.filter((issue) => !isError(issue));
  if (errors.length > 0) parts.push(["Conflicts", ...errors.flatMap((issue) => explainIssue(issue, "  "))].join("\n"));
  if (others.length > 0) parts.push(["Warnings", ...others.flatMap((issue) => explainIssue(issue, "  "))].join("\n"));
  return parts.length === 0 ? "There is no Fargate task." : parts.join("\n\n");
}

function explainTask({ task, address, verdict, dependencies, issues }: TaskProof): string {
  const proved = dependencies.filter((dependency) => dependency.verdict === "proved").length;
  const width = Math.max(0, ...dependencies.map(({ service }) => service.length));
  return [
    `${task} (${address}): ${verdict}, ${proved} of ${dependencies.length} services proved`,
    ...dependencies.flatMap((dependency) => explainDependency(dependency, width)),
    ...issues.flatMap((issue) => explainIssue(issue, "  ")),
  ].join("\n");
}

function explainDependency({ service, verdict, hops, issue }: DependencyProof, width: number): string[] {
  const way = ["task", ...hops.map(({ hop, verdict: each }) => `${HOPS[hop]}${mark(each)}`)].join(" → ");
  const line = `  ${service.padEnd(width)}  ${verdict.padEnd("unknown".length)}  ${way}`;
  return issue === undefined ? [line] : [line, ...explainIssue(issue, "    ")];
}

function mark(verdict: Hop["verdict"]): string {
  if (verdict === "proved") return "";
  return verdict === "broken" ? " (broken)" : " (unknown)";
}

function explainIssue({ code, problem, why, fix, accepted }: AcceptedIssue, indent: string): string[] {
  return [
    `${indent}${code}: ${problem}`,
    `${indent}  why: ${why}`,
    `${indent}  fix: ${fix}`,
    ...(accepted === undefined ? [] : [`${indent}  accepted: ${accepted}`]),
  ];
}

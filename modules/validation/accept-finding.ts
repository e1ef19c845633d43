import { type TerraformDataSource, TerraformResource, TerraformStack } from "cdktf";
import { throwIssues } from "../internal/throw-issues";
import { type Issue, issue } from "../issues/issue";
import type { Acceptance } from "../reachability/terraform/resources/annotations";

/** What of a finding is accepted, and why. */
export interface FindingAcceptance {
  /** Code of the finding, for example `"private-dns-off"`. */
  readonly code: Issue["code"];
  /** Why it is meant. It is kept in the Terraform JSON, and shown with the finding whenever the app is proved. */
  readonly reason: string;
}

/** What is accepted in each stack so far. */
const accepted = new WeakMap<TerraformStack, Acceptance[]>();

/**
 * Accepts a finding of the proof knowingly: it no longer fails the synthesis, and stays in the proof with its reason. What
 * is accepted and not found is a warning.
 *
 * @param resource the resource that the finding names, for example `network.vpc`
 * @example
 * acceptFinding(network.vpc, { code: "vpc-dns-hostnames-off", reason: "our own resolver answers for the endpoints" });
 * @throws {ConfigurationError} where there is no reason
 */
export function acceptFinding(
  resource: TerraformResource | TerraformDataSource,
  { code, reason }: FindingAcceptance,
): void {
  const stack = TerraformStack.of(resource);
  const mode = TerraformResource.isTerraformResource(resource) ? "" : "data.";
  const address = `${mode}${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
  if (reason.trim() === "") throwIssues(resource, [withoutReason(code, address)]);
  const acceptances = [...(accepted.get(stack) ?? []), { code, resource: address, reason }];
  accepted.set(stack, acceptances);
  // A comment of the configuration: cdktf replaces that of a data source.
  stack.addOverride("//.privateFargate.accepted", acceptances);
}

function withoutReason(code: Issue["code"], address: string): Issue {
  return issue("acceptance-without-reason", {
    problem: `"${code}" is accepted for ${address} without a reason`,
    fix: `write why: acceptFinding(resource, { code: "${code}", reason: "…" })`,
  });
}

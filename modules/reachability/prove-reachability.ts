import { ConfigurationError } from "../issues/configuration-error";
import type { Issue } from "../issues/issue";
import type { NetworkSnapshot } from "../snapshot/network-snapshot";
import { findConflicts } from "./conflicts/find-conflicts";
import { NetworkView } from "./model/network-view";
import type { Proof } from "./model/proof";
import { assumptionsOf } from "./proof/assumptions";
import { networksElsewhere } from "./proof/networks-elsewhere";
import { openEgress } from "./proof/open-egress";
import { permissionsNote } from "./proof/permissions-note";
import { planInPart } from "./proof/plan-in-part";
import { type ProvedTask, proveTask } from "./proof/prove-task";
import { snapshotsOfOtherVpcs } from "./proof/snapshots-of-other-vpcs";
import { wideIngress } from "./proof/wide-ingress";
import { widePolicies } from "./proof/wide-policies";
import { wideRoles } from "./proof/wide-roles";
import { readNetworkModel } from "./reading/read-network-model";
import { shownProof } from "./report/shown-proof";
import { checkDocuments } from "./terraform/check-documents";
import type { TerraformJson } from "./terraform/expressions/terraform-json";
import { readTerraform, type Sources } from "./terraform/read-terraform";
import type { Acceptance } from "./terraform/resources/annotations";
import type { TerraformReading } from "./terraform/terraform-reading";
import { Acceptances, withVerdicts } from "./ways/accept-findings";

/** How to prove. */
export interface ProofOptions {
  /**
   * Findings that are accepted knowingly, besides those that configurations accept in a comment. They stay in the proof with
   * their reason, and do not count.
   *
   * @default - none
   */
  readonly accepted?: readonly Acceptance[];
  /**
   * VPCs that exist, as `readNetworkSnapshot` reads them, besides those that configurations have in a comment.
   *
   * @default - none
   */
  readonly networks?: readonly NetworkSnapshot[];
  /**
   * What fixes are written in: Terraform, or where the Terraform is that of a program with this library, `"library"`.
   *
   * @default "terraform"
   */
  readonly fixes?: "terraform" | "library";
  /**
   * Whether what admits more than the tasks ask is named: policies of endpoints and roles, rules of security groups.
   *
   * @default false
   */
  readonly leastPrivilege?: boolean;
  /** Whether rules are named that let tasks out to every address although nothing leads out of their VPC. @default - as `leastPrivilege` */
  readonly openEgress?: boolean;
}

/**
 * Proves for every Fargate task that the AWS services which it calls can be reached, or names the first broken hop.
 *
 * @param inputs configurations that belong together, each a `cdk.tf.json` or the JSON of `terraform show -json PLAN`
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { explainProof, proveReachability } from "cdktf-private-fargate/reachability";
 *
 * // What cdktf synth writes is in cdktf.out/stacks/NAME/cdk.tf.json.
 * const proof = proveReachability([JSON.parse(readFileSync("isolated.tf.json", "utf8"))]);
 * console.log(explainProof(proof, { brief: true }));
 * ```
 *
 * ```text
 * broken: 1 task, 4 services (3 proved, 1 broken)
 *
 * orders (aws_ecs_service.orders): broken, 3 of 4 services proved
 *   broken  logs
 *     endpoint                   aws_vpc_endpoint.logs
 *     DNS: broken                aws_vpc_endpoint.logs
 *     error private-dns-off: private DNS is off for aws_vpc_endpoint.logs
 *       why: logs.eu-west-1.amazonaws.com leads to the internet then, and not to the endpoint; the
 *            awslogs driver writes to CloudWatch Logs; otherwise the task stops with
 *            "ResourceInitializationError: failed to validate logger args …"
 *       fix: set private_dns_enabled = true on aws_vpc_endpoint.logs
 *   proved  s3, ecr.api, ecr.dkr
 * ```
 * @throws {ConfigurationError} for a document that is no object, or nested hundreds of levels deep
 */
export function proveReachability(inputs: readonly TerraformJson[], options: ProofOptions = {}): Proof {
  return proveReading(readDocuments(inputs, { networks: options.networks ?? [] }), options);
}

/** What is known of documents beside what is in them. */
export interface DocumentSurroundings {
  /** The folders of some of them. */
  readonly sources?: Sources;
  /** VPCs that exist. */
  readonly networks?: readonly NetworkSnapshot[];
}

/**
 * Reads documents that belong together.
 *
 * @throws {ConfigurationError} for a document that is no object, or nested hundreds of levels deep
 */
export function readDocuments(inputs: readonly TerraformJson[], beside: DocumentSurroundings = {}): TerraformReading {
  const problems = [...checkDocuments(inputs)];
  if (problems.length > 0) throw new ConfigurationError("the Terraform JSON", problems);
  return readTerraform(inputs, beside.sources, beside.networks);
}

/** The proof over what was read. */
export function proveReading(reading: TerraformReading, options: ProofOptions = {}): Proof {
  const prove = (said: TerraformReading["said"]) => proveFacts({ ...reading, said }, options);
  const proof = prove(reading.said);
  const assumptions = assumptionsOf(reading.said, proof, prove);
  return shownProof(assumptions.length === 0 ? proof : { ...proof, assumptions }, options.fixes ?? "terraform");
}

function proveFacts(reading: TerraformReading, options: ProofOptions): Proof {
  const view = new NetworkView(readNetworkModel(reading));
  const acceptances = new Acceptances([...reading.accepted, ...(options.accepted ?? [])]);
  const proved = view.model.tasks.map((task) => proveTask(view, task, acceptances));
  const tasks = proved.map(({ proof }) => proof);
  const notes = permissionsNote(proved.map(({ permissions }) => permissions));
  const wide = [
    ...(options.leastPrivilege === true ? tooMuch(view, proved) : []),
    ...(options.leastPrivilege === true || options.openEgress === true ? openEgress(view, proved) : []),
  ];
  const ofOthers = [...snapshotsOfOtherVpcs(reading.networks, view, tasks)];
  const elsewhere = [...ofOthers, ...networksElsewhere(tasks, ofOthers)];
  const found = [...findConflicts(view, tasks), ...wide, ...elsewhere, ...notes, ...planInPart(reading.isPartial)];
  const conflicts = found.map((issue) => acceptances.judge(issue));
  return withVerdicts(tasks, [...conflicts, ...acceptances.unused]);
}

/** What admits more than the tasks ask. */
function* tooMuch(view: NetworkView, proved: readonly ProvedTask[]): Generator<Issue> {
  const asked = proved.flatMap((each) => each.asked);
  yield* widePolicies(view, asked);
  yield* wideRoles(
    view,
    proved.map(({ rights }) => rights()),
  );
  yield* wideIngress(view, asked);
}

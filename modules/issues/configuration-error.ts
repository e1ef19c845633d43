import { tokensInWords } from "../text/tokens-in-words";
import { counted } from "../text/words";
import type { Issue } from "./issue";
import { headline, remarks } from "./issue-parts";

/**
 * Every problem of one construct (or of one input), in one error.
 *
 * @example
 * ```text
 * ConfigurationError: orders-stack/orders (FargateService) has 1 problem
 *
 *   endpoint-missing: the task needs "ecr.api", which is not among the endpoints s3, ecr.dkr, logs
 *     why: since platform version 1.4.0 the task fetches its ECR token through its own network interface
 *     fix: add "ecr.api" to services, or use services: EndpointPlan.forTasks([task])
 * ```
 */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  /** The problems, in the order in which they were found. Never empty. */
  readonly issues: readonly Issue<string>[];

  /**
   * @param subject what has the problems, for example `"orders-stack/orders (FargateService)"`
   * @param issues the problems
   */
  constructor(subject: string, issues: readonly Issue<string>[]) {
    super(
      tokensInWords(`${subject} has ${counted(issues.length, "problem")}\n\n${issues.map(renderIssue).join("\n\n")}\n`),
    );
    this.issues = issues;
    // Node prints what can be enumerated behind the stack trace, and the message says all of it.
    Object.defineProperty(this, "issues", { enumerable: false });
  }
}

/** One issue as indented text: code and problem, then why, then fix. */
export function renderIssue(issue: Issue<string>): string {
  return [`  ${headline(issue)}`, ...remarks(issue).map(([word, text]) => `    ${word}: ${text}`)].join("\n");
}

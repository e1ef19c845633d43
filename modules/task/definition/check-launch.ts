import { issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import type { FieldReader } from "../json/field-reader";
import type { ReadingIssues } from "../json/reading-issues";

/**
 * Whether ECS runs the task definition on Fargate at all.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export function checkLaunch(task: FieldReader, issues: ReadingIssues): void {
  const compatibilities = task.writtenTexts("requiresCompatibilities");
  if (compatibilities === undefined && task.texts("requiresCompatibilities") !== undefined) {
    issues.report(
      task.pathOf("requiresCompatibilities"),
      issue("field-unresolved", {
        problem: "Terraform fills in the whole of it",
        why: 'ECS runs the task on Fargate only if "FARGATE" is in it',
        fix: 'assure that "FARGATE" is in it',
      }),
    );
  }
  if (compatibilities !== undefined && compatibilities.length > 0 && !compatibilities.some(isFargate)) {
    issues.report(
      task.pathOf("requiresCompatibilities"),
      issue("fargate-not-required", {
        problem: `the task definition is for ${compatibilities.join(", ")}, not for Fargate`,
        fix: 'add "FARGATE"',
      }),
    );
  }
  const networkMode = task.text("networkMode");
  if (networkMode === "awsvpc" || isUnresolved(networkMode)) return;
  issues.report(
    networkMode === undefined ? task.path : task.pathOf("networkMode"),
    issue("network-mode-invalid", {
      problem: networkMode === undefined ? "no network mode is given" : `the network mode is "${networkMode}"`,
      fix: `write "awsvpc" for ${task.pathOf("networkMode").at(-1)}`,
    }),
  );
}

function isFargate(compatibility: string): boolean {
  return compatibility === "FARGATE" || isUnresolved(compatibility);
}

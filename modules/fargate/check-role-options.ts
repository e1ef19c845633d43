import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkWord } from "./check-word";

/** The path of a role, which IAM takes between slashes. */
export function checkRolePath(path: string, at: string): Issue | undefined {
  if (isUnresolved(path) || /^\/(?:[!-~]+\/)?$/.test(path)) return undefined;
  return issue("role-option-invalid", {
    path: at,
    problem: `"${path}" is not the path of a role`,
    fix: `write "/${path.replace(/^\/+|\/+$|[^!-~]/g, "") || "services"}/"`,
  });
}

/** For whose tasks ECS may take a role. */
export function checkTaskRoleTrust(trust: string, at: string): Issue | undefined {
  const [unknown] = checkWord("role-option-invalid", trust, ["own-tasks", "any-tasks"], at);
  return unknown;
}

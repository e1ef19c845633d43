import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/**
 * An account, a user or a role. AWS takes no path in the name of a user or a role.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html, read 2026-11-21.
 */
const PRINCIPAL = /^arn:aws[a-z-]*:iam::\d{12}:(?:root|(?:user|role)\/[A-Za-z0-9+=,.@_-]+)$/;

/** Everything that is wrong with the principals that may find an endpoint service. */
export function* checkAllowedPrincipals(principals: readonly string[], acceptanceRequired: boolean): Generator<Issue> {
  if (principals.length === 0) {
    yield issue("allowed-principals-missing", {
      path: "allowedPrincipals",
      problem: "nobody may connect to the endpoint service",
      fix: 'name the accounts of the consumers: allowedPrincipals: ["arn:aws:iam::123456789012:root"]',
    });
  }
  for (const [index, principal] of principals.entries()) {
    const path = `allowedPrincipals[${index}]`;
    if (principal !== "*") yield* checkPrincipal(principal, path);
    else if (!acceptanceRequired) yield publicServiceIssue(path);
  }
}

function* checkPrincipal(principal: string, path: string): Generator<Issue> {
  if (isUnresolved(principal) || PRINCIPAL.test(principal)) return;
  const withoutPath = /^(arn:aws[a-z-]*:iam::\d{12}:(?:user|role)\/)(?:[^/]+\/)+([^/]+)$/.exec(principal);
  yield issue("principal-malformed", {
    path,
    problem: `"${principal}" is not a principal that can be allowed`,
    why:
      withoutPath === null
        ? 'AWS takes the ARN of an account, a user or a role, or "*" for everybody'
        : "AWS does not support principals whose ARN has a path",
    fix: /^\d{12}$/.test(principal)
      ? `write "arn:aws:iam::${principal}:root"`
      : withoutPath === null
        ? 'write for example "arn:aws:iam::123456789012:root"'
        : "allow the whole account, or a user or role without a path",
  });
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html, read 2026-11-20. */
function publicServiceIssue(path: string): Issue {
  return issue("endpoint-service-public", {
    path,
    problem: 'everybody ("*") may connect, and nobody has to accept it',
    fix: "leave acceptanceRequired out (it is true), or name the principals",
  });
}

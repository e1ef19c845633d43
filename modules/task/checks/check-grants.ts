import { isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { actionPrefix } from "../../aws/endpoint-services/service-of-action";
import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { ownMember } from "../../values/own-member";
import { isPending } from "../../values/pending";
import type { UncheckedGrant } from "../grants/grant";
import { accessesOf, accessWords, grantedArns } from "../grants/grant-requests";

/** What is wrong with the grants of a task. A service that is not in the catalog is an issue of the plan. */
export function* checkGrants(grants: readonly UncheckedGrant[] | undefined): Generator<Issue> {
  for (const [index, grant] of (grants ?? []).entries()) {
    const path = `grants[${index}]`;
    yield* checkRight(grant, path);
    yield* checkThings(grant, path);
    yield* checkKey(grant, path);
    yield* checkAccessPoint(grant, path);
  }
}

function* checkRight(grant: UncheckedGrant, path: string): Generator<Issue> {
  const { service, access, actions } = grant;
  if (!isEndpointServiceName(service)) return;
  const words = Object.keys(accessesOf(service) ?? {});
  const byActions = `actions: ["${actionPrefix(service)}:…"]`;
  const byWord = words.length === 0 ? byActions : `access: "${words[0]}" or ${byActions}`;
  if ((access === undefined) === (actions === undefined)) {
    yield issue("grant-invalid", {
      path,
      problem: `the grant to "${service}" has ${access === undefined ? "neither access nor actions" : "both access and actions"}`,
      fix: access === undefined ? `add ${byWord}` : "leave one of them out; two grants can have one each",
    });
    return;
  }
  const given = actions ?? accessWords(grant);
  if (given.length === 0) {
    yield issue("grant-invalid", { path, problem: `the grant to "${service}" gives nothing`, fix: `write ${byWord}` });
  }
  for (const word of actions === undefined ? given : []) {
    if (words.includes(word)) continue;
    const meant = nearest(word, words);
    yield issue("grant-invalid", {
      path: `${path}.access`,
      problem:
        words.length === 0
          ? `there are no words of access for "${service}", so "${word}" says nothing`
          : `"${word}" is no access to "${service}"`,
      fix: `write ${meant === undefined ? oneOf(words) : `"${meant}"`}${words.length === 0 ? "" : ", or "}${byActions}`,
    });
  }
  for (const action of actions ?? []) {
    if (isPending(action) || /^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action)) continue;
    yield issue("grant-invalid", {
      path: `${path}.actions`,
      problem: `"${action}" is not an action of IAM`,
      fix: 'write the prefix of the service, a colon and the name of the operation, for example "sqs:SendMessage"',
    });
  }
}

function* checkThings(grant: UncheckedGrant, path: string): Generator<Issue> {
  const arns = grantedArns(grant);
  if (arns.length === 0) {
    yield issue("grant-invalid", {
      path: `${path}.on`,
      problem: `the grant to "${grant.service}" is about nothing`,
      fix: 'write the ARN of the thing, or "*" where the actions have no resource',
    });
  }
  for (const arn of arns) {
    if (arn === "*" || isPending(arn) || /^arn:[a-z-]+:[a-z0-9-]+:[^:]*:[^:]*:./.test(arn)) continue;
    yield issue("grant-invalid", {
      path: `${path}.on`,
      problem: `"${arn}" is not an ARN`,
      fix: 'write the ARN of the thing, for example queue.arn, or "*" where the actions have no resource',
    });
  }
}

function* checkKey(grant: UncheckedGrant, path: string): Generator<Issue> {
  const { service, key } = grant;
  if (key === undefined) return;
  const accesses = accessesOf(service) ?? {};
  const words = accessWords(grant);
  if (!words.some((word) => ownMember(accesses, word)?.ofKey !== undefined)) {
    yield issue("grant-invalid", {
      path: `${path}.key`,
      problem: `the grant to "${service}" names a key, and ${words.length === 0 ? "what the service asks of it for these actions" : `what "${words.join('", "')}" asks of it`} is not known`,
      fix: 'leave key out, and write a grant of its own where there is such a right: { service: "kms", actions: ["kms:Decrypt"], on: key.arn }',
    });
    return;
  }
  if (isPending(key) || /^arn:[a-z-]+:kms:[^:]*:[^:]*:key\/./.test(key)) return;
  yield issue("grant-invalid", {
    path: `${path}.key`,
    problem: `"${key}" is not the ARN of a key`,
    fix: "write the ARN of the key, for example key.arn; an alias is no resource of a right",
  });
}

function* checkAccessPoint({ service, accessPoint }: UncheckedGrant, path: string): Generator<Issue> {
  if (accessPoint === undefined) return;
  if (service !== "elasticfilesystem") {
    yield issue("grant-invalid", {
      path: `${path}.accessPoint`,
      problem: `the grant to "${service}" names an access point, which only file systems of EFS have`,
      fix: "leave accessPoint out",
    });
    return;
  }
  if (isPending(accessPoint) || /^arn:[a-z-]+:elasticfilesystem:[^:]*:[^:]*:access-point\/./.test(accessPoint)) return;
  yield issue("grant-invalid", {
    path: `${path}.accessPoint`,
    problem: `"${accessPoint}" is not the ARN of an access point`,
    fix: "write the ARN of the access point, for example accessPoint.arn",
  });
}

function oneOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" or ");
}

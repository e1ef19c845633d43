import type { AskedRequest } from "../../asks/ask";
import { ownMember } from "../../values/own-member";
import { isUnresolved } from "../../values/unresolved";
import { ACCESSES, type Access } from "./accesses";
import type { UncheckedGrant } from "./grant";

/** The words of access of a service, by word. @returns `undefined` where it has none */
export function accessesOf(service: string): Readonly<Record<string, Access>> | undefined {
  return ownMember<Readonly<Record<string, Access>>>(ACCESSES, service);
}

/** The words of a grant. */
export function accessWords({ access = [] }: UncheckedGrant): readonly string[] {
  return typeof access === "string" ? [access] : access;
}

/** The ARNs of a grant. */
export function grantedArns({ on }: UncheckedGrant): readonly string[] {
  return typeof on === "string" ? [on] : on;
}

/**
 * The requests that a grant stands for, on one of its things. The names of the statements lead back to the grant; grants with
 * the same words share a statement, since they give the same.
 *
 * @param index place of the grant among those of its task
 */
export function grantRequests(grant: UncheckedGrant, arn: string, index: number): readonly AskedRequest[] {
  const service = pascalCase(grant.service);
  if (grant.actions !== undefined) {
    return [{ sid: `${service}Grant${index}`, actions: grant.actions, on: thing(arn) }];
  }
  const accesses = accessesOf(grant.service);
  return accessWords(grant).flatMap((word) => {
    const access = accesses && ownMember(accesses, word);
    return access === undefined ? [] : accessRequests(access, grant, arn, `${service}${pascalCase(word)}`);
  });
}

/** Whether everything that a grant gives comes with the mount of a file system, to which no endpoint leads. */
export function isOfMount(grant: UncheckedGrant): boolean {
  const words = accessWords(grant);
  const accesses = accessesOf(grant.service) ?? {};
  return words.length > 0 && words.every((word) => ownMember(accesses, word)?.byMount === true);
}

function accessRequests(
  { actions, besides = [], below, itself, also, byMount, ofKey }: Access,
  { accessPoint, key }: UncheckedGrant,
  arn: string,
  sid: string,
): readonly AskedRequest[] {
  if (byMount === true) {
    const limited = accessPoint === undefined ? {} : { accessPointArn: accessPoint };
    return [{ sid, actions, on: { kind: "file-system", arn, ...limited } }];
  }
  const granted = [...actions, ...besides].sort();
  const isEverything = arn === "*";
  const inside = below === undefined || isEverything ? arn : `${arn.replace(/\/\*?$/, "")}${below}`;
  const requests: AskedRequest[] = [{ sid, actions, granted, on: thing(inside) }];
  // Whether there is such a thing, and whether the application asks this, is not known: it is granted and not asked.
  if (also !== undefined && !isEverything && !also.sign.test(arn)) {
    requests.push({ sid, actions: [], granted, on: thing(`${arn}${also.end}`) });
  }
  if (itself !== undefined) requests.push({ sid: `${sid}Of`, actions: [], granted: itself, on: thing(outer(arn)) });
  if (key !== undefined && ofKey !== undefined) {
    const { actions: asked, besides: rest = [], mayLack = false } = ofKey;
    const rights = [...asked, ...rest].sort();
    requests.push({ sid: `${sid}Key`, actions: asked, granted: rights, on: thing(key), ofKey: true, mayLack });
  }
  return requests;
}

/** The bucket where a part of one is given. */
function outer(arn: string): string {
  return isUnresolved(arn) ? arn : arn.replace(/\/.*$/, "");
}

function thing(arn: string): AskedRequest["on"] {
  return arn === "*" ? { kind: "everything" } : { kind: "resource", arn };
}

/** A name as the id of a statement has it, which is letters and digits. */
function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join("");
}

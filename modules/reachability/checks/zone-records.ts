import { isWithin } from "../../aws/aws-domains";
import { knownValue } from "../model/fact";
import type { HostedZoneRecord, PrivateHostedZone } from "../model/names";
import { domainOf } from "./host-name";

/**
 * The records of a zone that answer for a name: those with the name, else those with the wildcard next above it. Whichever of them
 * answers, and for a wildcard those of the names below it as well: for one of these the wildcard does not.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 *
 * @returns none where there are none, or where that is not known
 */
export function recordsFor(wanted: string, zone: PrivateHostedZone): readonly HostedZoneRecord[] {
  const named = zone.records.map((record) => ({ record, name: knownValue(record.name) }));
  const isAll = zone.complete && named.every(({ name }) => name !== undefined);
  const own = named.filter(({ name }) => name === wanted);
  const answering = own.length > 0 ? own : isAll ? nextWildcard(wanted, named) : [];
  const isOne = (name = "") => wanted.startsWith("*.") && name !== wanted && isBelow(name, domainOf(wanted));
  const names = [...new Set([...answering, ...named.filter(({ name }) => isOne(name))].map(({ name }) => name))];
  const sets = names.map((each) => named.filter(({ name, record }) => name === each && record.leads));
  const doAnswer =
    answering.length > 0 &&
    sets.every((set) =>
      alwaysAnswers(
        set.map(({ record }) => record),
        isAll,
      ),
    );
  return doAnswer ? sets.flat().map(({ record }) => record) : [];
}

interface NamedRecord {
  readonly record: HostedZoneRecord;
  readonly name: string | undefined;
}

/** A name on the way to the wanted one, with records of any type, hides the wildcards above it. */
function nextWildcard(wanted: string, named: readonly NamedRecord[]): readonly NamedRecord[] {
  const domain = domainOf(wanted);
  const isAbove = (name = "") => name.startsWith("*.") && name !== wanted && isBelow(domain, domainOf(name));
  const [next] = named.filter(({ name }) => isAbove(name)).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (next?.name === undefined) return [];
  const top = domainOf(next.name);
  const labels = domain.slice(0, -top.length - 1).split(".");
  const onTheWay = `${labels.at(-1)}.${top}`;
  return named.some(({ name }) => name !== undefined && isWithin(name, onTheWay))
    ? []
    : named.filter(({ name }) => name === next.name);
}

function lengthOf({ name = "" }: NamedRecord): number {
  return name.length;
}

function isBelow(name: string, domain: string): boolean {
  return name !== domain && isWithin(name, domain);
}

/** Whether a query is answered by the records of a name, wherever it comes from, and these are all that may answer. */
function alwaysAnswers(records: readonly HostedZoneRecord[], isAll: boolean): boolean {
  return records.some(({ routing }) => routing === "simple" || (routing === "one of several" && isAll));
}

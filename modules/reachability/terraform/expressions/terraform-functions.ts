import { cidrSubnet, formatCidr, parseCidr } from "../../../addressing/cidr";
import { fits, TOO_LARGE } from "./budget";
import { jsonText } from "./json-text";
import { joinText, literal, unknownValue, type Value } from "./value";

type TerraformFunction = (given: readonly Value[]) => Value | undefined;

/** The functions that are evaluated, exactly as Terraform does. Source: https://developer.hashicorp.com/terraform/language/functions */
const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["jsonencode", ([value]) => (value === undefined ? undefined : jsonText(value))],
  ["tolist", ([list]) => list],
  ["tomap", ([map]) => map],
  ["tostring", ([value]) => (value?.kind === "literal" && value.value !== null ? literal(String(value.value)) : value)],
  ["toset", toSet],
  ["concat", concat],
  ["element", element],
  ["join", join],
  ["cidrsubnet", subnet],
]);

/** The value of a function call; unknown for a function that is not evaluated, or not of what it is given. */
export function callFunction(name: string, given: readonly Value[]): Value {
  const evaluate = FUNCTIONS.get(name);
  const open = evaluate && given.find(({ kind }) => kind === "unknown");
  return evaluate?.(given) ?? open ?? unknownValue(`the value of ${name}(…) is known to Terraform only`);
}

function toSet([list]: readonly Value[]): Value | undefined {
  if (list?.kind !== "list") return undefined;
  const seen = new Set<string>();
  const items = list.items.filter((item) => !seen.has(JSON.stringify(item)) && seen.add(JSON.stringify(item)));
  return { kind: "list", items };
}

function concat(lists: readonly Value[]): Value | undefined {
  const items: Value[] = [];
  for (const list of lists) {
    if (list.kind !== "list") return undefined;
    for (const item of list.items) items.push(item);
  }
  return { kind: "list", items };
}

function element([list, index]: readonly Value[]): Value | undefined {
  if (list?.kind !== "list" || index?.kind !== "literal" || typeof index.value !== "number") return undefined;
  const { items } = list;
  return Number.isInteger(index.value) ? items.at(index.value % items.length) : undefined;
}

function join([separator, list]: readonly Value[]): Value | undefined {
  if (separator?.kind !== "literal" || list?.kind !== "list") return undefined;
  if (!fits([separator], list.items.length)) return TOO_LARGE;
  return joinText(list.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

function subnet([prefix, newBits, number]: readonly Value[]): Value | undefined {
  if (prefix?.kind !== "literal" || newBits?.kind !== "literal" || number?.kind !== "literal") return undefined;
  const parsed = parseCidr(String(prefix.value));
  if (!("cidr" in parsed) || typeof newBits.value !== "number" || typeof number.value !== "number") return undefined;
  const block = cidrSubnet(parsed.cidr, newBits.value, number.value);
  return block && literal(formatCidr(block));
}

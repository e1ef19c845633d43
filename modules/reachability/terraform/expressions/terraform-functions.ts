import { cidrSubnet, formatCidr, parseCidr } from "../../../addressing/cidr";
import { joinText, literal, unknownValue, type Value } from "./value";

type TerraformFunction = (given: readonly Value[]) => Value | undefined;

/** The functions that are evaluated, exactly as Terraform does. Source: https://developer.hashicorp.com/terraform/language/functions */
const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map<string, TerraformFunction>([
  ["jsonencode", ([value]) => (value === undefined ? undefined : joinText(jsonParts(value)))],
  ["tolist", ([list]) => list],
  ["tomap", ([map]) => map],
  ["tostring", ([value]) => (value?.kind === "literal" && value.value !== null ? literal(String(value.value)) : value)],
  ["toset", toSet],
  ["concat", concat],
  ["element", element],
  ["join", join],
  ["cidrsubnet", subnet],
]);

/** The value of a function call; unknown for a function that is not evaluated. */
export function callFunction(name: string, given: readonly Value[]): Value {
  return FUNCTIONS.get(name)?.(given) ?? unknownValue(`the value of ${name}(…) is known to Terraform only`);
}

/** A value as JSON text. What is not known stays a part of its own. */
function jsonParts(value: Value): Value[] {
  switch (value.kind) {
    case "literal":
      return [literal(JSON.stringify(value.value))];
    case "list":
      return enclose("[", value.items.map(jsonParts), "]");
    case "object":
      return enclose(
        "{",
        Object.entries(value.members).map(([name, member]) => [
          literal(`${JSON.stringify(name)}:`),
          ...jsonParts(member),
        ]),
        "}",
      );
    case "text":
      return [literal('"'), ...value.parts.map(inJsonText), literal('"')];
    default:
      return [literal('"'), value, literal('"')];
  }
}

function inJsonText(part: Value): Value {
  return part.kind === "literal" ? literal(JSON.stringify(String(part.value)).slice(1, -1)) : part;
}

function enclose(open: string, items: readonly Value[][], close: string): Value[] {
  return [
    literal(open),
    ...items.flatMap((item, index) => (index === 0 ? item : [literal(","), ...item])),
    literal(close),
  ];
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
    items.push(...list.items);
  }
  return { kind: "list", items };
}

function element([list, index]: readonly Value[]): Value | undefined {
  if (list?.kind !== "list" || index?.kind !== "literal" || typeof index.value !== "number") return undefined;
  return list.items[index.value % list.items.length];
}

function join([separator, list]: readonly Value[]): Value | undefined {
  if (separator?.kind !== "literal" || list?.kind !== "list") return undefined;
  return joinText(list.items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

function subnet([prefix, newBits, number]: readonly Value[]): Value | undefined {
  if (prefix?.kind !== "literal" || newBits?.kind !== "literal" || number?.kind !== "literal") return undefined;
  const parsed = parseCidr(String(prefix.value));
  if (!("cidr" in parsed) || typeof newBits.value !== "number" || typeof number.value !== "number") return undefined;
  const block = cidrSubnet(parsed.cidr, newBits.value, number.value);
  return block && literal(formatCidr(block));
}

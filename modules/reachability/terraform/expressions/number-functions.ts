import { type Cidr, cidrSubnet, formatAddress, formatCidr, parseCidr } from "../../../addressing/cidr";
import { booleanOf, numberOf, textOf } from "./known-value";
import type { TerraformFunction } from "./terraform-function";
import { ABSENT, errorValue, literal, type Value } from "./value";

/** Functions of numbers and addresses. Source: https://developer.hashicorp.com/terraform/language/functions */
export const NUMBER_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  abs: ofNumbers(([number]) => number && Math.abs(number)),
  ceil: ofNumbers(([number]) => number && Math.ceil(number)),
  cidrhost: ([prefix, number]) => {
    const [block, index] = [blockOf(prefix), numberOf(number)];
    if (block === undefined || index === undefined || !Number.isInteger(index)) return undefined;
    const address = index < 0 ? block.last + 1 + index : block.first + index;
    if (address < block.first || address > block.last) return errorValue(`the block has no address ${index}`);
    return literal(formatAddress(address));
  },
  cidrnetmask: ([prefix]) => {
    const block = blockOf(prefix);
    return block && literal(formatAddress(2 ** 32 - 2 ** (32 - block.prefixLength)));
  },
  cidrsubnet: ([prefix, newBits, number]) => {
    const [block, bits, index] = [blockOf(prefix), numberOf(newBits), numberOf(number)];
    if (block === undefined || bits === undefined || index === undefined) return undefined;
    if (block.prefixLength + bits > 32 || index >= 2 ** bits) return errorValue("the block has no room for it");
    const subnet = cidrSubnet(block, bits, index);
    return subnet && literal(formatCidr(subnet));
  },
  cidrsubnets,
  floor: ofNumbers(([number]) => number && Math.floor(number)),
  max: ofNumbers((numbers) => Math.max(...numbers)),
  log: ofNumbers(([number = 0, base = 0]) => finite(Math.log(number) / Math.log(base))),
  pow: ofNumbers(([number = 0, power = 0]) => number ** power),
  signum: ofNumbers(([number]) => number && Math.sign(number)),
  sum: ([list]) => (list?.kind === "list" ? ofNumbers(total)(list.items) : undefined),
  min: ofNumbers((numbers) => Math.min(...numbers)),
  tobool: ([value]) => converted(value, value && booleanOf(value)),
  tonumber: ([value]) => converted(value, numberOf(value)),
};

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function ofNumbers(use: (numbers: readonly number[]) => number | undefined): TerraformFunction {
  return (given) => {
    const numbers = given.map(numberOf).filter((number) => number !== undefined);
    const result = numbers.length === given.length && numbers.length > 0 ? use(numbers) : undefined;
    return result === undefined ? undefined : literal(result);
  };
}

function converted(value: Value | undefined, result: number | boolean | undefined): Value | undefined {
  if (value?.kind === "literal" && value.value === null) return ABSENT;
  if (result !== undefined) return literal(result);
  return value?.kind === "literal" ? errorValue("it cannot be converted") : undefined;
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

function blockOf(value: Value | undefined): Cidr | undefined {
  const parsed = parseCidr(textOf(value) ?? "");
  return "cidr" in parsed ? parsed.cidr : undefined;
}

/** Blocks one behind the other, each aligned to its size. */
function cidrsubnets([prefix, ...newBits]: readonly Value[]): Value | undefined {
  const block = blockOf(prefix);
  if (block === undefined) return undefined;
  const items: Value[] = [];
  let next = block.first;
  for (const value of newBits) {
    const bits = numberOf(value) ?? -1;
    const size = 2 ** (32 - block.prefixLength - bits);
    const subnet = bits < 0 ? undefined : cidrSubnet(block, bits, Math.ceil((next - block.first) / size));
    if (subnet === undefined) return undefined;
    items.push(literal(formatCidr(subnet)));
    next = subnet.last + 1;
  }
  return { kind: "list", items };
}

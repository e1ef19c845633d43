import { isPendingNumber } from "../values/pending";
import type { TerraformValue } from "../values/terraform-value";

/** CPU or memory of a task as it can be written. */
export type SizeValue = number | string | TerraformValue;

/**
 * CPU units as a number: `1024`, `"1024"`, `"1 vCPU"` and `".5 vCPU"` are read.
 *
 * @returns `undefined` where it is none of these, or where Terraform fills it in
 */
export function readCpu(cpu: SizeValue): number | undefined {
  return readSize(cpu, /^(\d*\.?\d+)\s*vcpu$/i);
}

/**
 * Memory in MiB: `2048`, `"2048"`, `"2 GB"`, `"2GB"` and `".5 GB"` are read.
 *
 * @returns `undefined` where it is none of these, or where Terraform fills it in
 */
export function readMemory(memory: SizeValue): number | undefined {
  return readSize(memory, /^(\d*\.?\d+)\s*gb$/i);
}

/**
 * MiB that are meant by an amount in a unit that ECS has not, as `"2048 MB"` and `"2 GiB"` are.
 *
 * @returns `undefined` where it is none
 */
export function meantMemory(memory: SizeValue): number | undefined {
  const [, amount, unit = ""] = (typeof memory === "string" && /^\s*(\d*\.?\d+)\s*([mg])i?b?\s*$/i.exec(memory)) || [];
  return amount === undefined ? undefined : Number(amount) * (/g/i.test(unit) ? 1024 : 1);
}

/** A vCPU has 1,024 CPU units, and a GB 1,024 MiB. */
function readSize(value: SizeValue, inUnits: RegExp): number | undefined {
  if (isPendingNumber(value) || typeof value === "object") return undefined;
  if (typeof value === "number") return value;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text);
  const units = inUnits.exec(text)?.[1];
  return units === undefined ? undefined : Number(units) * 1024;
}

import { describe, expect, it } from "vitest";
import { readCpu, readMemory } from "../../../modules/aws/read-fargate-size";
import { NUMBER_TOKENS, STRING_TOKENS } from "../../support/tokens";

describe("readCpu", () => {
  it.each([
    [1024, 1024],
    ["1024", 1024],
    ["1 vCPU", 1024],
    ["1vcpu", 1024],
    [".5 vCPU", 512],
    ["0.25 VCPU", 256],
    [" 32 vCPU ", 32768],
    ["1 GB", undefined],
    ["one", undefined],
    ["", undefined],
    ["-1", undefined],
    ["1.5", undefined],
  ])("reads %j as %s", (text, units) => expect(readCpu(text)).toBe(units));
});

describe("readMemory", () => {
  it.each([
    [2048, 2048],
    ["2048", 2048],
    ["2GB", 2048],
    ["2 GB", 2048],
    ["0.5 gb", 512],
    [".5GB", 512],
    ["2 GiB", undefined],
    ["2 vCPU", undefined],
  ])("reads %j as %s", (text, mib) => expect(readMemory(text)).toBe(mib));
});

it.each([...NUMBER_TOKENS, ...STRING_TOKENS])("neither reads %s", (_name, token) => {
  expect(readCpu(token)).toBeUndefined();
  expect(readMemory(token)).toBeUndefined();
});

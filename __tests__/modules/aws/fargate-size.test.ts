import { describe, expect, it } from "vitest";
import { DEFAULT_FARGATE_SIZE, FARGATE_SIZES } from "../../../modules/aws/fargate-size";

const GIB = 1024;

/** Memory in MiB from one GiB value to another. */
function gibibytes(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => (from + index * step) * GIB);
}

describe("FARGATE_SIZES", () => {
  it("has the CPU units from 256 on, each twice the one before", () => {
    expect(Object.keys(FARGATE_SIZES).map(Number)).toEqual(Array.from({ length: 8 }, (_, index) => 256 * 2 ** index));
  });

  it.each([
    [256, [512, ...gibibytes(1, 2, 1)]],
    [512, gibibytes(1, 4, 1)],
    [1024, gibibytes(2, 8, 1)],
    [2048, gibibytes(4, 16, 1)],
    [4096, gibibytes(8, 30, 1)],
    [8192, gibibytes(16, 60, 4)],
    [16384, gibibytes(32, 120, 8)],
    [32768, [60 * GIB, 120 * GIB, 244 * GIB]],
  ] as const)("has the documented memory of a task with %i CPU units", (cpu, memories) => {
    expect(FARGATE_SIZES[cpu]).toEqual(memories);
  });

  it("has the default size, which is the smallest", () => {
    expect(DEFAULT_FARGATE_SIZE.cpu).toBe(Math.min(...Object.keys(FARGATE_SIZES).map(Number)));
    expect(DEFAULT_FARGATE_SIZE.memory).toBe(Math.min(...Object.values(FARGATE_SIZES).flat()));
  });
});

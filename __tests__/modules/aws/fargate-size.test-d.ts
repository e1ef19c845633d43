import type { TerraformVariable } from "cdktf";
import { expectTypeOf, test } from "vitest";
import type { FargateCpu, FargateMemory, FargateSize } from "../../../modules/aws/fargate-size";

test("a legal pair compiles", () => {
  expectTypeOf<{ cpu: 256; memory: 512 }>().toExtend<FargateSize>();
  expectTypeOf<{ cpu: 32768; memory: 249856 }>().toExtend<FargateSize>();
});

test("an illegal pair does not compile", () => {
  expectTypeOf<{ cpu: 256; memory: 4096 }>().not.toExtend<FargateSize>();
  expectTypeOf<{ cpu: 8192; memory: 17408 }>().not.toExtend<FargateSize>();
  expectTypeOf<{ cpu: 300; memory: 512 }>().not.toExtend<FargateSize>();
  // @ts-expect-error 256 CPU units have at most 2048 MiB
  const size: FargateSize = { cpu: 256, memory: 4096 };
  expectTypeOf(size).toExtend<FargateSize>();
});

test("a pair may be text, as ECS reads it, if it is legal", () => {
  expectTypeOf<{ cpu: "256"; memory: "512" }>().toExtend<FargateSize>();
  expectTypeOf<{ cpu: "1 vCPU"; memory: "2 GB" }>().toExtend<FargateSize>();
  expectTypeOf<{ cpu: "1 vCPU"; memory: "1 GB" }>().not.toExtend<FargateSize>();
});

test("half a pair does not compile", () => {
  expectTypeOf<{ cpu: 256 }>().not.toExtend<FargateSize>();
  expectTypeOf<{ memory: 512 }>().not.toExtend<FargateSize>();
});

test("a number that could be anything does not compile", () => {
  expectTypeOf<{ cpu: number; memory: number }>().not.toExtend<FargateSize>();
});

declare const variable: TerraformVariable;

test("the value of a Terraform variable compiles", () => {
  const size: FargateSize = { cpu: variable.value, memory: variable.value };
  expectTypeOf(size).toExtend<FargateSize>();
});

test("the memory depends on the CPU units", () => {
  expectTypeOf<FargateMemory<256>>().toEqualTypeOf<512 | 1024 | 2048>();
  expectTypeOf<FargateMemory<32768>>().toEqualTypeOf<61440 | 122880 | 249856>();
});

test("the CPU units are the documented ones", () => {
  expectTypeOf<FargateCpu>().toEqualTypeOf<256 | 512 | 1024 | 2048 | 4096 | 8192 | 16384 | 32768>();
});

import type { TerraformValue } from "../values/terraform-value";

/**
 * The task sizes of Fargate: CPU units (1,024 are one vCPU) and the memory that each may have, in MiB.
 *
 * Source: Amazon ECS Developer Guide, "Task definition differences for Fargate", section on task CPU and memory; read
 * 2026-11-20. Windows takes 1,024 to 4,096 CPU units; 8,192 and more need Linux and platform version 1.4.0.
 */
export const FARGATE_SIZES = {
  256: [512, 1024, 2048],
  512: [1024, 2048, 3072, 4096],
  1024: [2048, 3072, 4096, 5120, 6144, 7168, 8192],
  2048: [4096, 5120, 6144, 7168, 8192, 9216, 10240, 11264, 12288, 13312, 14336, 15360, 16384],
  4096: [
    8192, 9216, 10240, 11264, 12288, 13312, 14336, 15360, 16384, 17408, 18432, 19456, 20480, 21504, 22528, 23552, 24576,
    25600, 26624, 27648, 28672, 29696, 30720,
  ],
  8192: [16384, 20480, 24576, 28672, 32768, 36864, 40960, 45056, 49152, 53248, 57344, 61440],
  16384: [32768, 40960, 49152, 57344, 65536, 73728, 81920, 90112, 98304, 106496, 114688, 122880],
  32768: [61440, 122880, 249856],
} as const satisfies Readonly<Record<number, readonly number[]>>;

type Sizes = typeof FARGATE_SIZES;

/** CPU units that a Fargate task may have; 1,024 are one vCPU. */
export type FargateCpu = keyof Sizes;

/** Memory, in MiB, that a Fargate task with these CPU units may have. */
export type FargateMemory<Cpu extends FargateCpu = FargateCpu> = Sizes[Cpu][number];

/** CPU units as vCPU, so that the compiler knows `"1 vCPU"`. */
type VcpuOf = {
  256: ".25" | "0.25";
  512: ".5" | "0.5";
  1024: "1";
  2048: "2";
  4096: "4";
  8192: "8";
  16384: "16";
  32768: "32";
};

/** MiB as GB, 1,024 MiB each, so that the compiler knows `"2 GB"`. */
// biome-ignore format: a table
export type GbOf = {
  512: ".5" | "0.5"; 1024: "1"; 2048: "2"; 3072: "3"; 4096: "4"; 5120: "5"; 6144: "6"; 7168: "7"; 8192: "8"; 9216: "9";
  10240: "10"; 11264: "11"; 12288: "12"; 13312: "13"; 14336: "14"; 15360: "15"; 16384: "16"; 17408: "17"; 18432: "18";
  19456: "19"; 20480: "20"; 21504: "21"; 22528: "22"; 23552: "23"; 24576: "24"; 25600: "25"; 26624: "26"; 27648: "27";
  28672: "28"; 29696: "29"; 30720: "30"; 32768: "32"; 36864: "36"; 40960: "40"; 45056: "44"; 49152: "48"; 53248: "52";
  57344: "56"; 61440: "60"; 65536: "64"; 73728: "72"; 81920: "80"; 90112: "88"; 98304: "96"; 106496: "104"; 114688: "112";
  122880: "120"; 249856: "244";
};

/** CPU units as ECS reads them: `1024`, `"1024"` or `"1 vCPU"`. */
export type FargateCpuText<Cpu extends FargateCpu = FargateCpu> = `${Cpu}` | `${VcpuOf[Cpu]} vCPU`;

/** Memory as ECS reads it: `2048`, `"2048"`, `"2 GB"` or `"2GB"`. */
export type FargateMemoryText<Memory extends FargateMemory = FargateMemory> =
  | `${Memory}`
  | `${GbOf[Memory]} GB`
  | `${GbOf[Memory]}GB`;

/** A legal pair of CPU and memory, as numbers or as text. An illegal pair does not compile. */
export type FargateSize = {
  [Cpu in FargateCpu]: {
    readonly cpu: Cpu | FargateCpuText<Cpu>;
    readonly memory: FargateMemory<Cpu> | FargateMemoryText<FargateMemory<Cpu>>;
  };
}[FargateCpu];

/** A size of which Terraform fills in a part. What is a literal is checked at construction. */
export type FargateSizeOfTerraform =
  | { readonly cpu: TerraformValue; readonly memory: TerraformValue | FargateMemory | FargateMemoryText }
  | { readonly cpu: FargateCpu | FargateCpuText; readonly memory: TerraformValue };

/** The smallest size on Linux, which a task has unless it says otherwise. */
export const DEFAULT_FARGATE_SIZE = { cpu: 256, memory: 512 } as const satisfies FargateSize;

/** The smallest size on Windows, which a task has unless it says otherwise. */
export const DEFAULT_WINDOWS_SIZE = { cpu: 1024, memory: 2048 } as const satisfies FargateSize;

/**
 * The task sizes of Fargate: CPU units (1,024 are one vCPU) and the memory that each may have, in MiB.
 *
 * Source: Amazon ECS Developer Guide, "Task definition differences for Fargate", section on task CPU and memory; read
 * 2026-11-20. 8,192 CPU units and more need Linux and platform version 1.4.0.
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

/** A legal pair of CPU units and memory in MiB. An illegal pair does not compile. */
export type FargateSize = {
  [Cpu in FargateCpu]: { readonly cpu: Cpu; readonly memory: FargateMemory<Cpu> };
}[FargateCpu];

/** The smallest size, which a task has unless it says otherwise. */
export const DEFAULT_FARGATE_SIZE = { cpu: 256, memory: 512 } as const satisfies FargateSize;

import { defineConfig } from "vitest/config";

/** Tests that put something else in a module's place. What other files have loaded must not be there before they do. */
export const REPLACING_MODULES = [
  "__tests__/modules/fargate/traffic-shift.test.ts",
  "__tests__/modules/pairs/pairs.test.ts",
];

/** What takes most of the time: programs that run, properties and faults over many tasks and networks, and the tests of types. */
const THOROUGH = [
  "__tests__/docs/**/*.test.ts",
  "__tests__/bench/**/*.test.ts",
  "__tests__/modules/cli/command-page.test.ts",
  "__tests__/modules/cli/main.test.ts",
  "__tests__/modules/fargate/every-source/every-part.test.ts",
  "__tests__/modules/loading.test.ts",
  "__tests__/modules/planning/plan/endpoint-plan.properties.test.ts",
  "__tests__/modules/reachability/fault-matrix*.test.ts",
  "__tests__/modules/reachability/library.test.ts",
  "__tests__/modules/reachability/malformed-input.test.ts",
  "__tests__/modules/reachability/said-network.test.ts",
  "__tests__/modules/reachability/sufficient-and-minimal.test.ts",
  "__tests__/modules/reachability/terraform/expressions/budget.test.ts",
  "__tests__/working-networks/**/*.test.ts",
];

/** How unit tests run, the thorough ones as the others. */
const UNIT = {
  // Files share what they load, which takes longer than their tests do.
  isolate: false,
  // Several start programs, beside other tests.
  testTimeout: 30_000,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
} as const;

export default defineConfig({
  test: {
    // By default one core stays free for watching: on a machine of two, half of it.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["__tests__/**/*.test.ts"],
          exclude: [
            "__tests__/e2e/**",
            "__tests__/examples/**",
            "__tests__/package.test.ts",
            ...REPLACING_MODULES,
            ...THOROUGH,
          ],
          ...UNIT,
        },
      },
      {
        test: {
          name: "thorough",
          include: THOROUGH,
          ...UNIT,
          typecheck: { enabled: true, include: ["__tests__/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      { test: { name: "unit-isolated", include: REPLACING_MODULES } },
      {
        test: {
          // These pack the library, which is built in one place: one file after the other.
          name: "packed",
          include: ["__tests__/examples/**/*.test.ts", "__tests__/package.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["__tests__/e2e/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
        },
      },
    ],
  },
});

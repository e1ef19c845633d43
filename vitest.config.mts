import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default one core stays free for watching: on a machine of two, half of it.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["__tests__/**/*.test.ts"],
          exclude: ["__tests__/e2e/**", "__tests__/examples/**", "__tests__/package.test.ts"],
          typecheck: { enabled: true, include: ["__tests__/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
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

import { defineConfig } from "vitest/config";

/** Two at a time: a test machine may have two cores, and each browser or database needs one. */
const workers = 2;

/** Suites that start whole worlds run one file at a time; those that take a supervisor apart stand beside it. */
function worldly(name: string, ...folders: string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include: folders.map((folder) => `${folder}.test.ts`),
      fileParallelism: false,
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  };
}

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: workers,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
    allowOnly: false,
    restoreMocks: true,
    setupFiles: ["./tests/temporal.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{appPackage,bot,local,shared,tab,tools}/**/*.test.{ts,tsx}", "tests/load/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.{fault,e2e}.test.ts"],
        },
      },
      worldly("contract", "tests/contract/**/*"),
      worldly("doors", "tests/doors/**/*"),
      worldly("fault", "tests/fault/!(storm)", "local/**/*.fault"),
      worldly("storm", "tests/fault/storm"),
      worldly("e2e", "tests/e2e/**/*", "local/**/*.e2e"),
    ],
  },
});

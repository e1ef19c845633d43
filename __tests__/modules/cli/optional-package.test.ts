import { describe, expect, it } from "vitest";
import { optionalPackage } from "../../../modules/cli/optional-package";

const NAME = "@aws-sdk/client-route-53";

function notFound(what: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`Cannot find module '${what}'`), { code: "MODULE_NOT_FOUND" }));
}

describe("a package that is an optional peer", () => {
  it("is what was loaded", async () => {
    expect(await optionalPackage(NAME, () => Promise.resolve("loaded"))).toBe("loaded");
  });

  it("is nothing where it is not installed", async () => {
    expect(await optionalPackage(NAME, notFound(NAME))).toBeUndefined();
  });

  it("fails where something that it needs is missing, or it fails itself", async () => {
    await expect(optionalPackage(NAME, notFound("@smithy/core"))).rejects.toThrow("@smithy/core");
    await expect(optionalPackage(NAME, () => Promise.reject(new Error(NAME)))).rejects.toThrow(NAME);
  });
});

import { describe, expect, it } from "vitest";
import { issuesOf, planned, taskWith } from "../../../support/planned";

const NOTE = "note credential-spec-unverified containers.api.additionalFields.credentialSpecs";
const specs = (...credentialSpecs: readonly string[]) => taskWith({ additionalFields: { credentialSpecs } });

describe("a credential spec", () => {
  it.each(["credentialspecdomainless:arn:aws:s3:::gmsa/spec.json", "${var.spec}"])("is a note: %s", (spec) => {
    expect(issuesOf(specs(spec))).toContain(NOTE);
    expect(planned(specs(spec))).toEqual(planned(taskWith({})));
  });

  it("is none where there is none", () => {
    expect(issuesOf(specs())).not.toContain(NOTE);
    expect(issuesOf(taskWith({}))).not.toContain(NOTE);
  });
});

import { describe, expect, it } from "vitest";
import { forCdkTerrain } from "../../scripts/cdk-terrain";

const copies = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(forCdkTerrain(new Map(Object.entries(files))));

describe("forCdkTerrain", () => {
  it("has cdktn and its provider in the place of cdktf and its provider, in code and in types", () => {
    expect(
      copies({
        "library/index.js":
          'var a = require("cdktf");\nvar b = require("@cdktf/provider-aws/lib/vpc");\nvar c = require("constructs");',
        "network/peer.d.ts":
          'import type { TerraformStack } from "cdktf";\nexport declare const vpc: import("@cdktf/provider-aws/lib/vpc").Vpc;',
      }),
    ).toEqual({
      "cdktn/library/index.js":
        'var a = require("cdktn");\nvar b = require("@cdktn/provider-aws/lib/vpc");\nvar c = require("constructs");',
      "cdktn/network/peer.d.ts":
        'import type { TerraformStack } from "cdktn";\nexport declare const vpc: import("@cdktn/provider-aws/lib/vpc").Vpc;',
    });
  });

  it("copies what leads to cdktf on any way, also on one in a circle, and shares all else", () => {
    expect(
      copies({
        "index.d.ts": 'export * from "./entries/planning";\nexport { Far } from "./network/far";',
        "entries/planning.d.ts": 'export { Task } from "../task";',
        "task/index.d.ts": "export interface Task {}",
        "network/far.d.ts": 'import type { Near } from "./near";\nimport type { Task } from "../task";',
        "network/near.d.ts": 'import type { Far } from "./far";\nimport "cdktf";',
      }),
    ).toEqual({
      "cdktn/index.d.ts": 'export * from "../entries/planning";\nexport { Far } from "./network/far";',
      "cdktn/network/far.d.ts": 'import type { Near } from "./near";\nimport type { Task } from "../../task";',
      "cdktn/network/near.d.ts": 'import type { Far } from "./far";\nimport "cdktn";',
    });
  });

  it("leaves packages of which the names only begin alike, and texts that name cdktf", () => {
    const pure = {
      "cli/main.js": 'var a = require("@cdktf/hcl2json");\nvar b = require("cdktf-private-fargate");\nvar c = "cdktf";',
    };
    expect(copies(pure)).toEqual({});
    const text = 'var a = require("cdktf");\nvar b = a.node.tryGetContext("cdktfVersion") ?? "cdktf";';
    expect(copies({ "index.js": text })).toEqual({ "cdktn/index.js": text.replace('("cdktf")', '("cdktn")') });
  });

  it("keeps code and types of one name apart", () => {
    const files = { "index.js": 'require("./library.js");', "index.d.ts": 'import "cdktf";', "library.js": "" };
    expect(Object.keys(copies(files))).toEqual(["cdktn/index.d.ts"]);
  });
});

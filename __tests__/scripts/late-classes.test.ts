import { describe, expect, it } from "vitest";
import { withLateClasses } from "../../scripts/late-classes.cjs";

const BUNDLE = `var import_cdktf = require("cdktf");
var import_vpc = require("@cdktf/provider-aws/lib/vpc");
var bindings = __toESM(require("@cdktf/provider-aws/lib/ecs-service"));
var import_vpc2 = require("@cdktf/provider-aws/lib/vpc");
class Network extends import_vpc2.Vpc {}
const vpc = new import_vpc.Vpc(import_cdktf.App, { import_vpc_id: of.import_vpc });
check((given = bindings) => given);
`;

describe("classes that are loaded late", () => {
  it("are loaded where they are used, on the same lines", () => {
    expect(withLateClasses(BUNDLE)).toBe(`var import_cdktf = require("cdktf");



class Network extends (require("@cdktf/provider-aws/lib/vpc")).Vpc {}
const vpc = new (require("@cdktf/provider-aws/lib/vpc")).Vpc(import_cdktf.App, { import_vpc_id: of.import_vpc });
check((given = (__toESM(require("@cdktf/provider-aws/lib/ecs-service")))) => given);
`);
  });

  it("leaves a file without bindings as it is", () => {
    expect(withLateClasses('var import_cdktf = require("cdktf");\n')).toBe('var import_cdktf = require("cdktf");\n');
  });
});

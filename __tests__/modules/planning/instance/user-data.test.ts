import { expect, it } from "vitest";
import { userData } from "../../../../modules/planning/instance/user-data";

it("is absent where there is nothing to do", () => {
  expect(userData({ name: "a" })).toBeUndefined();
  expect(userData({ name: "a", packages: [], commands: [] })).toBeUndefined();
});

it("installs the packages before it runs the commands, and stops at the first failure", () => {
  expect(userData({ name: "a", packages: ["docker", "jq"], commands: ["systemctl enable --now docker"] })).toBe(
    "#!/bin/bash\nset -euo pipefail\ndnf install -y docker jq\nsystemctl enable --now docker\n",
  );
  expect(userData({ name: "a", commands: ["true"] })).toBe("#!/bin/bash\nset -euo pipefail\ntrue\n");
});

import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { proofAsMarkdown } from "../../../../modules/reachability/report/proof-as-markdown";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";

const LOGS = "aws_vpc_endpoint.logs";

describe("proofAsMarkdown", () => {
  it("sums up, then has a table with the ways of each task, then the conflicts", () => {
    const fixture = isolatedNetwork()
      .set(LOGS, { private_dns_enabled: "${var.dns}" })
      .set("aws_vpc_endpoint.ecr_api", { private_dns_enabled: false })
      .set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" })
      .add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs"));
    const [summary, title, table = "", issues = "", ...conflicts] = proofAsMarkdown(fixture.prove()).split("\n\n");
    expect(summary).toBe("**broken**: 1 task, 4 services (2 proved, 1 broken, 1 unknown), 1 conflict, 1 warning");
    expect(title).toBe("### `orders` (`aws_ecs_service.orders`): broken, 2 of 4 services proved");
    const rows = table.split("\n");
    expect(rows.slice(0, 2)).toEqual(["| Service | Verdict | Way |", "| --- | --- | --- |"]);
    expect(rows[2]).toBe(
      "| `s3` | proved | task → endpoint `aws_vpc_endpoint.s3` → DNS `aws_vpc.main` → task's security group `aws_vpc_security_group_egress_rule.s3` → network ACL → route `aws_route_table.app` → endpoint policy |",
    );
    expect(rows[3]).toBe(
      "| `ecr.api` | **broken** | task → endpoint `aws_vpc_endpoint.ecr_api` → **DNS: broken** `aws_vpc_endpoint.ecr_api` |",
    );
    expect(rows[5]).toContain("| **unknown** | task → endpoint `aws_vpc_endpoint.logs` → **DNS: unknown** ");
    expect(issues.split("\n")).toEqual([
      expect.stringMatching(
        /^- \*\*error\*\* `private-dns-off` `aws_vpc_endpoint\.ecr_api`: .*\. Why: .*\. Fix: .*\.$/,
      ),
      expect.stringMatching(/^- \*\*note\*\* `private-dns-unknown` .* Why: `\$\{var\.dns\}` has its value only/),
    ]);
    expect(conflicts).toEqual([
      "### Conflicts",
      expect.stringMatching(/^- \*\*error\*\* `subnets-overlap` /),
      "### Warnings",
      expect.stringMatching(/^- \*\*warning\*\* `endpoint-unused` /),
    ]);
  });

  it("puts services of one way in one row", () => {
    expect(proofAsMarkdown(isolatedNetwork().prove())).toContain(
      "\n| `ecr.api`, `ecr.dkr`, `logs` | proved | task → endpoint `aws_vpc_endpoint.ecr_api`, `aws_vpc_endpoint.ecr_dkr`, `aws_vpc_endpoint.logs` → DNS ",
    );
  });

  it("shows what is accepted with the reason", () => {
    const { json } = isolatedNetwork().set(LOGS, { private_dns_enabled: false });
    const accepted = [{ code: "private-dns-off", resource: LOGS, reason: "see <https://wiki>" }];
    const markdown = proofAsMarkdown(proveReachability([json], { accepted }));
    expect(markdown).toContain("| `logs` | **accepted** |");
    expect(markdown).toMatch(/^- \*\*accepted\*\* `private-dns-off` .*\. Accepted: see \\<https:\/\/wiki\\>\.$/m);
  });

  it("lets no name end a cell or become markup", () => {
    const [task] = isolatedNetwork().prove().tasks;
    if (task === undefined) throw new Error("there is a task");
    const issue = { code: "task-unknown", problem: "<img>|\n# x", why: "*w*", fix: "`f`" } as const;
    const hop = { hop: "endpoint", verdict: "unknown", text: "?", resources: ["a|b`c"] } as const;
    const dependencies = [{ service: "s3", verdict: "unknown", hops: [hop], issue }] as const;
    const markdown = proofAsMarkdown({
      verdict: "unknown",
      tasks: [{ ...task, task: "`<b>", verdict: "unknown", dependencies }],
      conflicts: [],
    });
    expect(markdown).toContain("### `` `<b> `` (");
    expect(markdown).toContain("**endpoint: unknown** `` a\\|b`c `` |");
    expect(markdown).toContain(": \\<img\\>| \\# x. Why: \\*w\\*. Fix: \\`f\\`.");
  });

  it("says that there is no task", () => {
    expect(proofAsMarkdown({ verdict: "unknown", tasks: [], conflicts: [] })).toBe(
      "**unknown**: no task\n\nThere is no Fargate task.",
    );
  });
});

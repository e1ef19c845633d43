import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkAsHtml } from "../../../modules/cli/check-as-html";
import { reportPage } from "../../../modules/html-report/report-page";
import type { Proof } from "../../../modules/reachability/model/proof";
import { proveReading, readDocuments } from "../../../modules/reachability/prove-reachability";

const sample = readFileSync(join(__dirname, "../../../docs/samples/isolated.tf.json"), "utf8");

function pageOf(text: string): string {
  const reading = readDocuments([JSON.parse(text)]);
  return checkAsHtml(proveReading(reading), reading);
}

const EMPTY = { plan: { tasks: [], endpoints: [], issues: [] }, costs: [] } as const;

const accepted: Proof = {
  verdict: "proved",
  tasks: [],
  conflicts: [
    {
      code: "endpoint-unused",
      problem: "nobody calls it",
      why: "it costs",
      fix: "remove it",
      accepted: "it is for <later>",
    },
  ],
  assumptions: [{ text: "vpc-1 has enable_dns_support on", network: "main", path: "aws_ecs_service.a", calls: [] }],
};

describe("the page of a report", () => {
  it("says the verdict first, and what to do about what is broken", () => {
    const page = pageOf(sample);
    expect(page).toContain("<title>broken: 1 task, 4 services (3 proved, 1 broken)</title>");
    expect(page.indexOf("</h1>")).toBeLessThan(page.indexOf('id="findings"'));
    expect(page).toContain("<dt>fix</dt><dd>set <code>private_dns_enabled = true</code> on");
    expect(page).toContain("<dt>calls</dt><dd>orders to logs</dd>");
  });

  it("has each call with its hops, open where it is not proved, with a link to its finding", () => {
    const page = pageOf(sample);
    expect(page.match(/<details class="call">/g)).toHaveLength(3);
    expect(page.match(/<details class="call" open>/g)).toHaveLength(1);
    expect(page).toContain('<a href="#finding-1">private-dns-off</a>');
    expect(page).toContain('id="finding-1"');
  });

  it("has the plan with reasons, and the cost of each network", () => {
    const page = pageOf(sample);
    expect(page).toContain("the awslogs driver writes to CloudWatch Logs");
    expect(page).toContain('aria-labelledby="cost-1-ways"');
    expect(page).toContain("US dollars for a month of 730 hours, with no traffic");
  });

  it("leads with each link to a place that is there, and names each place once", () => {
    const page = pageOf(sample);
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, named = ""] of page.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)) {
      for (const id of named.split(" ")) expect(ids).toContain(id);
    }
  });

  it("says what is accepted and assumed, and that nothing else is left", () => {
    const page = reportPage({ ...EMPTY, proof: accepted });
    expect(page).toContain("Nothing is broken, and nothing is left open.");
    expect(page).toContain("it is for &lt;later&gt;");
    expect(page).toContain("<li>vpc-1 has <code>enable_dns_support</code> on</li>");
    expect(page).toContain("There is no Fargate task.");
  });

  it("has a picture where there is one", () => {
    expect(pageOf(sample)).toMatch(/id="picture".*<svg.*<\/svg>.*id="findings"/s);
    const svg = "<svg><title>network</title></svg>";
    expect(reportPage({ ...EMPTY, proof: accepted, picture: svg })).toContain(svg);
    expect(reportPage({ ...EMPTY, proof: accepted })).not.toContain('id="picture"');
  });

  it("is the same for the same Terraform, and has nothing from elsewhere", () => {
    expect(pageOf(sample)).toBe(pageOf(sample));
    expect(pageOf(sample)).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });

  it("shows hostile names as names", () => {
    const hostile = `</title><script>alert("x")</script>' onload='x ]]> <!--`;
    const { resource, ...rest } = JSON.parse(sample);
    const service = { ...resource.aws_ecs_service.orders, name: hostile };
    const page = pageOf(JSON.stringify({ ...rest, resource: { ...resource, aws_ecs_service: { orders: service } } }));
    expect(page).toContain("&lt;script&gt;");
    // In a text an apostrophe is one; in a tag it would begin an attribute.
    expect(page).not.toMatch(/<script|<[^<>]*\sonload=|]]>/);
  });
});

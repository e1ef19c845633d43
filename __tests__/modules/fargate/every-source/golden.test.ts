import { describe, expect, it } from "vitest";
import { isWindows } from "../../../../modules/aws/operating-system";
import { ASK_RULES } from "../../../../modules/planning/rules/ask-rules";
import { asksOf } from "../../../../modules/planning/rules/asks-of";
import { credentialSpecs } from "../../../../modules/planning/rules/credential-specs";
import { meshProxies } from "../../../../modules/planning/rules/mesh-proxies";
import { newRegions } from "../../../../modules/planning/rules/new-regions";
import { taskRoleActions } from "../../../../modules/planning/rules/task-role-actions";
import { temporaryFileSystems } from "../../../../modules/planning/rules/temporary-file-systems";
import { ACCESSES } from "../../../../modules/task/grants/accesses";
import { accessWords } from "../../../../modules/task/grants/grant-requests";
import { LOG_DRIVER_KINDS } from "../../../../modules/task/log-drivers/log-driver";
import { SECRET_KINDS } from "../../../../modules/task/secrets/secret-source";
import { compactJson } from "../../../../modules/text/compact-json";
import { sourceFiles } from "../../../support/source-imports";
import { everyPlan, everySource, GRANTS_OF_ALL, REGION, synthesizeService, writtenPolicies } from "./every-source";

/** Rules that warn of something and ask for nothing. */
const ASK_NOTHING = new Set([taskRoleActions, newRegions, temporaryFileSystems, credentialSpecs, meshProxies]);

/** Reasons of the plan that are no rule's, or an instance's. */
const OF_NO_TASK = ["declared", "session-manager", "amazon-linux-packages"];

const asks = asksOf(everySource);
const containers = Object.entries(everySource.containers);

describe("the task that asks for something from every source", () => {
  const context = {
    surroundings: { region: REGION },
    platformVersion: "1.4.0",
    isWindows: isWindows(undefined),
    reachableHosts: everySource.reachableHosts,
  } as const;

  it.each(ASK_RULES.map((rule, index) => [index, rule] as const))("has an ask of rule %i of the table", (_, rule) => {
    const found = [...rule.asks({ task: everySource, containers, context })].filter((finding) => "service" in finding);
    expect(found.length > 0).toBe(!ASK_NOTHING.has(rule));
  });

  it("has every reason that a source file names", () => {
    const named = ["modules/asks", "modules/planning", "modules/task"]
      .flatMap((folder) => sourceFiles(folder))
      .flatMap(({ syntax }) => Array.from(syntax.text.matchAll(/\brule: "([a-z-]+)"/g), ([, rule = ""]) => rule))
      .filter((rule) => !OF_NO_TASK.includes(rule));
    const reasons = everyPlan.policies.flatMap(({ statements }) => statements.flatMap((each) => each.reasons));
    const used = new Set([...asks, ...reasons].map(({ rule }) => rule));
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((rule) => !used.has(rule))).toEqual([]);
  });

  it("has every word of access that grants have", () => {
    const words = Object.entries<object>(ACCESSES).flatMap(([service, accesses]) =>
      Object.keys(accesses).map((word) => `${service} ${word}`),
    );
    const granted = GRANTS_OF_ALL.flatMap((grant) => accessWords(grant).map((word) => `${grant.service} ${word}`));
    expect(granted.toSorted()).toEqual(words.toSorted());
    expect(GRANTS_OF_ALL.some(({ actions }) => actions !== undefined)).toBe(true);
  });

  it("has every kind of image, secret and log driver that a service can have", () => {
    const drivers = containers.map(([, { logDriver }]) => logDriver.kind);
    const secrets = containers.flatMap(([, container]) =>
      "secrets" in container ? Object.values(container.secrets).map(({ kind }) => kind) : [],
    );
    expect([...new Set([...drivers, "unsupported"])].toSorted()).toEqual(Object.keys(LOG_DRIVER_KINDS).toSorted());
    expect([...new Set(secrets)].toSorted()).toEqual(Object.keys(SECRET_KINDS).toSorted());
    expect([...new Set(containers.map(([, { image }]) => image.kind))].toSorted()).toEqual(["ecr", "registry"]);
  });
});

describe("what the library writes for it", () => {
  const written = writtenPolicies(synthesizeService(everySource));

  it("is what the golden file has", async () => {
    await expect(`${compactJson(written)}\n`).toMatchFileSnapshot("golden-policies.json");
  });

  it("leads back from each statement of an endpoint to its reasons in the plan, by its Sid", () => {
    for (const { service, statements } of everyPlan.policies) {
      const sids = (written.endpoints[service] ?? []).map(({ Sid }) => Sid);
      expect(
        statements.map(({ sid }) => sid),
        service,
      ).toEqual(sids);
      for (const { sid, reasons } of statements) {
        expect(reasons.length, `${service} ${sid}`).toBeGreaterThan(0);
        for (const { text, source } of reasons) expect([text, source]).not.toContain(undefined);
      }
    }
  });

  it("is on what the plan says, for the roles that it says", () => {
    for (const { service, statements } of everyPlan.policies) {
      const shown = statements.map(({ actions, resources }) => ({ Action: actions, Resource: resources }));
      const emitted = (written.endpoints[service] ?? []).map(({ Action, Resource }) => ({
        Action,
        Resource: Resource.map(asShown),
      }));
      expect(shown, service).toEqual(emitted);
      for (const [index, { roles }] of statements.entries()) {
        const condition = written.endpoints[service]?.[index]?.Condition?.["ArnLike"]?.["aws:PrincipalArn"] ?? [];
        const named = [condition].flat().map((arn) => /orders_(\w+-role)_/.exec(arn)?.[1]);
        expect(named, service).toEqual(roles.map(({ role }) => role));
      }
    }
  });

  it("gives the roles statements of which each has the Sid of an ask, or is the task's own", () => {
    const sids = new Set(asks.flatMap(({ requests = [] }) => requests.flatMap(({ sid }) => sid ?? [])));
    const own = new Set(everySource.taskRoleStatements.map(({ sid }) => sid));
    const unfounded = Object.values(written.roles)
      .flat()
      .map(({ Sid }) => Sid)
      .filter((sid) => !sids.has(sid.replace(/\d$/, "")) && !sids.has(sid) && !own.has(sid));
    expect(unfounded).toEqual([]);
  });
});

/** What Terraform fills in, as the plan shows it. */
function asShown(resource: string): string {
  return resource
    .replaceAll(/\$\{data\.aws_caller_identity\.[^}]*\}/g, "${Account}")
    .replaceAll(/\$\{aws_cloudwatch_log_group\.[^}]*\.arn\}/g, LOG_GROUP);
}

const LOG_GROUP = `arn:aws:logs:${REGION}:\${Account}:log-group:\${LogGroupName}`;

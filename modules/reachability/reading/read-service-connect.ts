import { type Issue, isError, issue } from "../../issues/issue";
import { unwrittenPartNotes } from "../../task/definition/unwritten-parts";
import { FieldReader } from "../../task/json/field-reader";
import { type Spelling, TERRAFORM_SPELLING } from "../../task/json/field-spelling";
import { TaskDefinitionContext, type UnknownPart } from "../../task/json/task-definition-context";
import type { LogDriver } from "../../task/log-drivers/log-driver";
import { readLogDriver } from "../../task/log-drivers/read-log-driver";
import type { ServiceConnect, ServiceConnectService } from "../../task/service-connect";
import { isJsonObject, isJsonValue } from "../../values/is-json-value";
import { FROM_ELSEWHERE } from "../../values/unresolved";
import { symbolicJson, symbolicText } from "../terraform/expressions/symbolic-text";
import type { ObjectValue } from "../terraform/expressions/value";
import { blocksFact, isEmpty, memberOf, numberFact } from "./facts";

/** The block of a service, with which the paths of its issues start. */
export const SERVICE_CONNECT_BLOCK = "service_connect_configuration";

/** Where the log driver of the proxy stands in the task. */
export const PROXY_LOG_DRIVER = "serviceConnect.logDriver";

/** The block's spelling, which has one name of its own. Source: Terraform's documentation of `aws_ecs_service`. */
const SPELLING: Spelling = {
  ...TERRAFORM_SPELLING,
  inputName: (name) => (name === "secretOptions" ? "secret_option" : TERRAFORM_SPELLING.inputName(name)),
};

/** Service Connect of a service, as its task has it. */
export interface ServiceConnectReading {
  readonly serviceConnect: ServiceConnect;
  /** What is wrong or uncertain, with paths of the block. */
  readonly issues: readonly Issue[];
  /** Parts of the task of which nobody knows what they call. */
  readonly unknown: ReadonlyMap<string, UnknownPart>;
}

/** What a service says of Service Connect that decides what is called: there is a proxy, and its output goes somewhere. */
export function readServiceConnect(block: ObjectValue): ServiceConnectReading {
  const namespace = symbolicText(memberOf(block, "namespace"));
  const services = readOffers(block);
  const member = { namespace, ...(services.length === 0 ? {} : { services }) };
  const { logDriver, context } = readProxyLogs(block);
  // Parts that are not texts are refused by the provider, unless only Terraform knows them.
  if (context.issues.all.some(isError) || context.issues.unresolved) {
    const unknown = new Map([[PROXY_LOG_DRIVER, "log-driver"] as const]);
    return { serviceConnect: member, issues: [UNREAD_LOGS], unknown };
  }
  const serviceConnect = logDriver.kind === "none" ? member : { ...member, logDriver };
  const issues = [...context.issues.all, ...unwrittenPartNotes(context.unwritten)];
  return { serviceConnect, issues, unknown: context.unknown };
}

/** What others can call. A port that only Terraform knows is named by no text. */
function readOffers(block: ObjectValue): readonly ServiceConnectService[] {
  const blocks = blocksFact(memberOf(block, "service"));
  if (!blocks.known) return [{ portName: FROM_ELSEWHERE }];
  return blocks.value.map((each): ServiceConnectService => {
    const port = memberOf(each, "ingress_port_override");
    const override = isEmpty(port) ? undefined : numberFact(port);
    if (override?.known === false) return { portName: FROM_ELSEWHERE };
    const portName = symbolicText(memberOf(each, "port_name"));
    return override === undefined ? { portName } : { portName, ingressPortOverride: override.value };
  });
}

function readProxyLogs(block: ObjectValue): { readonly logDriver: LogDriver; readonly context: TaskDefinitionContext } {
  const context = new TaskDefinitionContext();
  const json = symbolicJson({ kind: "object", members: { log_configuration: memberOf(block, "log_configuration") } });
  const fields = isJsonValue(json) && isJsonObject(json) ? json : {};
  const reader = new FieldReader(fields, [SERVICE_CONNECT_BLOCK], context.issues, SPELLING);
  return { logDriver: readLogDriver(reader, PROXY_LOG_DRIVER, context), context };
}

const UNREAD_LOGS: Issue = issue("log-driver-unresolved", {
  path: `${SERVICE_CONNECT_BLOCK}.log_configuration`,
  problem: "Terraform fills in the logs of the proxy of Service Connect, so it is unknown where they go",
  why: 'awslogs needs the endpoint "logs", other drivers and their secret options need other ways',
  fix: "check which driver it is, and add what it needs",
});

import { inLanguage } from "../issues/issue";
import type { PlanContent } from "../planning/plan/planned-endpoint";
import { interpretTaskDefinition, type TaskDefinitionReading } from "../task/definition/interpret-task-definition";
import { given } from "../task/json/given";
import { definitionsIn, type FoundDefinition } from "./cloudformation/found-definitions";
import { joinedPlans } from "./joined-plans";
import type { ParsedDocument } from "./parse-json";
import { type Launch, planOfReading } from "./plan-of-reading";
import { recognizedIssue } from "./read-document";
import type { Input } from "./read-input";
import { EMPTY_TEMPLATE, recognizeValue } from "./recognized-input";
import { unusableDocument } from "./unusable-input";

/** A task definition of an input, and what was read of it. */
interface Read {
  readonly document: ParsedDocument;
  readonly definition: FoundDefinition;
  readonly reading: TaskDefinitionReading;
}

/**
 * The plan for all task definitions of some documents.
 *
 * @throws {UnusableInputError} where none of them can be read, with what they are instead or why not
 */
export function planOfDocuments(documents: readonly ParsedDocument[], input: Input, launch: Launch): PlanContent {
  const all = documents.flatMap((document) => readDefinitions(document, input));
  const plans = all.flatMap(({ definition, reading }) => {
    const { task, issues } = reading;
    const plan = task === undefined ? { tasks: [], endpoints: [], issues } : planOfReading(reading, task, launch);
    return inInput(plan, definition, all.length > 1 ? task?.family : undefined);
  });
  const [first] = all.filter(({ reading }) => reading.task === undefined);
  if (first !== undefined && all.every(({ reading }) => reading.task === undefined)) {
    const issues = plans.flatMap((plan) => plan.issues);
    throw unusableDocument(input.name, issues, first.document.lineOf);
  }
  return joinedPlans([...documents.map(({ issues }) => ({ tasks: [], endpoints: [], issues })), ...plans]);
}

function readDefinitions(document: ParsedDocument, { name, family }: Input): readonly Read[] {
  const recognized = recognizeValue(document.value);
  const definitions = recognized === undefined ? definitionsIn(document.value) : [];
  if (definitions.length === 0) {
    throw unusableDocument(name, [recognizedIssue(recognized ?? EMPTY_TEMPLATE)], document.lineOf);
  }
  return definitions.map((definition) => {
    const origin = { family: definition.name ?? family, hasBranches: document.hasBranches };
    return { document, definition, reading: interpretTaskDefinition(definition.value, origin) };
  });
}

/**
 * A plan with the places of what it was read from, and with what to type there.
 *
 * @param task the task that has the issues, where there are several
 */
function inInput(
  { tasks, endpoints, issues, region, outside }: PlanContent,
  { placeOf, spelled }: FoundDefinition,
  task: string | undefined,
): PlanContent {
  return {
    tasks,
    ...given({ region, outside }),
    endpoints: endpoints.map((endpoint) => {
      const [first, ...others] = endpoint.reasons;
      const admitted = endpoint.admitted?.map(({ reasons, ...statement }) => ({
        ...statement,
        reasons: reasons.map(({ reason, ...by }) => ({ ...by, reason: placed(reason, placeOf) })),
      }));
      return {
        ...endpoint,
        reasons: [placed(first, placeOf), ...others.map((each) => placed(each, placeOf))],
        ...given({ admitted }),
      };
    }),
    issues: issues.map((found) => {
      const issue = inLanguage(found, "ecs");
      const path = placeOf(issue.path ?? "");
      return { ...issue, fix: spelled(issue.fix), ...given({ task }), ...(path === "" ? {} : { path }) };
    }),
  };
}

function placed<Reason extends { readonly source?: string }>(
  reason: Reason,
  placeOf: (path: string) => string,
): Reason {
  return reason.source === undefined ? reason : { ...reason, source: placeOf(reason.source) };
}
